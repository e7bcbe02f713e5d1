import TestSupport
import Testing
import UnicodeData

struct VersionTests {
  @Test(arguments: [
    "BidiBrackets.txt", "BidiMirroring.txt", "DerivedBidiClass.txt", "LineBreak.txt",
    "EastAsianWidth.txt", "GraphemeBreakProperty.txt", "DerivedJoiningType.txt",
    "BidiTest.txt", "LineBreakTest.txt", "GraphemeBreakTest.txt", "NormalizationTest.txt",
  ])
  func filesAreOfTheVersionStated(_ name: String) throws {
    let head = try Fixture.text("ucd/" + name).prefix(200)
    #expect(head.contains("-" + UnicodeVersion.version))
  }
}
