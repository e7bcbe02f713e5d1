import UnicodeData

/// Gives each Arabic letter the presentation form that its neighbours ask for, in logical order.
///
/// Letters join within one embedding level; transparent characters between them are skipped. The
/// forms are those of the paragraph: where a line ends inside a word, they stay.
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

/// The last scalar that is not transparent, while its form waits for the one that follows.
private struct Joiner {
  var place = -1
  var scalar: UInt32 = 0
  var joinsBefore = false
  var mayJoinAfter = false
  var level = EmbeddingLevel.zero
  /// ZWJ joins at any level: it is not seen by the bidi algorithm, and has none of its own.
  var isAtAnyLevel = false
  /// Whether a format character stands behind it.
  var isFormatBehind = false
}

private func join(
  _ scalars: [UInt32], _ classes: [ScalarClass], _ count: Int, _ properties: ClassProperties,
  _ levels: [EmbeddingLevel], _ forms: JoiningForms, _ shown: inout [UInt32]
) {
  let scalars = scalars.span
  let classes = classes.span
  let levels = levels.span
  var shown = shown.mutableSpan
  var last = Joiner()
  for place in 0..<count {
    let scalar = scalars[place]
    let own = properties[classes[place]]
    let type = own.joiningType
    shown[place] = scalar
    if type == .t {
      if own.isFormat { last.isFormatBehind = true }
      continue
    }
    let level = levels[place]
    let isJoiner = scalar == 0x200D
    let joins =
      last.mayJoinAfter && type.joinsBefore
      && (last.level == level || isJoiner || last.isAtAnyLevel)
    if joins && last.scalar == 0x0644 && level.isRightToLeft && !last.isFormatBehind,
      let ligature = PresentationForm.lamAlef(with: scalar)
    {
      shown[last.place] = last.joinsBefore ? ligature.final : ligature.isolated
      shown[place] = CursiveJoining.absorbed
      last = Joiner()
      continue
    }
    if last.place >= 0 {
      shown[last.place] = forms.form(
        of: last.scalar, joinsBefore: last.joinsBefore, joinsAfter: joins)
    }
    last = Joiner(
      place: type == .u ? -1 : place, scalar: scalar, joinsBefore: joins,
      mayJoinAfter: type.joinsAfter, level: level, isAtAnyLevel: isJoiner)
  }
  if last.place >= 0 {
    shown[last.place] = forms.form(
      of: last.scalar, joinsBefore: last.joinsBefore, joinsAfter: false)
  }
}

extension JoiningType {
  /// Whether it joins to what stands before it in logical order.
  fileprivate var joinsBefore: Bool { self == .d || self == .r || self == .c }
  /// Whether it joins to what stands after it.
  fileprivate var joinsAfter: Bool { self == .d || self == .l || self == .c }
}
