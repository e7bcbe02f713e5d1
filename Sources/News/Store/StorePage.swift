import Foundation
import GRDB

/// A page of one of the trees that a store's file is made of (SQLite's file format, §1.6).
///
/// No number in it is trusted: a row that can't be one is left out.
struct StorePage {
  /// What a page holds, as its first byte says.
  enum Kind: UInt8 {
    case indexBranch = 0x02
    case tableBranch = 0x05
    case indexLeaf = 0x0A
    case tableLeaf = 0x0D
  }

  /// What stands in a row; `id` is 0 in an index, or in a table without row ids, which is one.
  struct Row {
    var id: Int64
    var values: [DatabaseValue]
  }

  /// The longest row that is read, in bytes: longer than any path.
  private static let longestRow = 1 << 14
  /// The most values that a row has.
  private static let mostValues = 16

  let kind: Kind
  private let pages: StorePages
  private let bytes: [UInt8]
  private let cells: [Int]
  private let last: Int

  /// The page of that number; nil where it is no page of a tree.
  init?(_ number: Int, of pages: StorePages) {
    // The file's own header goes before its first page's.
    let start = number == 1 ? 100 : 0
    guard let bytes = pages.page(number), let kind = Kind(rawValue: bytes[start]) else {
      return nil
    }
    (self.kind, self.pages, self.bytes) = (kind, pages, bytes)
    let isBranch = kind == .indexBranch || kind == .tableBranch
    let pointers = start + (isBranch ? 12 : 8)
    let end = pointers + 2 * Int(Self.number(bytes[start + 3..<start + 5]))
    guard end <= bytes.count else { return nil }
    last = isBranch ? Int(Self.number(bytes[start + 8..<start + 12])) : 0
    cells = stride(from: pointers, to: end, by: 2)
      .map { Int(Self.number(bytes[$0..<$0 + 2])) }
      .filter { $0 >= end && $0 + 4 <= bytes.count }
  }

  /// The numbers of the pages below it.
  var children: [Int] {
    guard kind == .indexBranch || kind == .tableBranch else { return [] }
    return (cells.map { Int(Self.number(bytes[$0..<$0 + 4])) } + [last])
      .filter { (2...max(2, pages.count)).contains($0) }
  }

  /// The rows in it, in the tree's order.
  var rows: [Row] { kind == .tableBranch ? [] : cells.compactMap(row) }
}

extension StorePage {
  private func row(at cell: Int) -> Row? {
    var at = kind == .indexBranch ? cell + 4 : cell
    guard let size = Self.varint(bytes, &at), (1...Int64(Self.longestRow)).contains(size) else {
      return nil
    }
    var id: Int64 = 0
    if kind == .tableLeaf {
      guard let number = Self.varint(bytes, &at) else { return nil }
      id = number
    }
    return payload(at, Int(size)).flatMap(Self.values).map { Row(id: id, values: $0) }
  }

  /// The bytes of a row, of which those that find no room here are in a chain of other pages.
  private func payload(_ at: Int, _ size: Int) -> [UInt8]? {
    let most = kind == .tableLeaf ? pages.size - 35 : (pages.size - 12) * 64 / 255 - 23
    let least = (pages.size - 12) * 32 / 255 - 23
    let rest = least + (size - least) % (pages.size - 4)
    let here = size <= most ? size : rest <= most ? rest : least
    guard at + here + (here < size ? 4 : 0) <= bytes.count else { return nil }
    var payload = Array(bytes[at..<at + here])
    var next = here < size ? Int(Self.number(bytes[at + here..<at + here + 4])) : 0
    while payload.count < size {
      guard next > 1, let page = pages.page(next) else { return nil }
      payload += page[4..<min(pages.size, 4 + size - payload.count)]
      next = Int(Self.number(page[..<4]))
    }
    return payload
  }

  /// The values of a record (§2.1); nil where it is none.
  private static func values(_ record: [UInt8]) -> [DatabaseValue]? {
    var at = 0
    guard let end = varint(record, &at), (1...Int64(record.count)).contains(end) else { return nil }
    var place = Int(end)
    var values: [DatabaseValue] = []
    while at < end {
      guard values.count < mostValues, let type = varint(record, &at), let size = size(of: type),
        size <= record.count - place
      else { return nil }
      values.append(value(type, record[place..<place + size]))
      place += size
    }
    return values
  }

  private static func size(of type: Int64) -> Int? {
    switch type {
    case 0...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 8, 9: 0
    case 12...: Int((type - 12) / 2)
    default: nil
    }
  }

  private static func value(_ type: Int64, _ bytes: ArraySlice<UInt8>) -> DatabaseValue {
    switch type {
    case 0: return .null
    case 7: return Double(bitPattern: number(bytes)).databaseValue
    case 8, 9: return (type - 8).databaseValue
    case 1...6:
      let unused = UInt64(64 - 8 * bytes.count)
      return (Int64(bitPattern: number(bytes) << unused) >> Int64(unused)).databaseValue
    default:
      return type.isMultiple(of: 2)
        ? Data(bytes).databaseValue : String(decoding: bytes, as: UTF8.self).databaseValue
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A number of one to nine bytes at `at`, which goes on behind it; nil where the bytes end in it.
  private static func varint(_ bytes: [UInt8], _ at: inout Int) -> Int64? {
    var number: UInt64 = 0
    for count in 1...9 {
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      at += 1
      if count == 9 { return Int64(bitPattern: number << 8 | UInt64(byte)) }
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return Int64(bitPattern: number) }
    }
    return nil
  }
}
