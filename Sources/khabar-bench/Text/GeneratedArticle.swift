import Glibc

/// One article of the corpus, and how each program wants it written.
struct GeneratedArticle {
  let number: Int
  let vocabulary: Vocabulary
  let source: String
  /// Seconds since 1970.
  let instant: Int
  var title: [UInt8] = []
  var paragraphs: [[UInt8]] = []

  /// One line of khabar's own shape.
  func append(toLines text: inout [UInt8]) {
    text += "{\"id\":\"b\(number)\",\"title\":\"".utf8
    appendEscaped(title, to: &text)
    text += "\",\"date\":\"\(date("%Y-%m-%dT%H:%M:%SZ"))\",\"source\":\"\(source)\"".utf8
    text += ",\"lang\":\"\(vocabulary.language)\",\"url\":\"\(address)\",\"body\":\"".utf8
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text += #"\n\n"#.utf8 }
      appendEscaped(paragraph, to: &text)
    }
    text += "\"}\n".utf8
  }

  /// One item of RSS 2.0, its paragraphs as HTML.
  func append(toFeed text: inout [UInt8]) {
    text += "<item><title>".utf8
    text += title
    text += "</title><link>\(address)</link><guid>\(address)</guid>".utf8
    text += "<author>\(source)</author>".utf8
    text += "<pubDate>\(date("%a, %d %b %Y %H:%M:%S +0000"))</pubDate><description>".utf8
    for paragraph in paragraphs {
      text += "&lt;p&gt;".utf8
      text += paragraph
      text += "&lt;/p&gt;".utf8
    }
    text += "</description></item>\n".utf8
  }

  /// One row of sfeed's table (sfeed(5)), its paragraphs as plain text.
  func append(toTable text: inout [UInt8]) {
    text += "\(instant)\t".utf8
    text += title
    text += "\t\(address)\t".utf8
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text += #"\n\n"#.utf8 }
      text += paragraph
    }
    text += "\tplain\t\(address)\t\(source)\t\t\n".utf8
  }

  /// Rank, headline, source and date, parted by tabs.
  func append(toRows text: inout [UInt8], rank: Int) {
    text += "\(rank)\t".utf8
    text += title
    text += "\t\(source)\t\(date("%Y-%m-%d"))\n".utf8
  }
}

extension GeneratedArticle {
  private var address: String { "https://example.org/news/\(number)" }

  /// The instant in UTC, as `strftime` writes it.
  private func date(_ format: String) -> String {
    var seconds = time_t(instant)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let start = buffer.baseAddress, strftime(start, 64, format, &parts) > 0 else {
        return ""
      }
      return String(cString: start)
    }
  }

  private func appendEscaped(_ value: [UInt8], to text: inout [UInt8]) {
    for byte in value {
      if byte == UInt8(ascii: "\"") { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
    }
  }
}
