import Foundation
import Glibc

/// The bytes of a descriptor by their offset: a file is read where one likes, and what comes
/// through a pipe is kept in an unlinked file as long as somebody may want to go back.
final class ByteSource {
  /// The most that is kept of a pipe, in bytes.
  static let mostKept = 1 << 28

  /// Whether what comes through a pipe is kept. A file keeps itself.
  var keeps = true
  /// Whether it may have no end.
  var isPipe: Bool { start == nil }
  /// What was read of a file from its start, in order.
  private(set) var digest = FileDigest()
  private let descriptor: Int32
  private let start: Int?
  private let limit: Int
  private let goesOn: (_ read: Int) -> Bool
  private var spool: Int32 = -1
  /// What the unlinked file holds: from the first offset up to the second.
  private var keptFrom = 0
  private var kept = 0
  private var taken = 0

  /// The bytes of `descriptor` from where it stands; it is not closed.
  ///
  /// - Parameter goesOn: is told how much was read and asked before each piece, and now and then while
  ///   none comes through a pipe; after a no there are no more bytes. Much may be read before anything
  ///   comes of it.
  init(
    _ descriptor: Int32, limit: Int = ByteSource.mostKept,
    while goesOn: @escaping (_ read: Int) -> Bool = { _ in true }
  ) {
    self.descriptor = descriptor
    self.limit = limit
    self.goesOn = goesOn
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let place = isFile ? lseek(descriptor, 0, SEEK_CUR) : -1
    start = place < 0 ? nil : Int(place)
  }

  deinit {
    if spool >= 0 { close(spool) }
  }

  /// Whether what stands at `offset` can be read, once more if it was read before.
  func canRead(at offset: Int) -> Bool {
    start != nil || offset == taken || kept == taken && offset >= keptFrom
  }

  /// Nobody goes back before `offset` any more: what was kept of it may go, once that is worth it.
  func forget(before offset: Int) throws(Failure) {
    guard spool >= 0, keeps, kept == taken, offset <= kept, offset - keptFrom > limit / 8 else {
      return
    }
    let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: kept - offset, alignment: 16)
    defer { rest.deallocate() }
    var count = 0
    while count < rest.count {
      let piece = UnsafeMutableRawBufferPointer(rebasing: rest[count...])
      let read = try whole {
        pread(spool, piece.baseAddress, piece.count, offset - keptFrom + count)
      }
      guard read > 0 else { throw .unreadable("what came through the pipe was not kept") }
      count += read
    }
    guard ftruncate(spool, 0) == 0 else { throw .unreadable(systemError()) }
    (keptFrom, kept) = (offset, offset)
    try keep(UnsafeRawBufferPointer(rest)[...])
  }

  /// Reads what stands at `offset`, as much as fits; 0 at the end.
  func read(into piece: UnsafeMutableRawBufferPointer, at offset: Int) throws(Failure) -> Int {
    guard goesOn(offset) else { throw .unreadable("the reading was ended") }
    if let start {
      let count = try whole { pread(descriptor, piece.baseAddress, piece.count, start + offset) }
      digest.take(UnsafeRawBufferPointer(rebasing: piece[..<count]), at: offset)
      return count
    }
    if offset < kept, offset >= keptFrom {
      let size = min(piece.count, kept - offset)
      return try whole { pread(spool, piece.baseAddress, size, offset - keptFrom) }
    }
    guard offset == taken else { throw .unreadable("what came through the pipe was not kept") }
    try waitForBytes()
    let count = try whole { Glibc.read(descriptor, piece.baseAddress, piece.count) }
    if keeps, kept == taken { try keep(UnsafeRawBufferPointer(piece)[..<count]) }
    taken += count
    return count
  }

  /// What the whole file is known by; what was not read yet is read for it. Nil for a pipe.
  func wholeDigest() -> Data? {
    guard start != nil else { return nil }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      guard let count = try? read(into: piece, at: digest.count) else { return nil }
      if count == 0 { return digest.value }
    }
  }

  /// Why there are no bytes.
  enum Failure: Error {
    case unreadable(String)
    case tooLong(Int)
  }
}

extension ByteSource {
  private func whole(_ read: () -> Int) throws(Failure) -> Int {
    while true {
      let count = read()
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(systemError()) }
    }
  }

  /// Waits for what comes through a pipe, or for its end: a read would not hear of a signal.
  private func waitForBytes() throws(Failure) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&waiting, 1, 100)
      if ready > 0 || ready < 0 && errno != EINTR { return }
      guard goesOn(taken) else { throw .unreadable("the reading was ended") }
    }
  }

  private func keep(_ bytes: Slice<UnsafeRawBufferPointer>) throws(Failure) {
    guard kept - keptFrom + bytes.count <= limit else { throw .tooLong(limit) }
    if spool < 0 { spool = try Self.unlinkedFile() }
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    var written = 0
    while written < bytes.count {
      written += try whole {
        pwrite(
          spool, bytes.baseAddress?.advanced(by: written), bytes.count - written,
          kept - keptFrom + written)
      }
    }
    kept += bytes.count
  }

  private static func unlinkedFile() throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/khabar.XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .unreadable("\(folder): \(systemError())") }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(name)
    return file
  }
}

/// What the system says of the last error.
private func systemError() -> String {
  let number = errno
  return strerror(number).map { String(cString: $0) } ?? "error \(number)"
}
