import Foundation
import Glibc

/// Where the reading of JSON Lines ended, so that it goes on there when the file has grown.
struct FileEnd: Equatable, Sendable {
  /// The start of the first line that is not read, in bytes.
  var offset: Int
  /// The number of that line, from 1.
  var line: Int
  /// Which number is the day, where the file has shown that.
  var dayOrders: [DayOrders.Mark: DayOrder] = [:]

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
    let (slash, dash) = (Self.number(dayOrders[.slash]), Self.number(dayOrders[.dash]))
    return bytes.withUnsafeBytes { FileDigest.value(of: $0) } + [slash + 3 * dash]
  }

  /// The end that was stored, if the bytes before it are still the ones that were read.
  init?(offset: Int, line: Int, mark: Data, in descriptor: Int32) {
    guard let order = mark.last, order < 9 else { return nil }
    self.init(offset: offset, line: line)
    dayOrders[.slash] = Self.orders[Int(order % 3)]
    dayOrders[.dash] = Self.orders[Int(order / 3)]
    guard self.mark(in: descriptor) == mark else { return nil }
  }

  init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }

  private static let orders: [DayOrder?] = [nil, .dayFirst, .monthFirst]

  private static func number(_ order: DayOrder?) -> UInt8 {
    UInt8(orders.firstIndex(of: order) ?? 0)
  }
}
