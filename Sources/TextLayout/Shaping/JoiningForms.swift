import UnicodeData

/// The presentation form of each letter from U+0600 to U+06FF, by the sides on which it joins: the
/// tables of `PresentationForm` laid out for one load a letter.
///
/// Hamza U+0621 has none, since it joins on no side and is its own form. U+06C0 is here also heh
/// whose hamza was dropped: where it joins to what follows, it has the forms of heh.
struct JoiningForms {
  /// Four of each letter: isolated, final, initial, medial; 0 where there is none. Then four zeros
  /// for all that is no such letter.
  private var forms: [UInt32] = []

  init() {
    forms.reserveCapacity(4 * 256)
    for letter: UInt32 in 0x0600...0x06FF {
      let own = letter == 0x0621 ? nil : PresentationForm.forms(of: letter)
      let joined = letter == 0x06C0 ? PresentationForm.forms(of: 0x0647) : own
      forms.append(own?.isolated ?? 0)
      forms.append(own?.final ?? 0)
      forms.append(joined?.initial ?? 0)
      forms.append(joined?.medial ?? 0)
    }
    forms += [0, 0, 0, 0]
  }

  /// The form of a letter, or the letter itself where it has none. Each side is 1 where it joins, or
  /// 0: there is nothing to predict in the shapes of a word, so no branch depends on them.
  @inline(__always)
  func form(
    of letter: UInt32, at level: EmbeddingLevel, joinsBefore: UInt32, joinsAfter: UInt32
  ) -> UInt32 {
    let row = min(letter &- 0x0600, 256)
    let right = level.isRightToLeft ? joinsBefore : joinsAfter
    let left = level.isRightToLeft ? joinsAfter : joinsBefore
    let form = forms[Int(row << 2 | left << 1 | right)]
    return form == 0 ? letter : form
  }
}
