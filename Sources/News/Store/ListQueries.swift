/// The statements behind a key, all of them: none may scan a table or sort.
///
/// Each takes its rows by key from a bound on, inclusive; a list is never asked by OFFSET.
enum ListQueries {
  /// The columns of a headline's row, in the order in which `Headline(row)` reads them.
  static let columns = columns(rank: "h.rank")
  /// The same, where a row stands at another place than its rank.
  private static func columns(rank: String) -> String {
    """
    \(rank), h.id, h.revision, h.title, h.source_text, h.seconds, h.zone, h.has_time, \
    h.date_text, h.language, h.direction, h.url, h.also, v.rank IS NOT NULL, \
    k.rank IS NOT NULL
    """
  }
  /// The marks of a row: a look at one key each, since the rows of a window may lie far apart.
  static let mark = """
    LEFT JOIN unread v ON v.source = 0 AND v.rank = h.rank LEFT JOIN starred k ON k.rank = h.rank
    """

  /// The end of a statement that walks down the list, or up: one bound, one limit.
  private static func walk(_ column: String, _ step: NewsStore.Step) -> String {
    switch step {
    case .next: "\(column) <= ? ORDER BY \(column) DESC LIMIT ?"
    case .previous: "\(column) >= ? ORDER BY \(column) LIMIT ?"
    }
  }

  /// Rows of the library: bound, limit.
  static func libraryRows(_ step: NewsStore.Step) -> String {
    "SELECT \(columns) FROM headlines h \(mark) WHERE \(walk("h.rank", step))"
  }

  /// Rows of a source: source, bound, limit.
  static func sourceRows(_ step: NewsStore.Step) -> String {
    """
    SELECT \(columns) FROM sightings s CROSS JOIN headlines h ON h.rank = s.rank \(mark) \
    WHERE s.source = ? AND \(walk("s.rank", step))
    """
  }

  /// Unread rows of a source, 0 the library: source, bound, limit.
  static func unreadRows(_ step: NewsStore.Step) -> String {
    """
    SELECT \(columns) FROM unread v CROSS JOIN headlines h ON h.rank = v.rank \
    LEFT JOIN starred k ON k.rank = h.rank \
    WHERE v.source = ? AND \(walk("v.rank", step))
    """
  }

  /// Starred rows, of some sources or of the library, all or those unread: bound, limit.
  ///
  /// What is not in the sources is passed by: stars are set by hand, so there are few.
  static func starredRows(
    _ step: NewsStore.Step, in sources: [SourceID] = [], unreadOnly: Bool = false
  ) -> String {
    """
    SELECT \(columns) FROM starred w CROSS JOIN headlines h ON h.rank = w.rank \(mark) \
    WHERE \(sighted("w.rank", in: sources)) \(unreadOnly ? "v.rank IS NOT NULL AND" : "") \
    \(walk("w.rank", step))
    """
  }

  /// Where a status stands in the history: the later it was read, the greater.
  private static let reading = "(t.read_at << 29 | t.id)"
  /// The statuses that the history shows, as its index names them.
  private static let wasRead = "t.read = 1 AND t.read_at IS NOT NULL AND t.gone = 0"

  /// Rows that were read, the latest first, and when: bound, limit. Their places are no ranks.
  static func historyRows(_ step: NewsStore.Step, in sources: [SourceID] = []) -> String {
    """
    SELECT \(columns(rank: reading)), t.read_at \
    FROM statuses t CROSS JOIN headlines h ON h.id = t.id \(mark) \
    WHERE \(wasRead) AND \(sighted("h.rank", in: sources)) \(walk(reading, step))
    """
  }

  /// Ranks of all that is starred, to be counted.
  static func starredRanks(in sources: [SourceID]) -> String {
    "SELECT w.rank FROM starred w WHERE \(sighted("w.rank", in: sources)) 1"
  }

  /// Places of all that the history shows, to be counted.
  static func historyRanks(in sources: [SourceID]) -> String {
    let sighted = sighted("h.rank", in: sources)
    let join = sources.isEmpty ? "" : "CROSS JOIN headlines h ON h.id = t.id"
    return "SELECT \(reading) AS rank FROM statuses t \(join) WHERE \(sighted) \(wasRead)"
  }

