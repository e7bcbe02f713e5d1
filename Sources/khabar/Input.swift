import Glibc
import Words

/// A descriptor read line by line; memory is bounded by the longest line.
struct Input {
  private let descriptor: Int32

  /// Reads from `descriptor`.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Calls `body` with the bytes of each line, without its LF (or CR LF).
  ///
  /// A last line without an end counts; an empty input has no line.
  func forEachLine(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var bytes: [UInt8] = []
    var searched = 0
    while try fill(&bytes) {
      let used = try bytes.withUnsafeBufferPointer { try lines(in: $0, from: searched, body) }
      bytes.removeFirst(used)
      searched = bytes.count
    }
    if !bytes.isEmpty { try bytes.withUnsafeBufferPointer { try body(Self.withoutReturn($0)) } }
  }
}

extension Input {
  /// Reads one more piece; false at the end.
  private func fill(_ bytes: inout [UInt8]) throws -> Bool {
    let piece = 65_536
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: piece))
    while true {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress.map { $0 + start }, piece)
      }
      if count < 0, errno == EINTR { continue }
      bytes.removeLast(piece - max(0, count))
      guard count >= 0 else {
        throw Failure(.pathUnreadable("-", reason: String(cString: strerror(errno))))
      }
      return count > 0
    }
  }

  /// Hands out every whole line and returns how many bytes they took.
  private func lines(
    in buffer: UnsafeBufferPointer<UInt8>, from searched: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var start = 0
    var search = searched
    while search < buffer.count, let end = memchr(base + search, 0x0A, buffer.count - search) {
      let stop = UnsafeRawPointer(base).distance(to: end)
      try body(Self.withoutReturn(UnsafeBufferPointer(rebasing: buffer[start..<stop])))
      start = stop + 1
      search = start
    }
    return start
  }

  private static func withoutReturn(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    line.last == 0x0D ? UnsafeBufferPointer(rebasing: line.dropLast()) : line
  }
}
