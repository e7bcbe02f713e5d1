import Foundation
import GRDB
import TestSupport
import Testing

@testable import News

/// A log that ends anywhere, as a power cut may leave it: every mark that had returned by then is
/// there, and of the one that had not, nothing.
@Suite struct PowerCutTests {
  private let library: StoreFixture
  /// How long the log was when each command had returned, and what was kept then.
  private var moments: [(log: Int, kept: [String])] = []

  init() throws {
    library = try StoreFixture()
    let lines = (0..<60).map { #"{"id":"\#($0)","title":"t\#($0)","source":"S","body":"word"}"# }
    try library.write("a.jsonl", lines.joined(separator: "\n"))
    try library.scan("a.jsonl")
    try library.store.index()
    try library.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let ids = try library.rows().map(\.id)
    var random = Random(seed: 5)
    moments = [(0, try Self.kept(library.store))]
    for number in 0..<40 {
      let some = Array(ids.shuffled(using: &random).prefix(Int.random(in: 1...20, using: &random)))
      switch number % 4 {
      case 0: try library.store.change(some, [.read(Bool.random(using: &random)), .starred(true)])
      case 1: try library.store.change(some, [.tag("tag\(number)", true)])
      case 2: _ = try library.store.undo()
      default: try library.store.markAllRead(in: .init())
      }
      moments.append((try log().count, try Self.kept(library.store)))
    }
  }

  private static func kept(_ store: NewsStore) throws -> [String] {
    var lines: [String] = []
    try store.exportState { lines.append($0) }
    return lines
  }

  private func log() throws -> Data {
    try Data(contentsOf: URL(filePath: library.store.path + "-wal"))
  }

  /// What a store keeps that was left with such a log.
  private func kept(with log: Data) throws -> [String] {
    let copy = library.path("cut.sqlite")
    for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
    try FileManager.default.copyItem(atPath: library.store.path, toPath: copy)
    try log.write(to: URL(filePath: copy + "-wal"))
    let store = try NewsStore(at: copy, .writing)
    let check = try store.queue.writeWithoutTransaction { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    #expect(check == ["ok"])
    let rows = try store.headlines(in: .init(), .next, from: nil, including: true, limit: 100)
    #expect(try store.tally(of: []).unread == rows.count(where: \.isUnread))
    return try Self.kept(store)
  }

  @Test(arguments: 1...4) func logThatEndsAnywhereHasAllThatHadReturned(seed: UInt64) throws {
    let whole = try log()
    #expect(moments.last?.log == whole.count)
    var random = Random(seed: seed)
    for _ in 0..<40 {
      let cut = Int.random(in: 0...whole.count, using: &random)
      let wanted = try #require(moments.last { $0.log <= cut })
      var left = whole.prefix(cut)
      // What was being written then may be anything.
      let torn = seed.isMultiple(of: 2) ? Int.random(in: 0...9_000, using: &random) : 0
      left.append(contentsOf: (0..<torn).map { _ in UInt8.random(in: 0...255, using: &random) })
      #expect(try kept(with: left) == wanted.kept, "cut at \(cut) of \(whole.count)")
    }
  }
}
