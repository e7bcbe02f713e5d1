import TestSupport
import Testing
import UnicodeData

/// Mirrors, brackets and presentation forms, all scalars, against the files.
struct PairTests {
  private let table = ScalarTable.shared

  private func pairs(_ name: String) throws -> [UInt32: [String]] {
    var pairs: [UInt32: [String]] = [:]
    for line in try Fixture.unicodeLines(name) {
      let fields = String(decoding: line, as: UTF8.self).split(separator: ";")
        .map { $0.filter { $0 != " " } }
      if let scalar = UInt32(fields[0], radix: 16) { pairs[scalar] = Array(fields[1...]) }
    }
    return pairs
  }

  @Test func mirrorsAreThoseOfBidiMirroring() throws {
    let expected = try pairs("BidiMirroring.txt").mapValues { UInt32($0[0], radix: 16) }
    #expect(expected.count == 428)
    for scalar in UInt32(0)..<0x110000 {
      let hasMirror = table.properties(of: scalar).hasMirror
      guard hasMirror || expected[scalar] != nil else { continue }
      let mirror = try #require(BidiMirror.mirror(of: scalar))
      #expect(hasMirror && mirror == expected[scalar])
      #expect(BidiMirror.mirror(of: mirror) == scalar)
    }
    #expect(BidiMirror.mirror(of: 0x61) == nil)
  }

  @Test func bracketsAreThoseOfBidiBrackets() throws {
    let expected = try pairs("BidiBrackets.txt")
    #expect(expected.count == 128)
    for scalar in UInt32(0)..<0x110000 {
      let bracket = BidiBracket(scalar)
      let isBracket = table.properties(of: scalar).isBracket
      guard isBracket || bracket != nil || expected[scalar] != nil else { continue }
      let own = try #require(bracket)
      let fields = try #require(expected[scalar])
      #expect(isBracket)
      #expect(own.kind == (fields[1] == "o" ? .open : .close))
      let partner = UInt32(fields[0], radix: 16).flatMap { BidiBracket($0) }
      #expect(partner?.pair == own.pair)
      #expect(partner?.kind != own.kind)
    }
  }

  @Test func bracketsThatAreCanonicallyEquivalentPair() throws {
    #expect(BidiBracket(0x2329)?.pair == BidiBracket(0x3009)?.pair)
    #expect(BidiBracket(0x3008)?.pair == BidiBracket(0x232A)?.pair)
    let kinds = (UInt32(0)..<0x110000).compactMap { BidiBracket($0) }.filter { $0.kind == .open }
    #expect(Set(kinds.map(\.pair)).count == kinds.count - 1)
  }

  @Test func formsAreTheCompatibilityDecompositionsOfUnicodeData() throws {
    let records = try UnicodeRecords.shared.get()
    var expected: [UInt32: [String: UInt32]] = [:]
    for (form, text) in records.decomposition where text.hasPrefix("<") {
      let words = text.split(separator: " ").map(String.init)
      let isForm = ["<isolated>", "<final>", "<initial>", "<medial>"].contains(words[0])
      guard isForm, words.count == 2, let letter = UInt32(words[1], radix: 16) else { continue }
      expected[letter, default: [:]][words[0]] = form
    }
    #expect(expected.count == 76)
    for scalar in UInt32(0)..<0x110000 {
      let forms = PresentationForm.forms(of: scalar)
      let hasForms = table.properties(of: scalar).hasForms
      guard hasForms || forms != nil || expected[scalar] != nil else { continue }
      let own = try #require(expected[scalar])
      let found = try #require(forms)
      #expect(hasForms)
      #expect(found.isolated == own["<isolated>"] ?? 0)
      #expect(found.final == own["<final>"] ?? 0)
      #expect(found.initial == own["<initial>"] ?? 0)
      #expect(found.medial == own["<medial>"] ?? 0)
    }
  }

  @Test func fourAlefsLigateWithLam() throws {
    let records = try UnicodeRecords.shared.get()
    for alef in UInt32(0x0600)...0x06FF {
      guard let ligature = PresentationForm.lamAlef(with: alef) else { continue }
      let parts = " 0644 0" + String(alef, radix: 16)
      #expect(records.decomposition[ligature.isolated] == "<isolated>" + parts)
      #expect(records.decomposition[ligature.final] == "<final>" + parts)
    }
    let alefs = (UInt32(0x0600)...0x06FF).filter { PresentationForm.lamAlef(with: $0) != nil }
    #expect(alefs == [0x0622, 0x0623, 0x0625, 0x0627])
  }
}
