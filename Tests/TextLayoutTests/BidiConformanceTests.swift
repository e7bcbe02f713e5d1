import TestSupport
import Testing
import UnicodeData

@testable import TextLayout

/// The official conformance files of UAX #9, every line of them.
@Suite struct BidiConformanceTests {
  @Test func everyLineOfBidiTestResolves() throws {
    var runner = BidiCaseRunner()
    var levels: [UInt8?] = []
    var order: [Int] = []
    for line in try Fixture.unicodeLines("BidiTest.txt") {
      if line.starts(with: "@Levels:".utf8) {
        levels = line.dropFirst(8).words.map { UInt8(decimal: $0) }
      } else if line.starts(with: "@Reorder:".utf8) {
        order = line.dropFirst(9).words.compactMap { Int(decimal: $0) }
      } else if line.first != UInt8(ascii: "@") {
        let fields = line.split(separator: UInt8(ascii: ";"))
        let scalars = try fields[0].words.map { try #require(Self.samples[Array($0)]) }
        let bits = try #require(Int(decimal: fields[1].words[0]))
        for (bit, direction) in Self.directions where bits & bit != 0 {
          runner.run(
            BidiCase(scalars: scalars, direction: direction, levels: levels, order: order))
        }
      }
    }
    #expect(runner.failures.prefix(10).isEmpty)
    print("BidiTest \(runner.count)")
    #expect(runner.count == 770_241)
  }

  @Test func everyLineOfBidiCharacterTestResolves() throws {
    var runner = BidiCaseRunner()
    for line in try Fixture.unicodeLines("BidiCharacterTest.txt") {
      let fields = line.split(
        separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      let directions: [ParagraphDirection] = [.leftToRight, .rightToLeft, .automatic]
      runner.run(
        BidiCase(
          scalars: try fields[0].words.map { try #require(UInt32(hexadecimal: $0)) },
          direction: directions[try #require(Int(decimal: fields[1].words[0]))],
          levels: fields[3].words.map { UInt8(decimal: $0) },
          order: fields[4].words.compactMap { Int(decimal: $0) },
          paragraphLevel: UInt8(decimal: fields[2].words[0])))
    }
    #expect(runner.failures.prefix(10).isEmpty)
    print("BidiCharacterTest \(runner.count)")
    #expect(runner.count == 91_707)
  }

  private static let directions: [(Int, ParagraphDirection)] = [
    (1, .automatic), (2, .leftToRight), (4, .rightToLeft),
  ]

  /// One scalar of each class, none of them a bracket.
  private static let samples: [[UInt8]: UInt32] = [
    "L": 0x61, "R": 0x05D0, "AL": 0x0627, "EN": 0x31, "ES": 0x2B, "ET": 0x25, "AN": 0x0661,
    "CS": 0x2C, "NSM": 0x0300, "BN": 0x200B, "B": 0x2029, "S": 0x09, "WS": 0x20, "ON": 0x21,
    "LRE": 0x202A, "LRO": 0x202D, "RLE": 0x202B, "RLO": 0x202E, "PDF": 0x202C, "LRI": 0x2066,
    "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = $1.value }
}

extension ArraySlice<UInt8> {
  /// The parts between blanks.
  var words: [ArraySlice<UInt8>] { split { $0 <= UInt8(ascii: " ") } }
}

extension FixedWidthInteger {
  /// A number in decimal digits; nil for what is none, as the `x` of the files.
  init?(decimal digits: ArraySlice<UInt8>) {
    self.init(String(decoding: digits, as: UTF8.self))
  }

  /// A number in hexadecimal digits.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    self.init(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
