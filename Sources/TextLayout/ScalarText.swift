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
  /// The flags that any of the scalars has.
  var present = ScalarProperties(bits: 0)

  /// The bidi classes that there are.
  var presentBidiClasses: BidiClassSet = []

  let table = ScalarTable.shared

  init() {}

  var hasBrackets: Bool { present.isBracket }

  func properties(at place: Int) -> ScalarProperties {
    table.properties[classes[place]]
  }

  /// The bracket at a place, if it is one (BD14–BD15).
  func bracket(at place: Int) -> BidiBracket? {
    properties(at: place).isBracket ? BidiBracket(scalars[place]) : nil
  }

  /// Makes room for so many scalars.
  mutating func reserve(_ capacity: Int) {
    let more = capacity - scalars.count
    guard more > 0 else { return }
    scalars.append(contentsOf: repeatElement(0, count: more))
    classes.append(contentsOf: repeatElement(table[0], count: more))
    offsets.append(contentsOf: repeatElement(0, count: more))
  }
}

// MARK: Changing the text before it is laid out

extension ScalarText {
  /// Takes over scalars, each with its offset into a text that ends at `end`.
  mutating func replace(_ others: [UInt32], _ otherOffsets: [UInt32], end: UInt32) {
    reserve(others.count)
    var flags: UInt32 = 0
    presentBidiClasses = []
    for place in others.indices {
      scalars[place] = others[place]
      offsets[place] = otherOffsets[place]
      classes[place] = table[others[place]]
      let properties = table.properties[classes[place]]
      flags |= properties.bits
      presentBidiClasses.formUnion(BidiClassSet(properties.bidiClass))
    }
    count = others.count
    offsets[count] = end
    present = ScalarProperties(bits: flags)
  }

  /// Drops harakat and niqqud, before anything is made of the text: a mark after a space would
  /// else be a letter to the line breaks (LB10).
  ///
  /// Heh with hamza above becomes U+06C0, so that the Persian ezafe needs no mark; it keeps the
  /// class of heh, which joins to what follows.
  mutating func dropMarks() {
    var kept = 0
    for place in 0..<count {
      if properties(at: place).isDroppedMark {
        if scalars[place] == 0x0654 && kept > 0 && scalars[kept - 1] == 0x0647 {
          scalars[kept - 1] = 0x06C0
        }
        continue
      }
      scalars[kept] = scalars[place]
      classes[kept] = classes[place]
      offsets[kept] = offsets[place]
      kept += 1
    }
    offsets[kept] = offsets[count]
    count = kept
  }
}
