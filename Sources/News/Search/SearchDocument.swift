import Foundation

/// What the index keeps of an article: its columns, folded.
struct SearchDocument: Equatable {
  var title: Data
  var body: Data
  var source: Data
  var tags: Data
}

/// Folds articles into documents, over buffers that it keeps.
struct DocumentFolder {
  private var text = SearchText()
  private var tagText = SearchText()

  /// The document of an article, from what the store has of it.
  ///
  /// - Parameters:
  ///   - stored: the bytes of `StoredText`.
  ///   - ownTags: what the reader tagged it with.
  /// - Throws: where `stored` is damaged.
  mutating func document(
    _ row: IndexedRow, stored: UnsafeRawBufferPointer, ownTags: [String]
  ) throws(ByteReader.Damaged) -> SearchDocument {
    text.add(row.title)
    let titleColumn = text.finish()
    row.addSources(to: &text)
    let sourceColumn = text.finish()
    try StoredText.visit(
      stored, text: { text.add($0) }, tag: { tagText.add($0) })
    for tag in ownTags { tagText.add(tag) }
    return SearchDocument(
      title: Data(titleColumn), body: Data(text.finish()), source: Data(sourceColumn),
      tags: Data(tagText.finish()))
  }

  /// The terms that `lang:` looks for: `=ar`, and `=ar-eg` where there is more to the tag.
  static func terms(ofLanguage tag: String?) -> [String] {
    guard let tag else { return [] }
    let parts = tag.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    guard let primary = parts.first, primary.utf8.count <= 8 else { return [] }
    let whole = parts.prefix(4).map { $0.prefix(8) }.joined(separator: "-")
    return whole == primary ? ["=\(primary)"] : ["=\(primary)", "=\(whole)"]
  }
}

extension SearchText {
  /// Adds the words of a text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }
}
