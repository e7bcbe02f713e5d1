import Foundation

/// What the tables need of the Unicode Character Database, a value for each scalar.
struct Database {
  /// One more than the last scalar.
  static let count = 0x110000

  private(set) var bidiClass = [String](repeating: "L", count: count)
  private(set) var lineBreak = [String](repeating: "XX", count: count)
  private(set) var eastAsianWidth = [String](repeating: "N", count: count)
  private(set) var category = [String](repeating: "Cn", count: count)
  private(set) var graphemeBreak = [String](repeating: "Other", count: count)
  private(set) var conjunctBreak = [String](repeating: "None", count: count)
  private(set) var joiningType = [String](repeating: "U", count: count)
  private(set) var combiningClass = [UInt8](repeating: 0, count: count)
  private(set) var isPictographic = [Bool](repeating: false, count: count)
  private(set) var isIgnorable = [Bool](repeating: false, count: count)
  private(set) var mirrors: [Int: Int] = [:]
  private(set) var brackets: [Int: (partner: Int, isOpen: Bool)] = [:]
  /// Field 5 of UnicodeData, the tag in angle brackets (empty when canonical) and the scalars.
  private(set) var decompositions: [Int: (tag: String, scalars: [Int])] = [:]

  /// Where a value starts or ends: scalars between two of these borders have the same values.
  private(set) var borders: Set<Int> = [0, count]

  /// Reads all files in `folder`.
  init(_ folder: URL) throws {
    try readClasses(folder)
    try readFlags(folder)
    try readPairs(folder)
  }
}

extension Database {
  /// The properties that give every scalar one of a few values.
  private mutating func readClasses(_ folder: URL) throws {
    let bidi = try UCDFile("DerivedBidiClass.txt", in: folder)
    let short = [
      "Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "Boundary_Neutral": "BN",
      "European_Terminator": "ET",
    ]
    for entry in bidi.entries {
      let value = entry.fields[0]
      guard !entry.isMissing || short[value] != nil else {
        throw TableError("DerivedBidiClass.txt names an unknown default, \(value)")
      }
      fill(\.bidiClass, entry.range, entry.isMissing ? short[value] ?? "" : value)
    }
    try read("LineBreak.txt", folder, into: \.lineBreak)
    try read("EastAsianWidth.txt", folder, into: \.eastAsianWidth)
    try read("DerivedGeneralCategory.txt", folder, into: \.category, skippingDefaults: true)
    try read("GraphemeBreakProperty.txt", folder, into: \.graphemeBreak)
    try read("DerivedJoiningType.txt", folder, into: \.joiningType, skippingDefaults: true)
    for entry in try UCDFile("DerivedCombiningClass.txt", in: folder).entries
    where !entry.isMissing {
      guard let value = UInt8(entry.fields[0]) else {
        throw TableError("DerivedCombiningClass.txt has no number for \(entry.range)")
      }
      fill(\.combiningClass, entry.range, value)
    }
  }

  /// The properties that a scalar has or has not.
  private mutating func readFlags(_ folder: URL) throws {
    for entry in try UCDFile("emoji-data.txt", in: folder).entries
    where !entry.isMissing && entry.fields[0] == "Extended_Pictographic" {
      fill(\.isPictographic, entry.range, true)
    }
    for entry in try UCDFile("DerivedCoreProperties.txt", in: folder).entries
    where !entry.isMissing {
      if entry.fields[0] == "Default_Ignorable_Code_Point" {
        fill(\.isIgnorable, entry.range, true)
      } else if entry.fields[0] == "InCB" {
        fill(\.conjunctBreak, entry.range, entry.fields[1])
      }
    }
  }

  /// The properties that relate a scalar to others.
  private mutating func readPairs(_ folder: URL) throws {
    for entry in try UCDFile("BidiMirroring.txt", in: folder).entries where !entry.isMissing {
      border(entry.range)
      mirrors[entry.range.lowerBound] = Int(entry.fields[0], radix: 16)
    }
    for entry in try UCDFile("BidiBrackets.txt", in: folder).entries where !entry.isMissing {
      guard let partner = Int(entry.fields[0], radix: 16) else { continue }
      border(entry.range)
      brackets[entry.range.lowerBound] = (partner, entry.fields[1] == "o")
    }
    for entry in try UCDFile("UnicodeData.txt", in: folder).entries {
      var words = entry.fields[4].split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      border(entry.range)
      let tag = first.hasPrefix("<") ? words.removeFirst() : ""
      let scalars = words.compactMap { Int($0, radix: 16) }
      decompositions[entry.range.lowerBound] = (tag, scalars)
    }
  }

  private mutating func read(
    _ name: String, _ folder: URL, into values: WritableKeyPath<Database, [String]>,
    skippingDefaults: Bool = false
  ) throws {
    for entry in try UCDFile(name, in: folder).entries
    where !(skippingDefaults && entry.isMissing) {
      fill(values, entry.range, entry.fields[0])
    }
  }

  private mutating func fill<Value>(
    _ values: WritableKeyPath<Database, [Value]>, _ range: ClosedRange<Int>, _ value: Value
  ) {
    self[keyPath: values].replaceSubrange(range, with: repeatElement(value, count: range.count))
    border(range)
  }

  private mutating func border(_ range: ClosedRange<Int>) {
    borders.insert(range.lowerBound)
    borders.insert(range.upperBound + 1)
  }
}
