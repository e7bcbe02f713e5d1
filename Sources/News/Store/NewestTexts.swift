import GRDB

/// Finds the newest hits of a question that ends with the beginning of a word, by reading texts from
/// the newest down.
///
/// The index of words has no beginnings: FTS5 merges the lists of all words that begin so before it
/// has the first hit, which takes half a second for what most texts of a large library have. But of
/// such a beginning few of the newest texts give a page.
struct NewestTexts {
  /// Texts that are read to tell how common a beginning is, and their bytes at most.
  private static let sample: (texts: Int, bytes: Int) = (32, 1 << 18)
  /// So many places of a text are counted.
  private static let places = 100
  /// To read a text takes as long as FTS5 takes to merge so many places: some 60 microseconds.
  private static let placesOfAText = 500
  /// Texts that are read at most, and their bytes.
  private static let most: (texts: Int, bytes: Int) = (800, 1 << 21)
  /// From so many on, those that were read tell how many more will be.
  private static let fewest = 40
  /// Where the index takes no longer than so many texts, it is asked.
  private static let leastAllowance = 100

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

  /// The newest hits, so many or all there are; nil where they are so rare that more than `allowance`
  /// texts would have to be read.
  func hits(_ limit: Int, allowance: Int = .max) throws -> [Int64]? {
    let statement = try db.cachedStatement(sql: candidates.ranks + " ORDER BY 1 DESC LIMIT ?")
    let ranks = try statement.ints(candidates.arguments + [Self.most.texts + 1])
    var texts = SoughtTexts(sought, db, bytes: Self.most.bytes)
    var hits: [Int64] = []
    for (read, rank) in ranks.enumerated() where hits.count < limit {
      if read >= Self.fewest {
        let all = hits.isEmpty ? ranks.count : min(ranks.count, limit * read / hits.count)
        guard all <= Self.most.texts, all - read <= allowance else { return nil }
      }
      if try texts.places(at: rank, upTo: 1) > 0 { hits.append(rank) }
      if texts.isTooMuch { return nil }
    }
    return hits
  }

  /// How many texts are read in the time that the index would take, as far as some of the library's
  /// tell, old ones and new; nil where so few that it does not pay.
  func allowance() throws -> Int? {
    let last = Int(try db.cachedStatement(sql: "SELECT max(id) FROM headlines").int() ?? 0)
    // Not even where all texts had all the places that are counted.
    guard last * Self.places >= Self.leastAllowance * Self.placesOfAText else { return nil }
    let next = try db.cachedStatement(
      sql: "SELECT rank FROM headlines WHERE id >= ? ORDER BY id LIMIT 1")
    var texts = SoughtTexts(SoughtEnd(beginningsOf: sought), db, bytes: Self.sample.bytes)
    var (read, places) = (0, 0)
    for number in 0..<Self.sample.texts {
      // Multiples of the golden ratio lie evenly, and with no period that a library may have as well.
      let part = (Double(number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
      guard let rank = try next.int([1 + Int(Double(last) * part)]) else { continue }
      places += try texts.places(at: rank, upTo: Self.places)
      guard !texts.isTooMuch else { return nil }
      read += 1
    }
    let allowance = places * last / (max(1, read) * Self.placesOfAText)
    return allowance >= Self.leastAllowance ? allowance : nil
  }
}
