import Foundation
import GRDB

/// The sources and marks in those pages of a damaged store that can be read, however one gets to
/// them: the page above them may be lost, or the list of tables.
///
/// Which table a page is of is known where one comes to it from that table's root. Of other pages
/// the form of their rows tells, and what they hold counts less: they may be remains.
struct ScatteredState {
  private struct Tagging: Hashable {
    var status: Int64
    var tag: Int64

    var reversed: Tagging { Tagging(status: tag, tag: status) }
  }

  private static let tables: Set = [
    "sources", "publications", "statuses", "identities", "tags", "taggings", "taggings_of_tag",
    "heirs",
  ]

  private var found: [Int64: (path: String, format: String?)] = [:]
  private var statuses: [Int64: KeptState] = [:]
  /// The statuses whose rows stand where they belong.
  private var settled: Set<Int64> = []
  private var keys: [IdentityKey: Int64] = [:]
  /// Where joined statuses lead, in pages that are known to tell.
  private var heirs: [Int64: Int64] = [:]
  /// The keys of publications, whose index looks as the identities do.
  private var others: Set<IdentityKey> = []
  private var names: [Int64: String] = [:]
  private var taggings: Set<Tagging> = []
  /// The pairs of numbers in each page of which it is not known what it holds.
  private var pairs: [[Tagging]] = []

  /// Reads all that can be.
  init(_ pages: StorePages) {
    let tables = StoreTables(pages)
    for isKnown in [true, false] {
      for number in stride(from: 1, through: pages.count, by: 1) {
        let table = tables[number]
        guard (table != nil) == isKnown, table.map(Self.tables.contains) ?? true,
          let page = StorePage(number, of: pages)
        else { continue }
        take(page, of: table)
      }
      if isKnown { settled = Set(statuses.keys) }
    }
    takePairs()
  }

