import GRDB

/// Where the numbers of statuses lead that were joined to others (`Twins`).
///
/// Keys, ids within files and pages that are open go on naming the one that is no more: to change them
/// all would take a pass over every key of the library. An heir has no heir of its own.
enum Heirs {
  /// The status that one has become, in SQL: its heir, else itself.
  static func heir(of status: String) -> String {
    "coalesce((SELECT heir FROM heirs WHERE heirs.status = \(status)), \(status))"
  }

  /// Has whatever names one status mean another from now on.
  static func lead(_ former: Int64, to heir: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE heirs SET heir = ?2 WHERE heir = ?1").run([former, heir])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO heirs(status, heir) VALUES(?, ?)")
      .run([former, heir])
  }
}
