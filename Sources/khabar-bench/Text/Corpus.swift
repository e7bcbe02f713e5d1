import Foundation
import Glibc

/// Articles that nobody wrote, newest first: as JSON Lines for khabar, as RSS for newsboat, as sfeed's
/// table, and the headlines alone, a row each, for the floor. They hold the same.
struct Corpus {
  let articles: Int
  /// How many words a body has.
  let words: ClosedRange<Int>

  /// Stands in every headline, so that the first one on a screen can be waited for.
  static let marker = "nws"

  /// When the first article was published, in seconds since 1970.
  static let newest = 1_780_000_000

  /// Where the files are.
  struct Files {
    let lines: String
    let feed: String
    let rows: String
    let table: String
  }

  /// Writes the files into `folder`; what only peers read is left empty where no peer is to read it.
  func write(into folder: String, isForPeers: Bool) throws -> Files {
    let files = Files(
      lines: "\(folder)/articles.jsonl", feed: "\(folder)/articles.xml", rows: "\(folder)/rows.tsv",
      table: "\(folder)/table")
    let lines = try TextFile(files.lines)
    let feed = try TextFile(files.feed)
    let rows = try TextFile(files.rows)
    let table = try TextFile(files.table)
    let all = [lines, feed, rows, table]
    var news = NewsText(seed: 2)
    feed.text += Self.feedStart.utf8
    for index in 0..<articles {
      let article = article(index, from: &news)
      article.append(toLines: &lines.text)
      article.append(toRows: &rows.text, rank: articles - index)
      if isForPeers {
        article.append(toFeed: &feed.text)
        article.append(toTable: &table.text)
      }
      for file in all { try file.flush(over: 1 << 20) }
    }
    feed.text += "</channel></rss>\n".utf8
    for file in all { try file.flush(over: 0) }
    return files
  }
}

extension Corpus {
  private static let feedStart = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>News</title><link>https://example.org/</link>
    <description>News</description>

    """
  private static let sources = ["الأفق", "המבט", "روزنامه", "The Ledger", "صدى اليوم"]

  private func article(_ index: Int, from news: inout NewsText) -> GeneratedArticle {
    let vocabulary = news.language(of: Vocabulary.mixed)
    var article = GeneratedArticle(
      number: index, vocabulary: vocabulary,
      source: Self.sources[index % Self.sources.count],
      instant: Self.newest - index * 420 - news.number(in: 0...400))
    news.headline(2, in: vocabulary, to: &article.title)
    article.title += " \(Self.marker)\(index) ".utf8
    news.headline(news.number(in: 4...12), in: vocabulary, to: &article.title)
    var rest = news.number(in: words)
    while rest > 0 {
      let count = min(rest, news.number(in: 30...90))
      var paragraph: [UInt8] = []
      news.paragraph(count, in: vocabulary, to: &paragraph)
      article.paragraphs.append(paragraph)
      rest -= count
    }
    return article
  }
}

/// A file that is written a megabyte at a time.
private final class TextFile {
  var text: [UInt8] = []
  private let handle: FileHandle

  init(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw BenchError.file(path) }
    self.handle = handle
  }

  func flush(over limit: Int) throws {
    guard text.count > limit else { return }
    try handle.write(contentsOf: text)
    text.removeAll(keepingCapacity: true)
  }
}
