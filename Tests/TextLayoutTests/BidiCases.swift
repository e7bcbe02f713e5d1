import UnicodeData

@testable import TextLayout

/// What the official files of UAX #9 ask of one text: its levels and its order.
struct BidiCase {
  var scalars: [UInt32]
  var direction: ParagraphDirection
  /// Nil where X9 removes the scalar.
  var levels: [UInt8?]
  var order: [Int]
  var paragraphLevel: UInt8?
}

/// Runs cases through the resolver, L1 and L2, as if each were one line.
struct BidiCaseRunner {
  private var resolver = BidiResolver()
  private var text = ScalarText()
  private(set) var count = 0
  private(set) var failures: [String] = []

  mutating func run(_ test: BidiCase) {
    count += 1
    text.replace(test.scalars, Array(repeating: 0, count: test.scalars.count), end: 0)
    resolver.resolve(text, test.direction)
    resolver.resetWhitespace(before: resolver.count, text)
    let levels = resolvedLevels
    let order = visualOrder(levels)
    let isLevelRight =
      test.paragraphLevel == nil || test.paragraphLevel == resolver.paragraphLevel.rawValue
    if levels != test.levels || order != test.order || !isLevelRight {
      failures.append(
        "\(test.scalars.map { String($0, radix: 16) }) \(test.direction): \(levels) \(order),"
          + " not \(test.levels) \(test.order)")
    }
  }

  /// The levels, nil for what X9 removes.
  private var resolvedLevels: [UInt8?] {
    (0..<text.count).map { place in
      let isRemoved = BidiClassSet.removed.contains(text.properties(at: place).bidiClass)
      return isRemoved ? nil : resolver.levels[place].rawValue
    }
  }

  private func visualOrder(_ levels: [UInt8?]) -> [Int] {
    var order: [Int] = []
    Reordering.withRoom(for: levels.count) { reordering in
      for (place, level) in levels.enumerated() {
        guard let level else { continue }
        reordering.append(place..<place + 1, EmbeddingLevel(rawValue: level))
      }
      reordering.forEachInVisualOrder { run in
        order += run.level.isRightToLeft ? run.range.reversed() : Array(run.range)
      }
    }
    return order
  }
}
