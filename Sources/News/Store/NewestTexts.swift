import GRDB

/// Finds the newest hits of a question that ends with the beginning of a word, by reading texts from
/// the newest down.
///
/// The index of words has no beginnings: FTS5 merges the lists of all words that begin so before it
/// has the first hit, which takes half a second for what most texts of a large library have. But of
/// such a beginning few of the newest texts give a page.
struct NewestTexts {
  /// Texts that are read to tell how common a beginning is, and their bytes at most.
  private static let sample: (texts: Int64, bytes: Int) = (24, 1 << 18)
  /// It is common where one of so many has it: there the index takes as long as this does.
  private static let common = 3
  /// Texts that are read at most, and their bytes.
  private static let most: (texts: Int, bytes: Int) = (800, 1 << 21)
  /// From so many on, those that were read tell how many more a page would take.
  private static let fewest = 100

  private let db: Database
  private let candidates: SearchQuery
  private let sought: SoughtEnd

  /// - Parameters:
  ///   - candidates: what else the question asks for.
  ///   - sought: what its last word asks for.
  init(_ db: Database, _ candidates: SearchQuery, _ sought: SoughtEnd) {
    self.db = db
    self.candidates = candidates
    self.sought = sought
  }

  /// The newest hits, so many or all there are; nil where the index is to be asked, as it is quicker.
  func hits(_ limit: Int) throws -> [Int64]? {
    guard try isCommon() else { return nil }
    let statement = try db.cachedStatement(sql: candidates.ranks + " ORDER BY 1 DESC LIMIT ?")
    let ranks = try statement.ints(candidates.arguments + [Self.most.texts + 1])
    let mayBeMany = ranks.count > Self.most.texts
    var texts = SoughtTexts(sought, db, bytes: Self.most.bytes)
    var hits: [Int64] = []
    for (read, rank) in ranks.enumerated() where hits.count < limit {
      let isRare = read >= Self.fewest && limit * read > hits.count * Self.most.texts
      if mayBeMany && isRare { return nil }
      if try texts.has(rank) { hits.append(rank) }
      if texts.isTooMuch { return nil }
    }
    return hits
  }

  /// Whether many of the library's texts have such a word, old ones and new.
  private func isCommon() throws -> Bool {
    let last = try db.cachedStatement(sql: "SELECT max(id) FROM headlines").int() ?? 0
    let next = try db.cachedStatement(
      sql: "SELECT rank FROM headlines WHERE id >= ? ORDER BY id LIMIT 1")
    var texts = SoughtTexts(SoughtEnd(beginningsOf: sought), db, bytes: Self.sample.bytes)
    var (read, count) = (0, 0)
    for id in stride(from: 1, through: last, by: Int(max(1, last / Self.sample.texts))) {
      guard let rank = try next.int([id]) else { break }
      read += 1
      if try texts.has(rank) { count += 1 }
      if texts.isTooMuch { return false }
    }
    return count * Self.common >= read
  }
}
