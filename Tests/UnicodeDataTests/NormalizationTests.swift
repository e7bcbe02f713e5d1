import TestSupport
import Testing
import UnicodeData

struct NormalizationTests {
  private func scalars(_ field: Substring) -> [UInt32] {
    field.split(separator: " ").compactMap { UInt32($0, radix: 16) }
  }

  private func composed(_ text: [UInt32], _ composer: inout Composer) -> [UInt32] {
    var text = text
    var places = text.indices.map { UInt32($0) }
    let count = text.count
    composer.compose(&text, places: &places)
    let ascends = zip(places, places.dropFirst()).allSatisfy(<=)
    if places.count != text.count || places.first != 0 || !ascends
      || places[places.count - 1] >= count
    {
      Issue.record("\(text) comes from \(places)")
    }
    return text
  }

  @Test func everyLineOfNormalizationTestHoldsForNFC() throws {
    var composer = Composer()
    var failures: [String] = []
    var count = 0
    var listed: Set<UInt32> = []
    var isPart1 = false
    for line in try Fixture.unicodeLines("NormalizationTest.txt") {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("@") {
        isPart1 = text.hasPrefix("@Part1")
        continue
      }
      let columns = text.split(separator: ";").prefix(5).map(scalars)
      count += 1
      if isPart1, let scalar = columns[0].first { listed.insert(scalar) }
      let holds =
        columns[0..<3].allSatisfy { composed($0, &composer) == columns[1] }
        && columns[3..<5].allSatisfy { composed($0, &composer) == columns[3] }
      if !holds { failures.append(text) }
    }
    #expect(failures.isEmpty, "\(failures.count) lines fail: \(failures.prefix(10))")
    print("NormalizationTest \(count)")
    #expect(count > 20_000)
    var text = (UInt32(0)..<0x110000).filter { !listed.contains($0) }.flatMap {
      scalar -> [UInt32] in [0x0A, scalar]
    }
    let before = text
    var places = text.indices.map { UInt32($0) }
    composer.compose(&text, places: &places)
    #expect(text == before, "a scalar that Part1 does not list changes")
  }

  @Test func stretchesAreFoundAmongOtherText() throws {
    var composer = Composer()
    var random = Random(seed: 15)
    let lines = try Fixture.unicodeLines("NormalizationTest.txt").compactMap {
      (line) -> [[UInt32]]? in
      let text = String(decoding: line, as: UTF8.self)
      return text.hasPrefix("@") ? nil : text.split(separator: ";").prefix(3).map(scalars)
    }
    for _ in 0..<2_000 {
      let chosen = (0..<4).compactMap { _ in lines.randomElement(using: &random) }
      let source = chosen.flatMap { line -> [UInt32] in [0x628] + line[0] + [0x20] }
      let decomposed = chosen.flatMap { line -> [UInt32] in [0x628] + line[2] + [0x20] }
      let expected = composed(source, &composer)
      try #require(composed(decomposed, &composer) == expected)
      try #require(composed(expected, &composer) == expected)
    }
  }

  @Test func composedTextIsLeftAlone() {
    var composer = Composer()
    var text: [UInt32] = [0x628, 0x64E, 0x651, 0x622, 0xE9]
    var places: [UInt32] = [0, 2, 4, 6, 8]
    #expect(!composer.compose(&text, places: &places))
    #expect(places == [0, 2, 4, 6, 8])
  }

  @Test func composedScalarsKeepTheirPlace() {
    var composer = Composer()
    var text: [UInt32] = [0x41, 0x627, 0x653, 0x651, 0x64E, 0x628]
    var places: [UInt32] = [0, 1, 3, 5, 7, 9]
    #expect(composer.compose(&text, places: &places))
    #expect(text == [0x41, 0x622, 0x64E, 0x651, 0x628])
    #expect(places == [0, 1, 5, 5, 9])
  }

  @Test func manyMarksOnOneLetterStayQuick() {
    var composer = Composer()
    let marks = (0..<200_000).map { UInt32($0.isMultiple(of: 2) ? 0x651 : 0x64E) }
    let found = composed([0x628] + marks, &composer)
    #expect(found.prefix(100_001).dropFirst().allSatisfy { $0 == 0x64E })
    #expect(found.suffix(100_000).allSatisfy { $0 == 0x651 })
  }
}
