import UnicodeData

/// The scalars of a paragraph, each with its class and with its place in the text as given.
///
/// The buffers are kept from paragraph to paragraph; the first `count` elements mean something.
struct ScalarText {
  var count = 0
  var scalars: [UInt32] = []
  var classes: [ScalarClass] = []
  /// The UTF-8 offset of each scalar, and one more: where the text ends.
  var offsets: [UInt32] = [0]
  /// What the scalars have between them.
  var present = ScalarTraits()

  let table = ScalarTable.shared
  let allTraits = TraitTable(dropsMarks: false)
  let traitsWithoutMarks = TraitTable(dropsMarks: true)

  init() {}

  var hasBrackets: Bool { present.flags.isBracket }

  func properties(at place: Int) -> ScalarProperties {
    table.properties[classes[place]]
  }

  func bidiClass(at place: Int) -> BidiClass {
    properties(at: place).bidiClass
  }

  /// The bracket at a place, if it is one (BD14–BD15).
  func bracket(at place: Int) -> BidiBracket? {
    properties(at: place).isBracket ? BidiBracket(scalars[place]) : nil
  }

  /// Makes room for so many scalars, and for the offset where the text ends; what was there is lost.
  mutating func makeRoom(for count: Int) {
    scalars.makeRoom(for: count, 0)
    classes.makeRoom(for: count, table[0])
    offsets.makeRoom(for: scalars.count + 1, 0)
  }
}

// MARK: Changing the text before it is laid out

extension ScalarText {
  /// Takes over scalars, each with its offset into a text that ends at `end`.
  mutating func replace(_ others: [UInt32], _ otherOffsets: [UInt32], end: UInt32) {
    makeRoom(for: others.count)
    present = ScalarTraits()
    for place in others.indices {
      scalars[place] = others[place]
      offsets[place] = otherOffsets[place]
      classes[place] = table[others[place]]
      present.insert(allTraits[classes[place]])
    }
    count = others.count
    offsets[count] = end
  }

  /// Drops harakat and niqqud, before anything is made of the text: a mark after a space would
  /// else be a letter to the line breaks (LB10).
  ///
  /// Heh with hamza above becomes U+06C0, so that the Persian ezafe needs no mark; it keeps the
  /// class of heh, which joins to what follows.
  mutating func dropMarks() {
    let end = offsets[count]
    count = keepAllButMarks(&scalars, &classes, &offsets, count, table.properties)
    offsets[count] = end
  }
}

/// Moves what is kept together; gives back how much that is.
private func keepAllButMarks(
  _ scalars: inout [UInt32], _ classes: inout [ScalarClass], _ offsets: inout [UInt32],
  _ count: Int, _ properties: ClassProperties
) -> Int {
  var scalars = scalars.mutableSpan
  var classes = classes.mutableSpan
  var offsets = offsets.mutableSpan
  var kept = 0
  for place in 0..<count {
    let scalarClass = classes[unchecked: place]
    if properties[scalarClass].isDroppedMark {
      if scalars[place] == 0x0654 && kept > 0 && scalars[kept - 1] == 0x0647 {
        scalars[kept - 1] = 0x06C0
      }
      continue
    }
    scalars[unchecked: kept] = scalars[unchecked: place]
    classes[unchecked: kept] = scalarClass
    offsets[unchecked: kept] = offsets[unchecked: place]
    kept += 1
  }
  return kept
}
