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

  /// Writes a scalar, four bytes at a time: those too many are written over by the next one. Letters
  /// and spaces alternate, so the lengths up to three are selected, not branched to.
  @inline(__always)
  mutating func write(_ scalar: UInt32) {
    let last = 0x80 | scalar & 0x3F
    let third = 0x80 | scalar >> 6 & 0x3F
    let two = 0xC0 | scalar >> 6 | last << 8
    let three = 0xE0 | scalar >> 12 | third << 8 | last << 16
    var bytes = scalar < 0x80 ? scalar : scalar < 0x800 ? two : three
    var length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3
    if scalar >= 0x10000 {
      let second = 0x80 | scalar >> 12 & 0x3F
      bytes = 0xF0 | scalar >> 18 | second << 8 | third << 16 | last << 24
      length = 4
    }
    buffer.storeBytes(of: bytes.littleEndian, toByteOffset: count, as: UInt32.self)
    count += length
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
