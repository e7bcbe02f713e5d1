import Foundation

/// One file of the Unicode Character Database: fields parted by semicolons, a range in the first.
struct UCDFile {
  /// One line of such a file, its comment cut off.
  struct Entry {
    /// The scalars that the line speaks of.
    var range: ClosedRange<Int>
    /// The fields after the first.
    var fields: [String]
    /// Whether it is a default, given in an `@missing` comment.
    var isMissing: Bool
  }

  /// The entries in the order of the file; its defaults first, so that later entries win.
  let entries: [Entry]

  /// Reads `name`, or `name` followed by `.xz` through `xz -dc`, in `folder`.
  init(_ name: String, in folder: URL) throws {
    let text = try Self.text(of: name, in: folder)
    var missing: [Entry] = []
    var listed: [Entry] = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      if let entry = Self.entry(line) {
        if entry.isMissing { missing.append(entry) } else { listed.append(entry) }
      }
    }
    entries = missing + listed
  }
}

extension UCDFile {
  /// The bytes of a file that may be compressed.
  private static func text(of name: String, in folder: URL) throws -> [UInt8] {
    let plain = folder.appendingPathComponent(name)
    if FileManager.default.fileExists(atPath: plain.path) {
      return [UInt8](try Data(contentsOf: plain))
    }
    let packed = folder.appendingPathComponent(name + ".xz")
    guard FileManager.default.fileExists(atPath: packed.path) else {
      throw TableError("\(plain.path) is missing")
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", packed.path]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw TableError("xz cannot read \(packed.path)") }
    return [UInt8](data)
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let marker = Array("# @missing:".utf8)
    let isMissing = line.starts(with: marker)
    let rest = isMissing ? line.dropFirst(marker.count) : line
    let bare = rest.prefix { $0 != UInt8(ascii: "#") }
    let fields = bare.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(Self.trimmed)
    guard fields.count > 1 else { return nil }
    let ends = fields[0].split(separator: ".").compactMap { Int($0, radix: 16) }
    guard let first = ends.first, let last = ends.last else { return nil }
    return Entry(range: first...last, fields: Array(fields.dropFirst()), isMissing: isMissing)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    let head = bytes.drop { $0 <= space }
    guard let last = head.lastIndex(where: { $0 > space }) else { return "" }
    return String(decoding: head[...last], as: UTF8.self)
  }
}
