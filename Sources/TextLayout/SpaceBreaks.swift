import UnicodeData

/// Break opportunities behind spaces, and clusters of a base with its marks.
struct SpaceBreaks {
  private var isStart: [Bool] = []
  private var isBreak: [Bool] = []

  init() {}

  mutating func find(_ text: borrowing ScalarText) {
    isStart.removeAll(keepingCapacity: true)
    isBreak.removeAll(keepingCapacity: true)
    for place in 0..<text.count {
      let properties = text.properties(at: place)
      let isSpace = text.scalars[place] == 0x20
      let isBeforeSpace = place + 1 < text.count && text.scalars[place + 1] == 0x20
      isStart.append(place == 0 || !(properties.isMark || text.scalars[place] == 0x200D))
      isBreak.append(isSpace && !isBeforeSpace)
    }
  }

  func startsCluster(_ place: Int) -> Bool { isStart[place] }

  func mayBreak(after place: Int) -> Bool { isBreak[place] }
}
