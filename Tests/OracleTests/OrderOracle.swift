import TextLayout
import UnicodeData

/// Our visual order beside that of FriBidi and ICU.
struct OrderOracle {
  /// A text to be laid out.
  struct Sample {
    var text: [UInt32]
    var direction: ParagraphDirection
    var width: Columns
  }

  /// Whether every line of a text stands as each of them has it.
  struct Verdict {
    var isAsFriBidi: Bool
    var isAsICU: Bool
    var lines: Int
    /// Whether what has a mirror image shows it where FriBidi's levels are odd.
    var isMirrored = true

    var isAsOne: Bool { isAsFriBidi || isAsICU }
  }

  private var typesetter = Typesetter()
  private var friBidi = FriBidi()
  private let icu = ICU()

  init() {}

  mutating func verdict(_ sample: Sample) -> Verdict {
    let given = GivenText(sample.text)
    let options = LayoutOptions(direction: sample.direction, keepsMarks: true, shapes: false)
    let paragraph = given.paragraph(options, &typesetter)
    let lines = paragraph.lines(within: sample.width)
    // Up to where the next line begins: what is cut at the end of one belongs to it.
    let firsts = lines.map { given.place(of: $0.source.lowerBound) } + [sample.text.count]
    let ranges = lines.indices.map { firsts[$0]..<firsts[$0 + 1] }
    let theirs = icu.orders(of: ranges, in: sample.text, sample.direction)
    let isResolved = friBidi.resolve(sample.text, sample.direction)
    var verdict = Verdict(isAsFriBidi: isResolved, isAsICU: theirs != nil, lines: lines.count)
    var isShown = [Bool](repeating: false, count: sample.text.count)
    for (index, line) in lines.enumerated() {
      var order: [Int] = []
      for cell in paragraph.visual(line) {
        var place = given.place(of: cell.source.lowerBound)
        while isUnshownPrefix(sample.text[place]) { place += 1 }
        order.append(place)
        isShown[place] = true
        if let mirror = BidiMirror.mirror(of: sample.text[place]) {
          let isOdd = friBidi.levels[place] & 1 == 1
          verdict.isMirrored =
            verdict.isMirrored && cell.base == (isOdd ? mirror : sample.text[place])
        }
      }
      verdict.isAsFriBidi =
        verdict.isAsFriBidi && friBidi.order(of: ranges[index]).filter { isShown[$0] } == order
      verdict.isAsICU =
        verdict.isAsICU && theirs?[index].filter { isShown[$0] } == order
    }
    return verdict
  }
}

/// Whether a scalar begins a grapheme cluster without being shown, as ZWJ and U+0600 do: the cell is
/// that of what stands behind it.
private func isUnshownPrefix(_ scalar: UInt32) -> Bool {
  let own = ScalarTable.shared.properties(of: scalar)
  return own.isFormat && [.prepend, .zwj, .extend].contains(own.graphemeBreak)
}
