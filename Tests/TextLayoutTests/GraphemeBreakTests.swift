import TestSupport
import Testing
import UnicodeData

@testable import TextLayout

struct GraphemeBreakTests {
  private func starts(_ scalars: [UInt32]) -> [Bool] {
    let classes = scalars.map { ScalarTable.shared[$0] }
    var result = [Bool](repeating: false, count: classes.count)
    classes.withUnsafeBufferPointer { classes in
      result.withUnsafeMutableBufferPointer { GraphemeClusters.resolve(classes, into: $0) }
    }
    return result
  }

  @Test func everyLineOfGraphemeBreakTestHolds() throws {
    let file = try BreakTestFile("GraphemeBreakTest.txt")
    var failures: [String] = []
    for line in file.cases where starts(line.scalars) != line.breaks.dropLast() {
      failures.append(line.text)
    }
    #expect(failures.isEmpty, "\(failures.count) lines fail: \(failures.prefix(20))")
    print("GraphemeBreakTest \(file.cases.count)")
    #expect(file.cases.count == 766)
  }

  @Test func clustersDoNotDependOnWhatStandsBeforeALetter() throws {
    let cases = try BreakTestFile("GraphemeBreakTest.txt").cases
    for line in cases {
      let found = starts([0x61, 0x62] + line.scalars)
      let first = line.scalars.first.map { starts([0x62, $0])[1] } ?? true
      #expect(Array(found.dropFirst(3)) == Array(line.breaks.dropLast().dropFirst()))
      #expect(found[2] == first)
    }
  }

  @Test func aFlagIsTwoRegionalIndicators() {
    let found = starts([UInt32](repeating: 0x1F1F5, count: 101))
    #expect(found.indices.allSatisfy { found[$0] == $0.isMultiple(of: 2) })
  }

  @Test func marksBelongToTheirLetter() {
    #expect(starts([0x628, 0x64E, 0x651, 0x628]) == [true, false, false, true])
    #expect(starts([]) == [])
  }
}
