import Foundation
import GRDB

/// What went wrong with the store, and where.
public struct StoreError: Error, Equatable, Sendable {
  /// What happened, as far as a reader can do something about it.
  public enum Kind: Equatable, Sendable {
    /// There is no store at the path.
    case missing
    /// The store is older than this program: open it for writing first.
    case needsMigration
    /// The store is newer than this program.
    case newerVersion
    /// Another program held the store's lock for too long.
    case locked
    /// The disk is full.
    case full
    /// The file or its folder must not be written.
    case readOnly
    /// The file or its folder must not be read.
    case forbidden
    /// The file was removed, moved or replaced while it was open: what is written to it is lost.
    case removed
    /// A damaged store.
    case damaged
    /// A file whose beginning is not that of a store: of another kind, or damaged there.
    case notAStore
    /// A database of another program.
    case foreign
    /// The system could not read or write.
    case io
    /// The work was interrupted.
    case interrupted
    /// A fault of the program: SQLite refused what it was asked.
    case unexpected
  }

  /// What happened.
  public var kind: Kind
  /// The file of the store.
  public var path: String
  /// The statement that failed, where one did.
  public var sql: String?
  /// SQLite's extended result code, 0 where SQLite was not asked.
  public var code: Int32
  /// What SQLite or the system said.
  public var message: String

  /// An error of the store at `path`.
  public init(
    _ kind: Kind, path: String, sql: String? = nil, code: Int32 = 0, message: String = ""
  ) {
    self.kind = kind
    self.path = path
    self.sql = sql
    self.code = code
    self.message = message
  }
}

extension StoreError {
  /// What GRDB threw, as an error of the store at `path`.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      let message = error.message ?? ""
      // FTS5 says of its own damaged tables that it does not understand them.
      let isIndexUnreadable =
        message.hasPrefix("vtable constructor failed")
        || message.hasPrefix("invalid fts5 file format")
      self.init(
        isIndexUnreadable ? .damaged : Kind(error.resultCode), path: path, sql: error.sql,
        code: error.extendedResultCode.rawValue, message: message)
    case let error as RowDecodingError:
      // A value of another type than its column has.
      self.init(.damaged, path: path, message: "\(error)")
    default: self.init(.unexpected, path: path, message: "\(error)")
    }
  }
}

extension StoreError.Kind {
  fileprivate init(_ code: ResultCode) {
    self =
      switch code {
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .locked
      case .SQLITE_FULL: .full
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged
      case .SQLITE_IOERR, .SQLITE_CANTOPEN: .io
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: .interrupted
      default: .unexpected
      }
  }
}
