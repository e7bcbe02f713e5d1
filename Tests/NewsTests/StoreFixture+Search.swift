import Foundation
import Testing

@testable import News

extension StoreFixture {
  /// A library of articles, each a headline and a body, the first the newest; its index is made.
  convenience init(searching articles: [(title: String, body: String)]) throws {
    try self.init()
    var lines = ""
    for (index, article) in articles.enumerated() {
      let object: [String: Any] = [
        "id": "\(index)", "title": article.title, "content_text": article.body,
        "date_published": String(format: "2024-03-%02d", 28 - index),
      ]
      lines += String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
      lines += "\n"
    }
    try write("a.jsonl", lines)
    try scan("a.jsonl")
    try store.index()
  }

  /// The headlines that a question finds; as many as are counted.
  func found(
    _ question: String, _ order: SearchOrder = .newest, end: SearchEnd = .word
  ) throws -> [String] {
    let question = try SearchQuestion(question)
    let ranks = try store.search(question, order, end: end)
    #expect(try store.countHits(of: question, end: end) == ranks.count)
    return try store.headlines(at: ranks).map(\.title)
  }
}
