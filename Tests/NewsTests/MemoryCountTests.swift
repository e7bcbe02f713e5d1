import Foundation
import GRDBSQLite
import Testing

@testable import News

/// SQLite keeps no count of its memory: two threads would wait for each other at it.
@Suite struct MemoryCountTests {
  /// In a process of its own: the first connection of a process settles it, whoever opens that.
  @Test func memoryIsNotCountedWhereAStoreIsOpen() async {
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let store = try NewsStore(at: folder.appending(path: "news.sqlite").path, .writing)
      #expect(try store.sources().isEmpty)
      #expect(sqlite3_memory_used() == 0)
    }
  }

  /// Where it is counted, an open connection shows.
  @Test func memoryIsCountedElsewhere() async {
    await #expect(processExitsWith: .success) {
      var connection: OpaquePointer?
      #expect(sqlite3_open(":memory:", &connection) == SQLITE_OK)
      #expect(sqlite3_memory_used() > 0)
      #expect(sqlite3_close(connection) == SQLITE_OK)
    }
  }
}
