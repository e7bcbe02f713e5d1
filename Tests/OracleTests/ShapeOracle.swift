import TextLayout
import UnicodeData

/// Our joining forms beside FriBidi's.
struct ShapeOracle {
  private var typesetter = Typesetter()
  private var friBidi = FriBidi()

  init() {}

  /// Whether every scalar that has a cell shows in it what FriBidi shows, and every ligature is one
  /// here and there.
  mutating func agrees(on text: [UInt32]) -> Bool {
    guard friBidi.resolve(text, .rightToLeft) else { return false }
    let theirs = friBidi.shapes()
    let given = GivenText(text)
    let options = LayoutOptions(direction: .rightToLeft, keepsMarks: true)
    let paragraph = given.paragraph(options, &typesetter)
    var ours = [UInt32?](repeating: nil, count: text.count)
    for line in paragraph.lines(within: .unlimited) {
      for cell in paragraph.visual(line) {
        ours[given.place(of: cell.source.lowerBound)] = cell.base
      }
    }
    return text.indices.allSatisfy { place in
      let own = ScalarTable.shared.properties(of: text[place])
      if own.columns == 0 || own.bidiClass == .ws || own.hasMirror { return true }
      return ours[place] == (theirs[place] == FriBidi.filler ? nil : theirs[place])
    }
  }
}

extension SharedScalars {
  /// Letters that join and what stands between them, as far as FriBidi joins them as we do.
  static let joining: SharedScalars = {
    let table = ScalarTable.shared
    let shared = candidates.filter { scalar in
      let own = table.properties(of: scalar)
      let theirs = FriBidi.joiningType(of: scalar)
      return !own.mayCompose && BidiClass.named("\(own.bidiClass)".uppercased()) != .b
        && (theirs == "\(own.joiningType)".uppercased())
        && FriBidi.bidiClass(of: scalar) == own.bidiClass && own.graphemeBreak != .prepend
    }
    let letters = shared.filter { table.properties(of: $0).bidiClass == .al }
    var scalars = SharedScalars()
    scalars.add(30, letters.filter { table.properties(of: $0).hasForms })
    scalars.add(8, letters.filter { !table.properties(of: $0).hasForms })
    scalars.add(12, [0x0644])
    scalars.add(8, [0x0622, 0x0623, 0x0625, 0x0627])
    scalars.add(4, [0x0640, 0x200C, 0x200D])
    scalars.add(
      4, shared.filter { table.properties(of: $0).isMark && (0x600...0x8FF).contains($0) })
    scalars.add(3, [0x200E, 0x200F, 0x202D, 0x202E, 0x202C, 0x2067, 0x2069, 0x200B])
    scalars.add(8, [0x20, 0x61, 0x31, 0x661, 0x2E, 0x2D, 0x05D0])
    return scalars
  }()
}
