/// What a scalar of the Basic Multilingual Plane is to a search: two bytes each, in blocks of 64,
/// as the bytes of UTF-8 part them.
///
/// Index and question are folded by the same table. Whenever it changes, `version` must: then the
/// index is made anew.
struct FoldingTable: Sendable {
  /// The version of everything that decides which words a text has.
  static let version: Int64 = 1

  /// What a cell says. Any other value is the scalar that is looked for instead.
  enum Cell {
    /// Parts words.
    static let separator: UInt16 = 0
    /// Is not there: marks, tatweel, controls of direction.
    static let dropped: UInt16 = 1
    /// ZWNJ: parts a word that may as well be written in one.
    static let joiner: UInt16 = 2
    /// An ideograph: a word of its own.
    static let ownWord: UInt16 = 3
    /// `+` and `#`: they may belong to the word before them.
    static let sign: UInt16 = 4
    /// Quotation marks: between Hebrew letters they belong to the word.
    static let quote: UInt16 = 5
    /// Hamza as a mark: makes another letter of waw and yeh.
    static let hamza: UInt16 = 6
    /// A presentation form: looked up in `PresentationForms`.
    static let form: UInt16 = 7
    /// A letter that is looked for as it is.
    static let itself: UInt16 = 8
    /// From here on, and below 0xE000: a text of `expansions`.
    static let expansion: UInt16 = 0xD800
  }

  /// The table.
  static let shared = FoldingTable()

  /// For each 64 scalars, their block.
  private(set) var blocks = [UInt16](repeating: 0, count: 1024)
  /// The cells, block by block; the first is all separators.
  private(set) var cells = [UInt16](repeating: Cell.separator, count: 64)
  /// What some letters are spelt as.
  private(set) var expansions: [[UInt8]] = []

  private init() {
    for block in 0..<1024 { addBlock(block) }
    addArabic()
    addHebrew()
    addLatin()
    addOthers()
  }

  /// What `scalar`, below 0x10000, is.
  subscript(scalar: UInt32) -> UInt16 {
    cells[Int(blocks[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// What a scalar from 0x10000 on is.
  static func supplementary(_ scalar: UInt32) -> UInt16 {
    if 0x20000..<0x40000 ~= scalar { return Cell.ownWord }
    if 0xE0000..<0xE01F0 ~= scalar { return Cell.dropped }
    let properties = Unicode.Scalar(scalar)?.properties
    return properties?.isAlphabetic == true ? Cell.itself : Cell.separator
  }
}

extension FoldingTable {
  private mutating func addBlock(_ block: Int) {
    let first = UInt32(block) << 6
    let uniform: UInt16? =
      switch first {
      case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0x3040..<0x3100, 0xF900..<0xFB00: Cell.ownWord
      case 0xA000..<0xA4C0, 0xAC00..<0xD780: Cell.itself
      case 0x2400..<0x2C00, 0xD800..<0xF900: Cell.separator
      default: nil
      }
    if uniform == Cell.separator { return }  // the first block
    if let uniform, self[first - 1] == uniform, self[first - 64] == uniform {
      blocks[block] = blocks[block - 1]
      return
    }
    blocks[block] = UInt16(cells.count >> 6)
    cells += (0..<64).map { uniform ?? Self.plain(first | UInt32($0)) }
  }

  /// What a scalar is by its general category: letters and digits are looked for, in lower case.
  private static func plain(_ scalar: UInt32) -> UInt16 {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return Cell.separator }
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      let lower = properties.lowercaseMapping.unicodeScalars
      guard lower.count == 1, let first = lower.first else { return UInt16(scalar) }
      return UInt16(truncatingIfNeeded: first.value)
    case .lowercaseLetter, .otherLetter, .modifierLetter, .letterNumber, .spacingMark:
      return UInt16(scalar)
    case .decimalNumber:
      guard let value = properties.numericValue else { return UInt16(scalar) }
      return UInt16(0x30) + UInt16(value)
    case .nonspacingMark:
      // In the scripts of India and its neighbours a vowel is a mark.
      return 0x900..<0x1AB0 ~= scalar || 0x1B00..<0x1DC0 ~= scalar || 0xA800..<0xAC00 ~= scalar
        ? UInt16(scalar) : Cell.dropped
    case .enclosingMark, .format: return Cell.dropped
    default: return Cell.separator
    }
  }
}

extension FoldingTable {
  private mutating func set(_ scalars: some Sequence<UInt32>, _ cell: UInt16) {
    for scalar in scalars {
      cells[Int(blocks[Int(scalar >> 6)]) << 6 | Int(scalar & 63)] = cell
    }
  }

  private mutating func set(_ letters: String, as letter: Unicode.Scalar) {
    set(letters.unicodeScalars.lazy.map(\.value), UInt16(letter.value))
  }

  /// Letters that are written one for the other in Arabic, Persian and Urdu.
  private mutating func addArabic() {
    set("أإآٱٲٳٵ", as: "ا")
    set("ىیېۍؠ", as: "ي")
    set("کڪګ", as: "ك")
    set("ةهہۂۃھۀە", as: "ه")
    set("ؤئءٶٷٸ", as: "ء")
    set("ۓ", as: "ے")
    set([0x640, 0x674], Cell.dropped)  // tatweel, high hamza
    set([0x654, 0x655], Cell.hamza)
    set(0xFB50...0xFDFF, Cell.form)
    set(0xFE70...0xFEFE, Cell.form)
    set([0xFD3E, 0xFD3F], Cell.separator)  // ornate parentheses
  }

  private mutating func addHebrew() {
    for (final, letter) in zip("ךםןףץ".unicodeScalars, "כמנפצ".unicodeScalars) {
      set([final.value], UInt16(letter.value))
    }
    set([0x5BE, 0x5C0, 0x5C3, 0x5C6], Cell.separator)  // maqaf, paseq, sof pasuq, inverted nun
    set([0x5F3, 0x5F4, 0x22, 0x27, 0x2019, 0x201D], Cell.quote)
    set(0xFB1D...0xFB4F, Cell.form)
  }

  private mutating func addLatin() {
    for (text, letters) in LatinLetters.folded {
      let spelling = text.withUTF8Buffer(Array.init)
      let cell: UInt16
      if spelling.count == 1 {
        cell = UInt16(spelling[0])
      } else {
        cell = Cell.expansion + UInt16(expansions.count)
        expansions.append(spelling)
      }
      set(letters.unicodeScalars.lazy.map(\.value), cell)
    }
    for offset in 0..<26 as Range<UInt32> {
      set([0xFF21 + offset, 0xFF41 + offset], UInt16(0x61 + offset))
    }
  }

  private mutating func addOthers() {
    for (letters, letter) in [
      ("άΆ", "α"), ("έΈ", "ε"), ("ήΉ", "η"), ("ίϊΐΊΪ", "ι"), ("όΌ", "ο"),
      ("ύϋΰΎΫ", "υ"), ("ώΏ", "ω"), ("ς", "σ"), ("ёЁ", "е"),
    ] as [(String, Unicode.Scalar)] {
      set(letters, as: letter)
    }
    set([0x200C], Cell.joiner)
    set([0x2B, 0x23], Cell.sign)
    set([0x3000, 0x3001, 0x3002, 0x30FB], Cell.separator)
  }
}
