import Glibc
import TextLayout
import Words

/// A descriptor read paragraph by paragraph; memory is bounded by the longest one.
struct Input {
  private let descriptor: Int32
  private let beforeWaiting: () -> Void

  /// Reads from `descriptor`; `beforeWaiting` is called whenever nothing is there to be read yet.
  init(_ descriptor: Int32, beforeWaiting: @escaping () -> Void) {
    self.descriptor = descriptor
    self.beforeWaiting = beforeWaiting
  }

  /// Calls `body` with the bytes of each paragraph, without the separator that ends it: bidi class B
  /// (UAX #9, P1), CR LF being one.
  ///
  /// A last paragraph without an end counts; an empty input has none.
  func forEachParagraph(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var bytes: [UInt8] = []
    var searched = 0
    var isAtEnd = false
    while !isAtEnd {
      isAtEnd = try !fill(&bytes)
      let used = try bytes.withUnsafeBufferPointer { buffer in
        var start = 0
        while let end = ParagraphEnd.first(in: buffer, from: max(start, searched), isAll: isAtEnd) {
          try body(UnsafeBufferPointer(rebasing: buffer[start..<end.place]))
          start = end.next
        }
        if isAtEnd && start < buffer.count {
          try body(UnsafeBufferPointer(rebasing: buffer[start...]))
        }
        return start
      }
      bytes.removeFirst(used)
      searched = max(0, bytes.count - ParagraphEnd.longest + 1)
    }
  }
}

extension Input {
  /// Reads one more piece; false at the end.
  private func fill(_ bytes: inout [UInt8]) throws -> Bool {
    let piece = 65_536
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: piece))
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&waiting, 1, 0) == 0 { beforeWaiting() }
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
}
