import Glibc

/// The pages of a store's file as they lie on the disk, those in its log before them: for a store
/// that SQLite can't read whole (SQLite's file format, §1.3 and §4). Nothing in them is trusted.
///
/// The file stays open as long as this is there: closing it gives up every lock of it that this
/// process holds (fcntl(2)), SQLite's too.
final class StorePages {
  /// The bytes of a page.
  let size: Int
  /// How many pages there are.
  let count: Int
  private let file: Int32
  private let log: Int32
  /// Where in the log the pages are that it holds, by their numbers.
  private let logged: [Int: Int]

  /// The pages of the file at `path`; nil where it can't be read.
  init?(_ path: String, log logPath: String) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    log = open(logPath, O_RDONLY | O_CLOEXEC)
    let head = Self.bytes(of: file, 18, at: 0)
    let stated = head.map { Int($0[16]) << 8 | Int($0[17]) } ?? 0
    // A size that can't be is as good as none: all stores have the one that SQLite makes by itself.
    size = (9...15).contains(where: { stated == 1 << $0 }) ? stated : 4096
    let pages = Self.committed(in: log, size: size)
    logged = pages.places
    var status = stat()
    count = max(pages.count, fstat(file, &status) == 0 ? Int(status.st_size) / size : 0)
  }

  deinit {
    close(file)
    if log >= 0 { close(log) }
  }

  /// The page of that number, from 1; nil where it can't be read.
  func page(_ number: Int) -> [UInt8]? {
    if let place = logged[number], let page = Self.bytes(of: log, size, at: place) { return page }
    return Self.bytes(of: file, size, at: (number - 1) * size)
  }
}

extension StorePages {
  /// Where the log holds pages whose transactions came to their end, and how many pages the file has
  /// after the last of these. Like SQLite this ends at the first frame whose sum is wrong.
  private static func committed(in log: Int32, size: Int) -> (places: [Int: Int], count: Int) {
    var places: [Int: Int] = [:]
    var count = 0
    guard log >= 0, let head = bytes(of: log, 32, at: 0), number(head, 0) & ~1 == 0x377f_0682,
      number(head, 8) == size
    else { return (places, count) }
    let isBig = number(head, 0) & 1 == 1
    var sum = Sum()
    sum.take(head[..<24], isBig: isBig)
    guard sum.stands(in: head, at: 24) else { return (places, count) }
    var open: [Int: Int] = [:]
    var at = 32
    while let frame = bytes(of: log, 24 + size, at: at), frame[8..<16] == head[16..<24] {
      sum.take(frame[..<8], isBig: isBig)
      sum.take(frame[24...], isBig: isBig)
      guard sum.stands(in: frame, at: 16) else { break }
      open[number(frame, 0)] = at + 24
      if number(frame, 4) > 0 {
        places.merge(open) { $1 }
        open = [:]
        count = number(frame, 4)
      }
      at += 24 + size
    }
    return (places, count)
  }

  /// So many bytes at `offset`; nil where there are fewer.
  private static func bytes(of file: Int32, _ count: Int, at offset: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, offset))
    }
    return bytes.count == count ? bytes : nil
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The sum over a log (§4.2), in words of either order.
  private struct Sum {
    private var first: UInt32 = 0
    private var second: UInt32 = 0

    mutating func take(_ bytes: ArraySlice<UInt8>, isBig: Bool) {
      bytes.withUnsafeBytes { bytes in
        for at in stride(from: 0, to: bytes.count - 7, by: 8) {
          let low = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
          let high = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
          first &+= (isBig ? low.bigEndian : low.littleEndian) &+ second
          second &+= (isBig ? high.bigEndian : high.littleEndian) &+ first
        }
      }
    }

    func stands(in bytes: [UInt8], at: Int) -> Bool {
      number(bytes, at) == Int(first) && number(bytes, at + 4) == Int(second)
    }
  }
}
