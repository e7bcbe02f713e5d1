import Foundation
import Testing

/// The walls of the house: a target imports only what the diagram in `Sources/README.md` allows.
@Suite struct FloorTests {
  /// What each room may import; nothing else, of this package, of others or of the toolchain.
  static let floors: [String: Set<String>] = [
    "UnicodeData": [],
    "Display": [],
    "TextLayout": ["UnicodeData"],
    "News": ["GRDB", "CLibXML2", "CSQLite", "Foundation", "Glibc", "Synchronization"],
    "Words": ["Foundation", "Glibc"],
    "Reader": ["News", "TextLayout", "Words", "Display"],
    "Terminal": ["Display", "UnicodeData", "CNcurses", "Glibc", "Synchronization"],
    "khabar": [
      "Reader", "Terminal", "News", "TextLayout", "Words", "Display", "UnicodeData",
      "ArgumentParser", "Foundation", "Glibc", "Synchronization", "Dispatch",
    ],
    "unicode-tables": ["Foundation", "Glibc"],
    "khabar-bench": ["TextLayout", "News", "Foundation", "Glibc", "Dispatch"],
  ]

  @Test(arguments: floors.keys.sorted())
  func roomImportsOnlyWhatStandsBelowIt(room: String) throws {
    let allowed = try #require(Self.floors[room])
    let files = try SourceTree.files(under: "Sources/\(room)")
    #expect(!files.isEmpty)
    for file in files {
      for name in file.imports where !allowed.contains(name) {
        Issue.record("\(file.path) imports \(name)")
      }
    }
  }

  @Test func everyRoomStandsInTheDiagram() throws {
    let rooms = try SourceTree.rooms().subtracting(["CNcurses", "CLibXML2", "CSQLite"])
    #expect(rooms == Set(Self.floors.keys))
  }

  @Test(arguments: ["NewsStore", "SourceScanner"])
  func readerNeverNamesTheStore(name: String) throws {
    for file in try SourceTree.files(under: "Sources/Reader") {
      #expect(!file.code.contains(name), "\(file.path) names \(name)")
    }
  }

  @Test func onlyTheTerminalKnowsNcurses() throws {
    for room in try SourceTree.rooms() where room != "Terminal" && room != "CNcurses" {
      for file in try SourceTree.files(under: "Sources/\(room)") {
        #expect(!file.imports.contains("CNcurses"), "\(file.path)")
      }
    }
  }

  @Test(arguments: ["CFribidi", "_FoundationICU"])
  func oraclesAreAskedInTheirTestsAlone(name: String) throws {
    for file in try SourceTree.files(under: "Sources") + SourceTree.files(under: "Tests") {
      let isOracleTest = file.path.hasPrefix("Tests/OracleTests/")
      #expect(isOracleTest || !file.imports.contains(name), "\(file.path)")
    }
  }
}