  private static func sighted(_ rank: String, in sources: [SourceID]) -> String {
    guard !sources.isEmpty else { return "" }
    return """
      EXISTS (SELECT 1 FROM sightings s WHERE s.rank = \(rank) AND s.source IN \(sources.sql)) AND
      """
  }

  /// Ranks of a source: source, bound, limit.
  static func sourceRanks(_ step: NewsStore.Step) -> String {
    "SELECT rank FROM sightings WHERE source = ? AND \(walk("rank", step))"
  }

  /// Ranks of the library: bound, limit.
  static func libraryRanks(_ step: NewsStore.Step) -> String {
    "SELECT rank FROM headlines WHERE \(walk("rank", step))"
  }

  /// Unread ranks of a source, 0 the library: source, bound, limit.
  static func unreadRanks(_ step: NewsStore.Step) -> String {
    "SELECT rank FROM unread WHERE source = ? AND \(walk("rank", step))"
  }

  /// How many rows `rows(at:)` asks for at once.
  static let chunk = 50

  /// Rows by their ranks: `chunk` ranks.
  static let rowsByRank = """
    SELECT \(columns) FROM headlines h \(mark) \
    WHERE h.rank IN (\(Array(repeating: "?", count: chunk).joined(separator: ",")))
    """

  /// A row by its article, or by one that was joined to it: id.
  static let rowByID =
    "SELECT \(columns) FROM headlines h \(mark) WHERE h.id = \(Heirs.heir(of: "?1"))"

  /// The steps after a change, with their sizes: change.
  static let stepsSince = "SELECT step, size FROM steps WHERE step > ? ORDER BY step"

  /// Ranks that one step marked read, and that stand where they stood: step, bound, limit.
  static func ranksReadIn(_ step: NewsStore.Step) -> String {
    """
    SELECT c.rank FROM changes c CROSS JOIN headlines h ON h.rank = c.rank AND h.id = c.status \
    WHERE c.step = ? AND c.kind = 1 AND c.old = 0 AND \(walk("c.rank", step))
    """
  }

  /// The same within one source: source, step, bound, limit.
  static func ranksReadInSource(_ step: NewsStore.Step) -> String {
    """
    SELECT c.rank FROM changes c CROSS JOIN headlines h ON h.rank = c.rank AND h.id = c.status \
    CROSS JOIN sightings s ON s.source = ? AND s.rank = c.rank \
    WHERE c.step = ? AND c.kind = 1 AND c.old = 0 AND \(walk("c.rank", step))
    """
  }

  /// Ranks that some small steps marked read, unsorted: first step, last step.
  static let ranksReadBetween = """
    SELECT c.rank FROM changes c CROSS JOIN headlines h ON h.rank = c.rank AND h.id = c.status \
    WHERE c.step BETWEEN ? AND ? AND c.kind = 1 AND c.old = 0
    """

  /// Whether a source has a row: source, rank.
  static let isSighted = "SELECT 1 FROM sightings WHERE source = ? AND rank = ?"

  /// The number of the last step.
  static let lastStep = "SELECT max(step) FROM steps"

  /// The kept counts of a source, 0 the library: source.
  static let tally = "SELECT \"all\", unread, right_to_left FROM tallies WHERE source = ?"

  /// The text of an article: its first place and its last (`TextParts`).
  static let textParts = "SELECT part FROM texts WHERE place BETWEEN ? AND ? ORDER BY place"

  /// Who holds a row: rank.
  static let sourcesOf = "SELECT source FROM sightings WHERE rank = ? ORDER BY source"

  /// All of them, for the test that asks SQLite how it goes about each.
  static var all: [String] {
    let steps: [NewsStore.Step] = [.next, .previous]
    return steps.flatMap {
      [
        libraryRows($0), sourceRows($0), unreadRows($0), sourceRanks($0), libraryRanks($0),
        unreadRanks($0), ranksReadIn($0), ranksReadInSource($0), starredRows($0),
        starredRows($0, in: [SourceID(rawValue: 1)]), historyRows($0),
      ]
    } + [
      rowsByRank, rowByID, stepsSince, ranksReadBetween, isSighted, lastStep, tally, textParts,
      sourcesOf,
    ]
  }
}
