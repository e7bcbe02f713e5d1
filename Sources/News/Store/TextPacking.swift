/// Texts with one byte a letter where UTF-8 takes two: half the room of an Arabic, Persian or Hebrew
/// article, for two nanoseconds a letter.
///
/// A byte below 0x80 is itself. One from 0x80 on is a letter of the window, 128 scalars at a time of
/// those below U+0800; 0x11...0x1F choose the window. Other scalars are said in full. What has a
/// control character of its own is not packed at all.
enum TextPacking {
  /// Behind it, the last byte of a scalar of U+2000...U+20FF: ZWNJ, dashes, quotation marks.
  private static let punctuation: UInt8 = 0x0E
  /// Behind it, a scalar as UTF-8 spells it.
  private static let inFull: UInt8 = 0x0F
  /// Chooses window 0, which is none; and so on up to U+0780.
  private static let chooses: UInt8 = 0x10
  /// The window at the beginning: U+0600.
  private static let first = 12

  /// Letters and digits of U+0680...U+06FF that stand in the Arabic window in the places of signs
  /// that hardly any text has; Persian and Urdu would change windows at every other word.
  private static let guests: [(code: Int, scalar: UInt32)] = {
    let letters = "کگچژیہھےںڈڑە".unicodeScalars.map(\.value)
    let others: [UInt32] = Array(0x6F0...0x6F9) + [0x6C0]
    return letters.enumerated().map { ($0.offset, $0.element) }
      + others.enumerated().map { (0x10 + $0.offset, $0.element) }
  }()

  /// For each scalar below U+0800, its window and the byte within; 0 for what is said in full.
  private static let codes: [UInt16] = {
    var codes = (0..<0x800 as Range<UInt16>).map { ($0 >> 7) << 8 | 0x80 | ($0 & 0x7F) }
    for guest in guests {
      codes[first << 7 | guest.code] = 0
      codes[Int(guest.scalar)] = UInt16(first) << 8 | 0x80 | UInt16(guest.code)
    }
    return codes
  }()

  /// The scalars of the windows, one after the other.
  private static let scalars: [UInt16] = {
    var scalars = (0..<0x800 as Range<UInt16>).map { max($0, 0x80) }
    for guest in guests { scalars[first << 7 | guest.code] = UInt16(guest.scalar) }
    return scalars
  }()

  /// Packs a text behind what is in `bytes`; false where that can't be done or saves nothing, and
  /// then `bytes` is as it was.
  static func pack(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    // Of a scalar come five bytes at most, and what is not shorter than the text is of no use.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 5) { packed in
      let count = codes.withUnsafeBufferPointer { pack(text, to: packed, $0) }
      guard let count else { return false }
      bytes.append(contentsOf: packed[..<count])
      return true
    }
  }

  /// The most bytes that so many packed ones can stand for.
  static func mostBytes(of packed: Int) -> Int { 2 * packed }

  /// Writes what was packed, as UTF-8, to a buffer of `mostBytes`; how many bytes it is.
  static func unpack(
    _ packed: UnsafeBufferPointer<UInt8>, to text: UnsafeMutableBufferPointer<UInt8>
  ) throws(ByteReader.Damaged) -> Int {
    let count = scalars.withUnsafeBufferPointer { unpack(packed, to: text, $0) }
    guard let count else { throw ByteReader.Damaged() }
    return count
  }
}

extension TextPacking {
  /// Packs a text to a buffer of five bytes more than it has; nil where that can't be done or saves
  /// nothing.
  private static func pack(
    _ text: UnsafeBufferPointer<UInt8>, to packed: UnsafeMutableBufferPointer<UInt8>,
    _ codes: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    var window = UInt16(first)
    var place = 0
    var count = 0
    func append(_ byte: UInt8) {
      packed[count] = byte
      count += 1
    }
    while place < text.count, count < text.count {
      let byte = text[place]
      if byte < 0x80 {
        guard byte >= 0x20 || byte == 0x0A || byte == 0x09 else { return nil }
        append(byte)
        place += 1
        continue
      }
      let size = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard place + size <= text.count else { return nil }
      let next = text[place + 1]
      let code = size == 2 ? codes[Int(byte & 0x1F) << 6 | Int(next & 0x3F)] : 0
      if code != 0 {
        if code >> 8 != window {
          window = code >> 8
          append(chooses + UInt8(window))
        }
        append(UInt8(truncatingIfNeeded: code))
      } else if byte == 0xE2, next & 0xFC == 0x80 {
        append(punctuation)
        append(((next & 0x03) << 6) | (text[place + 2] & 0x3F))
      } else {
        append(inFull)
        for byte in text[place..<place + size] { append(byte) }
      }
      place += size
    }
    return count < text.count ? count : nil
  }

  private static func unpack(
    _ packed: UnsafeBufferPointer<UInt8>, to text: UnsafeMutableBufferPointer<UInt8>,
    _ scalars: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    var window = first << 7
    var place = 0
    var count = 0
    func append(_ byte: UInt16) {
      text[count] = UInt8(truncatingIfNeeded: byte)
      count += 1
    }
    while place < packed.count {
      let byte = packed[place]
      place += 1
      if byte >= 0x80 {
        let scalar = scalars[window | Int(byte & 0x7F)]
        append(0xC0 | scalar >> 6)
        append(0x80 | scalar & 0x3F)
      } else if byte == punctuation {
        guard place < packed.count else { return nil }
        append(0xE2)
        append(0x80 | UInt16(packed[place]) >> 6)
        append(0x80 | UInt16(packed[place]) & 0x3F)
        place += 1
      } else if byte == inFull {
        guard place < packed.count else { return nil }
        let size = packed[place] < 0xE0 ? 2 : packed[place] < 0xF0 ? 3 : 4
        guard place + size <= packed.count else { return nil }
        for byte in packed[place..<place + size] { append(UInt16(byte)) }
        place += size
      } else if byte > chooses, byte < 0x20 {
        window = Int(byte - chooses) << 7
      } else {
        append(UInt16(byte))
      }
    }
    return count
  }
}
