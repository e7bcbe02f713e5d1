import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import News

/// Pages of a store that turn to rubbish: what is lost with each table, and what never is.
@Suite struct StoreDamageTests {
  private static let index = [
    "words_data", "words_idx", "words_docsize", "words_config", "heads_data", "heads_idx",
    "heads_config",
  ]
  private static let marks = ["statuses", "identities", "tags", "taggings"]
  private static let others = [
    "headlines", "texts", "sightings", "unread", "tallies", "files", "claims", "publications",
    "steps", "changes", "starred",
  ]

  private let library: StoreFixture
  private let file: String
  /// What was kept before the damage, a line an article.
  private let state: [String]

  init() throws {
    library = try StoreFixture()
    file = library.path("damaged.sqlite")
    var lines = (0..<400).map { number in
      #"{"id":"\#(number)","title":"title \#(number)","source":"S","body":"word\#(number % 7)"}"#
    }
    try library.write("a.jsonl", lines.joined(separator: "\n"))
    try library.scan("a.jsonl")
    let ids = try library.rows().map(\.id)
    try library.store.change(Array(ids[0..<150]), [.read(true)])
    try library.store.change(Array(ids[100..<200]), [.starred(true)])
    for number in 0..<12 {
      let first = 180 + 10 * number
      try library.store.change(Array(ids[first..<first + 10]), [.tag("tag\(number)", true)])
    }
    try library.store.keep(TextPlace(block: 0, offset: 3), of: ids[5])
    try library.store.index()
    // What the next scan finds changed, so that it has to take words back.
    for number in 0..<20 {
      lines[number] = lines[number].replacingOccurrences(of: "word", with: "other")
    }
    try library.write("a.jsonl", lines.joined(separator: "\n") + "\n")
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try FileManager.default.copyItem(atPath: library.store.path, toPath: file)
    state = try Self.state(of: library.store)
  }

  private static func state(of store: NewsStore) throws -> [String] {
    var lines: [String] = []
    try store.exportState { lines.append($0) }
    return lines.sorted()
  }

  /// Makes rubbish of pages of a table or an index: all, or those that hold rows and not numbers of
  /// pages, and of these one.
  private func damage(_ table: String, onlyALeaf: Bool) throws {
    let kind = onlyALeaf ? "AND pagetype = 'leaf' ORDER BY pageno DESC LIMIT 1" : ""
    let pages = try DatabaseQueue(path: library.store.path).read { db in
      try Int.fetchAll(
        db, sql: "SELECT pageno FROM dbstat WHERE name = ? \(kind)", arguments: [table])
    }
    try #require(!pages.isEmpty, "\(table) has no pages")
    var random = Random(seed: UInt64(pages[0]))
    let handle = try #require(FileHandle(forWritingAtPath: file))
    for page in pages {
      try handle.seek(toOffset: UInt64(page - 1) * 4096)
      let rubbish = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
      try handle.write(contentsOf: Data(rubbish))
    }
    try handle.close()
  }

  private func scan(_ store: NewsStore) throws {
    _ = try SourceScanner(store: store).scan(progress: { _ in true }, problem: { _ in })
    try store.index()
  }

