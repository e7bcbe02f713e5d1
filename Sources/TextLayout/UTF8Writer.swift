/// Writes scalars as UTF-8 into memory that has room for them, four bytes each.
struct UTF8Writer {
  private let buffer: UnsafeMutableRawBufferPointer
  private var count = 0

  init(_ buffer: UnsafeMutableRawBufferPointer) {
    self.buffer = buffer
  }

  /// What was written so far.
  var written: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }

  /// Writes a scalar, four bytes at a time: those too many are written over by the next one.
  mutating func write(_ scalar: UInt32) {
    let (bytes, length) = UTF8Spellings.spelling(of: scalar)
    buffer.storeBytes(of: bytes.littleEndian, toByteOffset: count, as: UInt32.self)
    count += length
  }

  /// Writes what clusters show, from `start` on by steps of 1 or -1, as long as there are any before
  /// `end`, none has marks and none shares its source, which need not be asked where `areSingle`.
  /// Returns the place of the first other one.
  mutating func write(
    _ clusters: UnsafeBufferPointer<PackedCluster>, from start: Int, to end: Int, by step: Int,
    _ spellings: UTF8Spellings.Table, areSingle: Bool = false
  ) -> Int {
    let words = spellings.words
    let pages = spellings.pages
    var count = count
    var place = start
    while place != end {
      let cluster = clusters[place]
      let scalar = Int(cluster.scalar)
      let page = Int(pages[min(scalar >> 8, 256)])
      let word = words[page &+ scalar & 0xFF]
      if word == 0 || !(areSingle || cluster.isSingle) { break }
      buffer.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt32.self)
      count &+= Int(word >> 24)
      place &+= step
    }
    self.count = count
    return place
  }
}

extension UTF8Writer {
  /// Writes what clusters show from `start` on, eight at a time, as long as all are ASCII and stand
  /// alone, as `write(_:from:to:by:_:)` has it: a third of its time. Returns where it ends.
  mutating func writeASCII(
    _ clusters: UnsafeBufferPointer<PackedCluster>, from start: Int, to end: Int
  ) -> Int {
    let clusters = UnsafeRawBufferPointer(clusters)
    var place = start
    while place &+ 8 <= end {
      let eight = clusters.loadUnaligned(fromByteOffset: place &* 8, as: SIMD8<UInt64>.self)
      if !PackedCluster.areSingleASCII(eight) { break }
      let scalars = SIMD8<UInt8>(truncatingIfNeeded: eight &>> 32)
      buffer.storeBytes(of: scalars, toByteOffset: count, as: SIMD8<UInt8>.self)
      count &+= 8
      place &+= 8
    }
    return place
  }
}

/// Appends one scalar as UTF-8.
func appendUTF8(of scalar: UInt32, to bytes: inout [UInt8]) {
  withUnsafeTemporaryAllocation(byteCount: 4, alignment: 4) { buffer in
    var writer = UTF8Writer(buffer)
    writer.write(scalar)
    bytes.append(contentsOf: writer.written)
  }
}
