import UnicodeData

/// Presentation forms read backwards: on which sides one joins, and what its letter shows when it does
/// not. Sides are those of text from the right.
struct LetterForms: Sendable {
  static let shared = LetterForms()

  /// From U+FB50 on: the isolated, final, initial and medial form of a form's letter, 0 where there
  /// is none; all four 0 for what is no form.
  private var families: [InlineArray<4, UInt32>]
  /// From U+FB50 on: the letter; of a lam-alef the alef, which is where it joins no more.
  private var letters: [UInt32]
  /// From U+FB50 on: which of the four it is itself.
  private var sides: [JoiningForms.Sides]

  private static let first: UInt32 = 0xFB50

  private init() {
    let count = Int(0xFF00 - Self.first)
    families = Array(repeating: .init(repeating: 0), count: count)
    letters = Array(repeating: 0, count: count)
    sides = Array(repeating: [], count: count)
    for letter: UInt32 in 0x0622...0x06FF {
      guard let forms = PresentationForm.forms(of: letter) else { continue }
      add(letter, [forms.isolated, forms.final, forms.initial, forms.medial])
    }
    for alef: UInt32 in 0x0622...0x0627 {
      guard let forms = PresentationForm.lamAlef(with: alef) else { continue }
      add(alef, [forms.isolated, forms.final, 0, 0])
    }
  }

  private mutating func add(_ letter: UInt32, _ forms: InlineArray<4, UInt32>) {
    for index in 0..<4 where forms[index] >= Self.first {
      families[Int(forms[index] - Self.first)] = forms
      letters[Int(forms[index] - Self.first)] = letter
      sides[Int(forms[index] - Self.first)] = JoiningForms.Sides(rawValue: UInt8(index))
    }
  }

  /// Whether a scalar is a form, and then on which sides it joins.
  func sides(of scalar: UInt32) -> JoiningForms.Sides? {
    let place = Int(scalar) - Int(Self.first)
    guard families.indices.contains(place), families[place][0] != 0 else { return nil }
    return sides[place]
  }

  /// The letter of a form; what is no form is its own.
  func letter(of scalar: UInt32) -> UInt32 {
    let place = Int(scalar) - Int(Self.first)
    return letters.indices.contains(place) && letters[place] != 0 ? letters[place] : scalar
  }

  /// The form of the same letter that joins to nothing on one side; the scalar itself where it is no
  /// form.
  func form(_ scalar: UInt32, without side: JoiningForms.Sides) -> UInt32 {
    guard let own = sides(of: scalar) else { return scalar }
    let form = families[Int(scalar - Self.first)][Int(own.subtracting(side).rawValue)]
    return form == 0 ? scalar : form
  }
}
