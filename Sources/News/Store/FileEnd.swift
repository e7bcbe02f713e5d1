import Foundation
import Glibc

/// Where the reading of JSON Lines ended, so that it goes on there when the file has grown.
struct FileEnd: Equatable, Sendable {
  /// The start of the first line that is not read, in bytes.
  var offset: Int
  /// The number of that line, from 1.
  var line: Int
  /// Which number is the day, if the file has shown that.
  var dayOrder: DayOrder?

  /// How many bytes before the end are compared.
  private static let tail = 4096

  /// What the bytes before the end are known by, and the order of days; nil where they can't be
  /// read.
  func mark(in descriptor: Int32) -> Data? {
    let start = max(0, offset - Self.tail)
    var bytes = [UInt8](repeating: 0, count: offset - start)
    let count = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, start)
    }
    guard count == bytes.count else { return nil }
    let order: UInt8 =
      switch dayOrder {
      case nil: 0
      case .dayFirst: 1
      case .monthFirst: 2
      }
    return bytes.withUnsafeBytes { FileDigest.value(of: $0) } + [order]
  }

  /// The end that was stored, if the bytes before it are still the ones that were read.
  init?(offset: Int, line: Int, mark: Data, in descriptor: Int32) {
    let orders: [DayOrder?] = [nil, .dayFirst, .monthFirst]
    guard let order = mark.last, order < orders.count else { return nil }
    self.init(offset: offset, line: line, dayOrder: orders[Int(order)])
    guard self.mark(in: descriptor) == mark else { return nil }
  }

  init(offset: Int, line: Int, dayOrder: DayOrder?) {
    self.offset = offset
    self.line = line
    self.dayOrder = dayOrder
  }
}
