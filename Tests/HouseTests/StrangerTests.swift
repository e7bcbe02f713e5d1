import Foundation
import TestSupport
import Testing

/// `TextLayout` as others have it: from a package of their own.
@Suite struct StrangerTests {
  @Test func aStrangersProgramIsBuiltAndPrintsItsLines() throws {
    let output = try run(
      "swift", "run", "--quiet", "--package-path", "Tests/StrangersPackage",
      "--scratch-path", ".build/stranger")
    #expect(
      output == """
            12 \u{FEF2}\u{FED3}» \u{0621}\u{FEF2}\u{FEB7} \u{FEFB} \u{FEDD}\u{FE8E}\u{FED7}
          Mastodon \u{FEAE}\u{FE92}\u{FECB} «\u{FEEE}\u{FEF3}\u{FE8E}\u{FEE3}

        """)
  }

  /// What a command prints; its complaints are shown with those of the tests.
  private func run(_ command: String...) throws -> String {
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = Fixture.package
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: printed, as: UTF8.self)
  }
}
