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

  /// The last scalar that is not transparent, while its form waits for the one that follows.
  private var last = Joiner()

  private struct Joiner {
    var place = -1
    var joinsBefore = false
    var mayJoinAfter = false
    /// Nil for ZWJ, which joins at any level.
    var level: EmbeddingLevel?
    var isShaped = false
    /// Whether a format character stands behind it.
    var isFormatBehind = false
  }

  init() {}

  /// Fills `shown`.
  mutating func shape(_ text: borrowing ScalarText, _ levels: [EmbeddingLevel]) {
    if shown.count < text.count {
      shown.append(contentsOf: repeatElement(0, count: text.count - shown.count))
    }
    last = Joiner()
    for place in 0..<text.count {
      shown[place] = text.scalars[place]
      let properties = text.properties(at: place)
      switch properties.joiningType {
      case .t:
        if properties.isFormat { last.isFormatBehind = true }
      case .u:
        finish(text, joinsAfter: false)
        last = Joiner()
      case let type:
        join(place, type, properties, levels[place], text)
      }
    }
    finish(text, joinsAfter: false)
  }
}

extension CursiveJoining {
  /// Takes up a scalar that may join: settles the one before it, or both as lam-alef.
  private mutating func join(
    _ place: Int, _ type: JoiningType, _ properties: ScalarProperties, _ level: EmbeddingLevel,
    _ text: borrowing ScalarText
  ) {
    let isJoiner = text.scalars[place] == 0x200D
    let isAtLevel = isJoiner || last.level == nil || last.level == level
    let joins = last.mayJoinAfter && type.joinsBefore && isAtLevel
    if joins && level.isRightToLeft && joinLamAlef(place, text) { return }
    finish(text, joinsAfter: joins)
    last = Joiner(
      place: place, joinsBefore: joins, mayJoinAfter: type.joinsAfter,
      level: isJoiner ? nil : level, isShaped: properties.hasForms)
  }

  /// Settles the form of the scalar that waits for it.
  private mutating func finish(_ text: borrowing ScalarText, joinsAfter: Bool) {
    guard last.isShaped else { return }
    let letter = text.scalars[last.place]
    var form = presentationForm(of: letter, last.joinsBefore, joinsAfter)
    if form == 0 && letter == 0x06C0 {
      // Heh whose hamza was dropped: only the forms that join to nothing behind have it.
      form = presentationForm(of: 0x0647, last.joinsBefore, joinsAfter)
    }
    if form != 0 { shown[last.place] = form }
  }

  /// Lam and alef with nothing but marks between them take one cell.
  private mutating func joinLamAlef(_ place: Int, _ text: borrowing ScalarText) -> Bool {
    guard last.place >= 0, text.scalars[last.place] == 0x0644, !last.isFormatBehind,
      let ligature = PresentationForm.lamAlef(with: text.scalars[place])
    else { return false }
    shown[last.place] = last.joinsBefore ? ligature.final : ligature.isolated
    shown[place] = Self.absorbed
    last = Joiner(place: place)
    return true
  }
}

/// The form of a letter that joins on these sides, or 0. Hamza joins on none: it is its own form.
private func presentationForm(
  of letter: UInt32, _ joinsBefore: Bool, _ joinsAfter: Bool
) -> UInt32 {
  guard letter != 0x0621, let forms = PresentationForm.forms(of: letter) else { return 0 }
  return switch (joinsBefore, joinsAfter) {
  case (false, false): forms.isolated
  case (true, false): forms.final
  case (false, true): forms.initial
  case (true, true): forms.medial
  }
}

extension JoiningType {
  /// Whether it joins to what stands before it in logical order.
  fileprivate var joinsBefore: Bool { self == .d || self == .r || self == .c }
  /// Whether it joins to what stands after it.
  fileprivate var joinsAfter: Bool { self == .d || self == .l || self == .c }
}
