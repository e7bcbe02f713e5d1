import News
import TestSupport
import Testing

/// Any bytes end in articles and problems: no control gets in, and every place is in the file.
struct FormatFuzzTests {
  @Test(arguments: [
    "khabar.json", "feed-1.1.json", "feed-1.0.json", "envelope.json", "lines.jsonl", "array.json",
    "miniflux.json", "google-reader.json", "newsapi.json", "mediastack.json", "newsdata.json",
    "trafilatura.json", "newspaper.json", "news-please.json", "readability.json",
    "newsarticle.json", "graph.json", "wordpress.json", "rss.json", "saudinewsnets.json",
  ])
  func anyChangeOfAFileEndsWell(_ name: String) throws {
    let bytes = try NewsReading.bytes(ofFixture: name)
    var random = Random(seed: 5)
    for _ in 0..<150 {
      let changed = Self.changed(bytes, &random)
      let reading = try NewsReading(changed, name: name)
      #expect(reading.outcome.articles == reading.articles.count)
      #expect(reading.outcome.problems == reading.problems.count)
      for article in reading.articles { Self.check(article) }
      let lines = changed.split(separator: 0x0A, omittingEmptySubsequences: false)
      for problem in reading.problems {
        guard (1...lines.count).contains(problem.line) else {
          Issue.record("\(problem) is in no line")
          continue
        }
        #expect((1...lines[problem.line - 1].count + 1).contains(problem.column), "\(problem)")
      }
    }
  }

  private static func changed(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let size = min(Int.random(in: 0...40, using: &random), bytes.count - at)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<at + size)
      case 2: bytes.insert(contentsOf: bytes[at..<at + size], at: at)
      default: bytes.insert(contentsOf: #"\u0007<\n"#.utf8, at: at)
      }
    }
    return bytes
  }

  private static func check(_ article: Article) {
    let fields: [String?] =
      [
        article.title, article.kicker, article.ownID, article.dateText, article.language,
        article.url, article.dateline, article.publication?.name, article.image?.alternative,
      ] + article.authors + article.tags
    for field in fields {
      #expect(field?.unicodeScalars.contains { isControl($0) } != true)
      #expect(field?.isEmpty != true)
    }
    for text in article.body.map(\.text) + [article.summary ?? ""] {
      #expect(!text.unicodeScalars.contains { isControl($0) && $0 != "\n" && $0 != "\t" })
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
