import GRDB
import Testing

@testable import News

/// The paths of a library.
@Suite struct SourceTests {
  private let library: StoreFixture

  init() throws { library = try StoreFixture() }

  /// A disk is waited for once, and not once for each.
  @Test func pathsAreAddedInOneTransaction() throws {
    let commits = CommitCount()
    library.store.queue.add(transactionObserver: commits)
    let paths = (0..<50).map { library.path("\($0).json") }
    let known = try library.store.add(paths[7])
    let added = try library.store.add(paths + [paths[3]])
    #expect(added[7] == known && added[50] == added[3] && Set(added).count == 50)
    #expect(try library.store.add(paths) == added.dropLast())
    try library.store.setFormat("newspaper", of: added)
    #expect(commits.count == 3)
    #expect(try library.store.sources().map(\.format) == Array(repeating: "newspaper", count: 50))
  }
}

/// How many transactions of a connection changed something.
private final class CommitCount: TransactionObserver {
  private(set) var count = 0
  private var hasChanges = false

  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }

  func databaseDidChange(with event: DatabaseEvent) { hasChanges = true }

  func databaseDidCommit(_ db: Database) {
    if hasChanges { count += 1 }
    hasChanges = false
  }

  func databaseDidRollback(_ db: Database) { hasChanges = false }
}
