import Foundation
import Testing

@testable import News

/// What comes through a pipe, and how much of it is kept.
struct ByteSourceTests {
  private static let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7 ^ $0) }

  /// Has the bytes come through a pipe, pieces of which are handed on with their offset.
  private func read(
    limit: Int, _ body: (ByteSource, _ offset: Int, _ piece: [UInt8]) throws -> Void
  ) throws {
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(Self.bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let source = ByteSource(pipe.fileHandleForReading.fileDescriptor, limit: limit)
    var offset = 0
    while true {
      let piece = try Self.piece(of: source, at: offset, size: 3_000)
      if piece.isEmpty { break }
      try body(source, offset, piece)
      offset += piece.count
    }
    #expect(offset == Self.bytes.count)
    try pipe.fileHandleForReading.close()
  }

  private static func piece(of source: ByteSource, at offset: Int, size: Int) throws -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: size)
    let count = try piece.withUnsafeMutableBytes { try source.read(into: $0, at: offset) }
    return Array(piece[..<count])
  }

  @Test func whatIsForgottenMakesRoom() throws {
    try read(limit: 20_000) { source, offset, piece in
      #expect(piece == Array(Self.bytes[offset..<offset + piece.count]))
      let from = max(0, offset - 2_000)
      try source.forget(before: from)
      #expect(source.canRead(at: from))
      // It is read once more, across where the pieces met.
      let again = try Self.piece(of: source, at: from, size: 2_500)
      #expect(again == Array(Self.bytes[from..<from + again.count]))
      #expect(!again.isEmpty)
      if offset > 10_000 { #expect(!source.canRead(at: 0)) }
    }
  }

  @Test func whatIsKeptHasALimit() throws {
    #expect(throws: ByteSource.Failure.self) { try read(limit: 20_000) { _, _, _ in } }
    try read(limit: 100_000) { source, _, _ in #expect(source.canRead(at: 0)) }
  }
}
