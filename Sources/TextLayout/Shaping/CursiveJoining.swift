import UnicodeData

/// Gives each Arabic letter the presentation form that its neighbours ask for, in logical order.
///
/// Letters join within one level run (UAX #9, 3.5): transparent characters between them are skipped,
/// but not one of another level. At an even level, which only an override can give to letters, each
/// joins to what it will stand beside: its sides change places. The forms are those of the paragraph:
/// where a line ends inside a word, they stay.
struct CursiveJoining {
  /// What stands in `shown` for an alef that went into the cell of its lam.
  static let absorbed: UInt32 = .max

  /// What each scalar of the text shows; its first `text.count` elements mean something.
  private(set) var shown: [UInt32] = []

  private let forms = JoiningForms()

  init() {}

  /// Fills `shown`.
  mutating func shape(_ text: borrowing ScalarText, _ levels: [EmbeddingLevel]) {
    if shown.count < text.count {
      shown.append(contentsOf: repeatElement(0, count: text.count - shown.count))
    }
    join(text.scalars, text.classes, text.count, text.table.properties, levels, forms, &shown)
  }
}

private func join(
  _ scalars: [UInt32], _ classes: [ScalarClass], _ count: Int, _ properties: ClassProperties,
  _ levels: [EmbeddingLevel], _ forms: JoiningForms, _ shown: inout [UInt32]
) {
  let scalars = scalars.span
  let classes = classes.span
  let levels = levels.span
  var shown = shown.mutableSpan
  // The last scalar that is not transparent, while its form waits for the one that follows it.
  var waiting = 0
  var letter: UInt32 = 0
  var joinsBefore: UInt32 = 0
  var mayJoinAfter: UInt32 = 0
  var level = EmbeddingLevel.zero
  var isFormatBehind = false

  for place in 0..<count {
    let scalar = scalars[place]
    let own = properties[classes[place]]
    let type = own.joiningType
    shown[place] = scalar
    if type == .t {
      isFormatBehind = isFormatBehind || own.isFormat
      if levels[place] != level && !BidiClassSet.removed.contains(own.bidiClass) {
        mayJoinAfter = 0
      }
      continue
    }
    // ZWJ joins at any level: the bidi algorithm does not see it, and it has none of its own.
    let isAtLevel = levels[place] == level || scalar == 0x200D || letter == 0x200D
    let sides = type.sides(at: levels[place])
    let joins = mayJoinAfter & sides.before & (isAtLevel ? 1 : 0)
    if letter == 0x0644 && isAlef(scalar) && joins == 1 && level.isRightToLeft && !isFormatBehind,
      let ligature = PresentationForm.lamAlef(with: scalar)
    {
      shown[waiting] = joinsBefore == 1 ? ligature.final : ligature.isolated
      shown[place] = CursiveJoining.absorbed
      waiting = place
      letter = CursiveJoining.absorbed
      mayJoinAfter = 0
      continue
    }
    shown[waiting] = forms.form(of: letter, at: level, joinsBefore: joinsBefore, joinsAfter: joins)
    shown[place] = scalar
    waiting = place
    letter = scalar
    joinsBefore = joins
    mayJoinAfter = sides.after
    level = levels[place]
    isFormatBehind = false
  }
  if count > 0 {
    shown[waiting] = forms.form(of: letter, at: level, joinsBefore: joinsBefore, joinsAfter: 0)
  }
}

/// Whether a letter is one of the alefs that go into one cell with lam.
private func isAlef(_ scalar: UInt32) -> Bool {
  scalar >= 0x0622 && scalar <= 0x0627
}

extension JoiningType {
  /// Whether it joins to what stands before and after it in logical order: 1 where it does, else 0.
  fileprivate func sides(at level: EmbeddingLevel) -> (before: UInt32, after: UInt32) {
    let right: UInt32 = 0b01_1100 >> UInt32(rawValue) & 1  // R, D and C
    let left: UInt32 = 0b01_1010 >> UInt32(rawValue) & 1  // L, D and C
    return level.isRightToLeft ? (right, left) : (left, right)
  }
}
