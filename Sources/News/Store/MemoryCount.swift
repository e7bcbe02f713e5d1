import CSQLite

/// SQLite's count of the memory it has, which is kept under one lock of the whole process: two threads
/// that each use a connection of their own wait for each other at every allocation. Nobody asks for it.
enum MemoryCount {
  /// Leaves it out; before the first connection of the process, as later it changes nothing.
  static func leaveOut() { _ = result }

  /// What SQLite said to it. It is asked once.
  private static let result = khabar_sqlite_counts_no_memory()
}