  /// The sources, in the order in which they were added.
  var sources: [(path: String, format: String?)] {
    found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is kept of every article that was touched.
  var states: [KeptState] {
    let keys = Dictionary(grouping: keys.keys.filter { !others.contains($0) }) { key in
      self.keys[key].map { heirs[$0] ?? $0 }
    }
    let tags = Dictionary(grouping: taggings, by: \.status)
    return statuses.sorted { $0.key < $1.key }.compactMap { id, status in
      guard let keys = keys[id] else { return nil }
      var state = status
      state.keys = keys.sorted()
      state.tags.value = (tags[id] ?? []).compactMap { names[$0.tag] }.sorted()
      // That all were taken away, or that all are lost: of these the first may not be claimed.
      if state.tags.value.isEmpty { state.tags.changed = nil }
      return state.isTouched ? state : nil
    }
  }
}

extension ScatteredState {
  /// Takes what the lists say of articles whose own rows are lost, where SQLite can read those: not
  /// when they were marked.
  mutating func takeLists(of db: Database) throws {
    var listed: [Int64: KeptState] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT h.id, u.rank IS NULL, s.rank IS NOT NULL FROM headlines h
        LEFT JOIN unread u ON u.source = 0 AND u.rank = h.rank LEFT JOIN starred s ON s.rank = h.rank
        """)
    while let row = try rows.next() {
      var state = KeptState(keys: [])
      state.read.value = try row.value(1)
      state.starred.value = try row.value(2)
      // Whatever is newer counts more.
      state.tags.changed = 1
      listed[try row.value(0)] = state
    }
    statuses.merge(listed) { known, _ in known }
  }

  private mutating func take(_ page: StorePage, of table: String?) {
    var pairs: [Tagging] = []
    for row in page.rows {
      if page.kind == .tableLeaf {
        take(row, of: table)
      } else if let value = Int64.fromDatabaseValue(row.values.last ?? .null),
        row.values.count == 2
      {
        if let number = Int64.fromDatabaseValue(row.values[0]) {
          pairs.append(Tagging(status: number, tag: value))
        } else if let key = Data.fromDatabaseValue(row.values[0]).flatMap(IdentityKey.init),
          table == nil || table == "identities"
        {
          keys[key] = keys[key] ?? value
        }
      }
    }
    switch table {
    case "taggings": taggings.formUnion(pairs)
    case "taggings_of_tag": taggings.formUnion(pairs.map { $0.reversed })
    case nil where !pairs.isEmpty: self.pairs.append(pairs)
    default: break
    }
  }

  private mutating func take(_ row: StorePage.Row, of table: String?) {
    func isOf(_ name: String) -> Bool { table == nil || table == name }
    let values = row.values
    guard values.count > 1, values[0].isNull else { return }
    if isOf("statuses"), let status = KeptState(values) {
      // Of two rows that may be remains the one that was changed last counts.
      let isNewer = statuses[row.id].map { $0.lastChange < status.lastChange } ?? true
      if isNewer, !settled.contains(row.id) { statuses[row.id] = status }
    } else if let text = String.fromDatabaseValue(values[1]) {
      if isOf("tags"), values.count == 2, let tag = TagText.tag(text) {
        names[row.id] = names[row.id] ?? tag
      } else if isOf("sources"), 3...4 ~= values.count, values[2] == 0.databaseValue,
        text.hasPrefix("/")
      {
        let format = values.count == 4 ? String.fromDatabaseValue(values[3]) : nil
        found[row.id] = found[row.id] ?? (text, format)
      }
    } else if table == "heirs" {
      heirs[row.id] = Int64.fromDatabaseValue(values[1])
    } else if isOf("publications"), values.count == 3,
      let key = Data.fromDatabaseValue(values[1]).flatMap(IdentityKey.init)
    {
      others.insert(key)
    }
  }

  /// Of pages of pairs those are taggings that may hold nothing else, and whose pairs stand in another
  /// page the other way round: there is an index of tags.
  private mutating func takePairs() {
    func isTagging(_ pair: Tagging) -> Bool {
      names[pair.tag] != nil && statuses[pair.status].map { $0.tags.changed != nil } ?? true
    }
    let here = pairs.filter { $0.allSatisfy(isTagging) }.joined()
    let there = pairs.filter { $0.allSatisfy { isTagging($0.reversed) } }.joined()
    taggings.formUnion(Set(here).intersection(there.map { $0.reversed }))
  }
}

extension KeptState {
  /// When anything of it was changed last; 0 where nothing was.
  fileprivate var lastChange: Int64 {
    [read.changed, starred.changed, tags.changed, place.changed].compactMap { $0 }.max() ?? 0
  }

  /// What a row of `statuses` says, without keys and tags; nil where it is of another table.
  fileprivate init?(_ row: [DatabaseValue]) {
    // Rows of before a step have the columns of then.
    guard 6...11 ~= row.count else { return nil }
    var numbers: [Int64?] = []
    for value in row.dropFirst() {
      let number = Int64.fromDatabaseValue(value)
      guard value.isNull || number != nil else { return nil }
      numbers.append(number)
    }
    numbers += Array(repeating: nil, count: 10 - numbers.count)
    let times = [numbers[3], numbers[4]] + numbers[5...8]
    guard let read = numbers[0], let starred = numbers[1], 0...1 ~= read, 0...1 ~= starred,
      times.allSatisfy({ $0.map { (0...253_402_300_799_999).contains($0) } ?? true })
    else { return nil }
    self.init(keys: [])
    self.read = Dated(value: read == 1, changed: numbers[4])
    readAt = read == 1 ? numbers[3].map { $0 * 1000 } : nil
    self.starred = Dated(value: starred == 1, changed: numbers[6])
    tags.changed = numbers[7]
    place = Dated(value: numbers[2].flatMap(TextPlace.init(packed:)), changed: numbers[8])
    firstSeen = numbers[5].map { $0 * 1000 }
  }
}
