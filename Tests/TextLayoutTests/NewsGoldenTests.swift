import Foundation
import Testing
import TextLayout

/// Sentences of news in five languages, wrapped, ordered and shaped.
@Suite struct NewsGoldenTests {
  struct Golden: CustomTestStringConvertible {
    var text: Substring
    var lines: [String] = []
    var testDescription: String { String(text) }
  }

  @Test(arguments: NewsGoldenTests.goldens)
  func sentencesAreLaidOutAsTheyAreRead(_ golden: Golden) {
    #expect(laid(String(golden.text), within: 36) == golden.lines)
    let logical = laid(String(golden.text), within: 36, in: .logical)
    #expect(logical.count == golden.lines.count)
  }

  @Test func goldensAreFound() {
    #expect(Self.goldens.count == 6)
  }

  private static let goldens: [Golden] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/news.36.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var goldens: [Golden] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("> ") {
        goldens.append(Golden(text: line.dropFirst(2)))
      } else if let last = goldens.indices.last {
        goldens[last].lines.append(String(line))
      }
    }
    return goldens
  }()
}
