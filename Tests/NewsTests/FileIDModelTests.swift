import Foundation
import Synchronization
import TestSupport
import Testing

@testable import News

/// Files written anew again and again, whose ids mean now this, now that: whatever is taken for the
/// same article, no article that stands in a file is missing from the library.
@Suite struct FileIDModelTests {
  private struct Row {
    var id: String
    var title: String
    var day: Int?
    var body: String?

    var line: String {
      let date = day.map { #","date":"2024-03-0\#($0)""# } ?? ""
      let text = body.map { #","body":"\#($0)""# } ?? ""
      return #"{"id":"\#(id)","title":"\#(title)"\#(date)\#(text)}"#
    }
  }

  private static let ids = ["1", "2", "3", "x", "y", "unknown", "70001"]

  private func row(_ random: inout Random) -> Row {
    Row(
      id: Self.ids.randomElement(using: &random) ?? "1",
      title: "t\(Int.random(in: 0..<12, using: &random))",
      day: Bool.random(using: &random) ? Int.random(in: 1...3, using: &random) : nil,
      body: Bool.random(using: &random) ? "b\(Int.random(in: 0..<3, using: &random))" : nil)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 110, 143, 144, 148, 153])
  func noArticleOfAFileIsMissing(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    // A mark that waits ends each batch with its first article.
    if seed.isMultiple(of: 2) { library.store.waitingMarks.add(1, ordering: .relaxed) }
    var rows: [String: [Row]] = [:]
    var edits = 0
    for _ in 0..<60 {
      let name = ["news/a.jsonl", "news/b.jsonl"].randomElement(using: &random) ?? "news/a.jsonl"
      var file = rows[name] ?? []
      switch Int.random(in: 0..<6, using: &random) {
      case 0: file = (0..<Int.random(in: 1...5, using: &random)).map { _ in row(&random) }
      case 1...2: file.append(row(&random))
      case 3: file.insert(row(&random), at: 0)
      case 4 where !file.isEmpty:
        file[Int.random(in: 0..<file.count, using: &random)].title =
          "t\(Int.random(in: 0..<12, using: &random))"
        edits += 1
      default: if !file.isEmpty { file.remove(at: Int.random(in: 0..<file.count, using: &random)) }
      }
      rows[name] = file
      try library.write(name, file.map(\.line).joined(separator: "\n") + "\n")
      try library.scan("news")
      let shown = Set(try library.titles())
      let missing = Set(file.map(\.title)).subtracting(shown)
      #expect(missing.isEmpty, "\(name): \(file.map(\.line))")
      if !missing.isEmpty { return }
      let all = try library.rows().count
      #expect(try library.store.tally(of: []).all == all)
    }
    #expect(edits > 3)
  }
}