  private func check(_ store: NewsStore) throws {
    let found = try store.queue.writeWithoutTransaction { db in
      for table in ["words", "heads"] {
        try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES('integrity-check')")
      }
      return try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    #expect(found == ["ok"])
  }

  @Test(arguments: index, [true, false])
  func damagedIndexIsMadeAnewAndNothingElseIsTouched(_ table: String, onlyALeaf: Bool) throws {
    try damage(table, onlyALeaf: onlyALeaf)
    let renewals = Counter()
    let store = try NewsStore(at: file, .writing, tell: { _ in renewals.add() })
    do {
      try scan(store)
      // Every page of the index has some of these.
      for word in ["title", "s", "tag3", "word1", "other4"] + (0..<400).map({ "\($0)" }) {
        _ = try store.search(SearchQuestion(word), .best)
      }
    } catch let error as StoreError {
      // A search only reads; who asks it makes the index anew.
      #expect(error.kind == .damaged)
      #expect(try store.renewDamagedIndex())
      try store.index()
    }
    #expect(renewals.count == 1)
    #expect(try store.search(SearchQuestion("title")).count == 400)
    #expect(try store.search(SearchQuestion("word3")).count == 54)
    #expect(try store.search(SearchQuestion("other3")).count == 3)
    #expect(try store.search(SearchQuestion("tag3")).count == 10)
    #expect(try store.tally(of: []) == Tally(all: 400, unread: 250))
    #expect(try Self.state(of: store) == state)
    try check(store)
  }

  @Test(arguments: marks + others, [true, false])
  func damagedLibraryIsKeptAsideAndItsMarksAreSaved(_ table: String, onlyALeaf: Bool) throws {
    try damage(table, onlyALeaf: onlyALeaf)
    let before = try Data(contentsOf: URL(filePath: file))
    let store = try NewsStore(at: file, .writing)
    // Whatever index may be made anew, this is more.
    #expect(try !store.renewDamagedIndex())
    let saved = try #require(try DamagedStore.putAside(file, while: { store.isInPlace }))
    #expect(try Data(contentsOf: URL(filePath: saved.aside)) == before, "it was written to")
    #expect(!store.isInPlace)
    let late = #expect(throws: StoreError.self) { try store.add("/tmp") }
    #expect(late?.kind == .removed || late?.kind == .damaged)

    let new = try NewsStore(at: file, .writing)
    try scan(new)
    try check(new)
    let kept = try Self.state(of: new)
    #expect(kept.count == saved.articles)
    if !Self.marks.contains(table) {
      #expect(saved.isWhole)
      #expect(kept == state)
      #expect(try new.tally(of: []) == Tally(all: 400, unread: 250))
    } else if table == "identities" {
      #expect(!saved.isWhole)
      #expect(kept.allSatisfy { line in state.contains { $0.hasSuffix(line.marksAlone) } })
      if onlyALeaf { #expect(kept.count > 120, "the pages that are whole were not read") }
    } else if table == "statuses" {
      // What is lost with them is when, and one place.
      #expect(!saved.isWhole)
      #expect(try new.tally(of: []).unread == 250)
      #expect(try new.starredCount(of: []) == 100)
      #expect(kept.count == 300)
    } else if table == "taggings" {
      // All of it stands in the index, too.
      #expect(!saved.isWhole)
      #expect(kept == state)
    } else {
      // What is lost with the tags is tags; 100 articles have nothing else.
      #expect(!saved.isWhole)
      #expect(kept.count == 200)
      #expect(try new.starredCount(of: []) == 100)
    }
    #expect(try new.tally(of: []).all == 400)
  }

  @Test func indexMadeAnewIsTheOneOfANewLibrary() throws {
    func index(_ store: NewsStore) throws -> [String] {
      try store.queue.writeWithoutTransaction { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT sql FROM sqlite_master WHERE name IN ('words', 'heads')
            UNION ALL SELECT 'words ' || k || v FROM words_config
            UNION ALL SELECT 'heads ' || k || v FROM heads_config ORDER BY 1
            """)
      }
    }
    let new = try index(library.store)
    let store = try NewsStore(at: file, .writing)
    #expect(try store.renewDamagedIndex())
    #expect(try index(store) == new)
    #expect(new.count > 8)
  }

  @Test func valueThatCantStandInItsColumnIsDamageAndNoCrash() throws {
    func change(_ sql: String) throws {
      let queue = try DatabaseQueue(path: file)
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      try queue.close()
    }
    try change(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')
      WHERE name IN ('headlines', 'tallies');
      """)
    try change(
      """
      UPDATE headlines SET title = NULL, revision = NULL;
      UPDATE tallies SET "all" = NULL;
      """)
    let store = try NewsStore(at: file, .writing)
    for ask in [
      { _ = try store.headlines(in: .init(), .next, from: nil, including: true, limit: 300) },
      { _ = try store.tally(of: []) }, { try scan(store) },
    ] as [() throws -> Void] {
      let error = #expect(throws: StoreError.self) { try ask() }
      #expect(error?.kind == .damaged)
    }
  }

  @Test func whatCameIntoTheLogOfADamagedLibraryIsSavedToo() throws {
    let store = try NewsStore(at: file, .writing)
    let id = try #require(try store.articles(spelt: "399").first?.id)
    try store.change([id], [.starred(true), .tag("late", true)])
    let marked = try Self.state(of: store)
    try damage("texts", onlyALeaf: false)
    let saved = try #require(try DamagedStore.putAside(file, while: { store.isInPlace }))
    #expect(saved.articles == marked.count)
    let new = try NewsStore(at: file, .writing)
    try scan(new)
    #expect(try Self.state(of: new) == marked)
  }

  @Test(arguments: 1..<11)
  func marksOfALibraryThatIsCutOffAreSaved(_ tenths: Int) throws {
    let size = try Data(contentsOf: URL(filePath: file)).count
    // Of the last tenth only one page is missing.
    let length = tenths == 10 ? size - 4096 : size * tenths / 10
    // How much stands in pages that are there, by SQLite's own count of their cells.
    let pages = length / 4096
    let (statuses, keys) = try DatabaseQueue(path: library.store.path).read { db in
      func cells(_ table: String) throws -> Int? {
        try Int.fetchOne(
          db,
          sql: """
            SELECT sum(ncell) FROM dbstat
            WHERE name = ? AND pagetype = 'leaf' AND pageno <= ?
            """, arguments: [table, pages])
      }
      return (try cells("statuses") ?? 0, try cells("identities") ?? 0)
    }
    truncate(file, off_t(length))
    let error = #expect(throws: StoreError.self) { try NewsStore(at: file, .writing) }
    #expect(error?.kind == .damaged)
    let saved = try #require(try DamagedStore.putAside(file, while: { true }))
    let new = try NewsStore(at: file, .reading)
    let kept = try Self.state(of: new)
    #expect(kept.count == saved.articles)
    #expect(Set(kept.map(\.keysAlone)).isSubset(of: state.map(\.keysAlone)))
    #expect(try new.sources().map(\.path) == [library.path("a.jsonl")])
    let lost = (400 - statuses) + (400 - min(keys, 400))
    #expect(kept.count >= state.count - lost, "\(statuses) statuses, \(keys) keys")
    if tenths == 10 { #expect(kept == state && saved.isWhole) }
  }

  /// Numbers that no store has; the first ended the program.
  @Test(arguments: [-247, 0])
  func libraryOfNoVersionIsDamagedAndItsMarksAreSaved(_ version: Int) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    try queue.close()
    for access in [NewsStore.Access.reading, .writing] {
      let error = #expect(throws: StoreError.self) { try NewsStore(at: file, access) }
      #expect(error?.kind == .damaged)
    }
    let saved = try #require(try DamagedStore.putAside(file, while: { true }))
    #expect(saved.isWhole)
    #expect(try Self.state(of: NewsStore(at: file, .reading)) == state)
  }

  @Test func rescueThatWasKilledIsFinishedByTheNext() throws {
    let store = try NewsStore(at: file, .writing)
    let id = try #require(try store.articles(spelt: "399").first?.id)
    try store.change([id], [.starred(true), .tag("late", true)])
    let marked = try Self.state(of: store)
    try damage("texts", onlyALeaf: false)
    // As far as this a process came that was killed.
    let aside = file + ".damaged-20240301-101112"
    #expect(link(file, aside) == 0)
    for suffix in ["-wal", "-shm"] { #expect(rename(file + suffix, aside + suffix) == 0) }
    let log = try Data(contentsOf: URL(filePath: aside + "-wal"))
    let saved = try #require(try DamagedStore.putAside(file, while: { true }))
    #expect(saved.aside != aside && saved.articles == marked.count)
    #expect(try Self.state(of: NewsStore(at: file, .reading)) == marked)
    #expect(try Data(contentsOf: URL(filePath: aside + "-wal")) == log)
    withExtendedLifetime(store) {}
  }

  @Test func linkToADamagedLibraryStaysOne() throws {
    try damage("texts", onlyALeaf: true)
    let link = library.path("link.sqlite")
    symlink(file, link)
    let store = try NewsStore(at: link, .writing)
    let saved = try #require(try DamagedStore.putAside(link, while: { store.isInPlace }))
    #expect(saved.aside.contains("/damaged.sqlite.damaged-"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    #expect(try Self.state(of: NewsStore(at: link, .reading)) == state)
  }

  @Test func whoWaitsForADamagedLibraryMarksNothingInIt() throws {
    let store = try NewsStore(at: file, .writing)
    let id = try #require(try store.articles(spelt: "7").first?.id)
    let answer = Mutex<StoreError.Kind?>(nil)
    let (begun, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    _ = try DamagedStore.putAside(file) {
      // Under its lock: the mark is asked for before the library goes, and written after.
      Thread.detachNewThread {
        begun.signal()
        do throws(StoreError) { try store.mark([id], read: true) } catch {
          answer.withLock { $0 = error.kind }
        }
        done.signal()
      }
      begun.wait()
      return true
    }
    #expect(done.wait(timeout: .now() + .seconds(30)) == .success)
    #expect(answer.withLock { $0 } == .removed)
  }
}

extension String {
  /// A line of state without what was kept.
  fileprivate var keysAlone: Substring { prefix { $0 != "]" } }

  /// A line of state without the keys.
  fileprivate var marksAlone: Substring { drop { $0 != "]" } }
}

/// Counts on any thread.
private final class Counter: Sendable {
  private let value = Atomic(0)

  var count: Int { value.load(ordering: .relaxed) }

  func add() { value.add(1, ordering: .relaxed) }
}
