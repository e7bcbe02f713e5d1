import TestSupport

/// A second reader of the Unicode Character Database: UnicodeData.txt whole, and the files that say
/// what stands not in it, where the generator reads files derived from it.
struct UnicodeRecords: Sendable {
  /// General_Category; Cn where unassigned.
  private(set) var category = [String](repeating: "Cn", count: 0x110000)
  /// Bidi_Class of the assigned, from field 4.
  private(set) var bidi = [String](repeating: "", count: 0x110000)
  /// Canonical_Combining_Class, from field 3.
  private(set) var combining = [UInt8](repeating: 0, count: 0x110000)
  /// Field 5 as it is written.
  private(set) var decomposition: [UInt32: String] = [:]

  /// The records, read once.
  static let shared = Result { try UnicodeRecords() }

  private init() throws {
    let text = try Fixture.text("ucd/UnicodeData.txt")
    var first = 0
    text.utf8.split(separator: UInt8(ascii: "\n")).forEach { line in
      let fields = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .prefix(6).map { String(Substring($0)) }
      guard fields.count == 6, let scalar = Int(fields[0], radix: 16) else { return }
      if !fields[1].hasSuffix(", Last>") { first = scalar }
      for place in first...scalar {
        category[place] = fields[2]
        combining[place] = UInt8(fields[3]) ?? 0
        bidi[place] = fields[4]
      }
      if !fields[5].isEmpty { decomposition[UInt32(scalar)] = fields[5] }
    }
  }
}

/// A file of ranges and one value each.
struct RangeFile {
  /// The ranges in the order of the file.
  private(set) var ranges: [(range: ClosedRange<Int>, value: String)] = []

  /// Reads `name`, the defaults of its `@missing` comments among the rest where `defaults` is true.
  /// Where `property` is given, the file lists several and the value is the field after it.
  init(_ name: String, defaults: Bool, property: String? = nil) throws {
    for var line in try Fixture.text("ucd/" + name).split(separator: "\n") {
      if line.hasPrefix("# @missing: ") {
        guard defaults else { continue }
        line = line.dropFirst("# @missing: ".count)
      }
      let fields = line.prefix { $0 != "#" }.split(separator: ";").map { field in
        String(field.filter { $0 != " " && $0 != "\t" })
      }
      guard fields.count > 1, property == nil || fields[1] == property else { continue }
      let value = property == nil ? fields[1] : fields.count > 2 ? fields[2] : "Y"
      let ends = fields[0].components(of: "..").compactMap { Int($0, radix: 16) }
      if let low = ends.first, let high = ends.last { ranges.append((low...high, value)) }
    }
  }

  /// The value of every scalar, later lines before earlier ones.
  func values(default value: String) -> [String] {
    var all = [String](repeating: value, count: 0x110000)
    for (range, value) in ranges {
      for scalar in range { all[scalar] = value }
    }
    return all
  }
}

extension String {
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator)
  }
}
