public import Foundation

/// Files of the repository that tests read.
public enum Fixture {
  /// What is wrong with a fixture, as a sentence.
  public struct Problem: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// The folder that holds `Package.swift`.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of resources in the repository.
  public static let resources = package.appendingPathComponent("Resources")

  /// The bytes of a file in `Resources`, `name` being its path there; where only `name.xz` exists,
  /// that file unpacked. Throws when neither can be read.
  public static func bytes(_ name: String) throws -> [UInt8] {
    let plain = resources.appendingPathComponent(name)
    if FileManager.default.fileExists(atPath: plain.path) {
      return [UInt8](try Data(contentsOf: plain))
    }
    return try unpacked(resources.appendingPathComponent(name + ".xz"))
  }

  /// A file in `Resources` as `bytes(_:)` finds it, as text.
  public static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The lines of a file of the Unicode Character Database in `Resources/ucd`, comments and empty
  /// lines left out.
  public static func unicodeLines(_ name: String) throws -> [ArraySlice<UInt8>] {
    try bytes("ucd/" + name).split(separator: UInt8(ascii: "\n")).compactMap { line in
      let bare = line.prefix { $0 != UInt8(ascii: "#") }
      return bare.contains { $0 > UInt8(ascii: " ") } ? bare : nil
    }
  }

  private static func unpacked(_ file: URL) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw Problem(description: "\(file.path) is missing")
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", file.path]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Problem(description: "xz cannot read \(file.path)")
    }
    return [UInt8](data)
  }
}
