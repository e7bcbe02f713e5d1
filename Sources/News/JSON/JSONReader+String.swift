/// Strings (RFC 8259 §7).
extension JSONReader {
  /// Appends the text of the last key, string or number, if it has at most `cap` bytes.
  ///
  /// False where it is longer; then `sink` is as it was. The text is checked to its end all the
  /// same.
  mutating func text(into sink: inout [UInt8], cap: Int) throws(JSONFault) -> Bool {
    let kind = pending
    let start = sink.count
    pending = .none
    switch kind {
    case .none: break
    case .string: try readString(into: &sink, limit: start + cap)
    case .number: try readNumber(into: &sink, limit: start + cap)
    }
    guard sink.count - start > cap else { return true }
    sink.removeSubrange(start...)
    return false
  }

  /// Passes over the text of the last key, string or number.
  mutating func passText() throws(JSONFault) {
    let kind = pending
    var nowhere: [UInt8] = []
    pending = .none
    switch kind {
    case .none: break
    case .string: try readString(into: &nowhere, limit: -1)
    case .number: try readNumber(into: &nowhere, limit: -1)
    }
  }

  // A text over its limit is cut one byte above it, which is how the caller knows.
  private mutating func readString(into sink: inout [UInt8], limit: Int) throws(JSONFault) {
    var high: UInt32 = 0
    var highPlace = place
    while true {
      let run = plainRun()
      if run > at {
        if high != 0 { unpaired(&high, highPlace, &sink, limit) }
        append(at, run, to: &sink, limit)
        at = run
      }
      let byte = try peek()
      if byte == 0x5C {
        let escape = here
        at += 1
        let unit = try readEscape()
        if unit & 0xFC00 == 0xDC00, high != 0 {
          append(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &sink, limit)
          high = 0
          continue
        }
        if high != 0 { unpaired(&high, highPlace, &sink, limit) }
        if unit & 0xFC00 == 0xD800 {
          high = unit
          highPlace = escape
        } else if unit & 0xFC00 == 0xDC00 {
          high = unit
          unpaired(&high, escape, &sink, limit)
        } else {
          append(scalar: unit, to: &sink, limit)
        }
        continue
      }
      if at < end, run == at, byte >= 0x80 || byte < 0x20 || byte == 0x22 {
        if high != 0 { unpaired(&high, highPlace, &sink, limit) }
        if byte == 0x22 {
          at += 1
          return
        }
        if byte < 0x20 {
          try passControl(byte, into: &sink, limit)
        } else {
          try readSequence(into: &sink, limit)
        }
      } else if byte < 0 {
        throw fault("the text ends inside a string")
      }
    }
  }

  /// Where the run of bytes ends that are a string's text as they stand.
  @inline(__always)
  private func plainRun() -> Int {
    let bytes = self.bytes
    let end = self.end
    var here = at
    while here < end {
      let byte = bytes[here]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
        here += 1
      } else if byte < 0xE0 {
        guard byte >= 0xC2, here + 1 < end, isContinuation(bytes[here + 1]) else { break }
        here += 2
      } else {
        let size = byte < 0xF0 ? 3 : 4
        guard here + size <= end, secondBytes(byte).contains(bytes[here + 1]),
          isContinuation(bytes[here + 2]), size == 3 || isContinuation(bytes[here + 3])
        else { break }
        here += size
      }
    }
    return here
  }

  /// One scalar of several bytes, perhaps across two pieces, or U+FFFD for as much of one as
  /// there is (the Unicode Standard, §3.9: maximal subparts).
  private mutating func readSequence(into sink: inout [UInt8], _ limit: Int) throws(JSONFault) {
    let start = here
    let lead = UInt8(truncatingIfNeeded: try peek())
    at += 1
    let size = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var sequence: [UInt8] = [lead]
    while sequence.count < size {
      let next = try peek()
      let allowed = sequence.count == 1 ? secondBytes(lead) : 0x80...0xBF
      guard next >= 0, allowed.contains(UInt8(next)) else { break }
      sequence.append(UInt8(next))
      at += 1
    }
    if sequence.count == size {
      for byte in sequence where sink.count <= limit { sink.append(byte) }
    } else {
      damage(start, "bytes that are not UTF-8")
      append(scalar: 0xFFFD, to: &sink, limit)
    }
  }

  /// A control costs itself and not what holds the string; a line's end may be where the quotation
  /// mark is missing.
  private mutating func passControl(
    _ byte: Int, into sink: inout [UInt8], _ limit: Int
  ) throws(JSONFault) {
    let what = "the control \(hexadecimal(byte)) unescaped in a string"
    guard byte != 0x0A else { throw fault(what) }
    damage(here, what)
    append(scalar: 0xFFFD, to: &sink, limit)
    at += 1
  }

  private mutating func readEscape() throws(JSONFault) -> UInt32 {
    let byte = try peek()
    let unit: UInt32
    switch byte {
    case 0x22, 0x5C, 0x2F: unit = UInt32(byte)
    case 0x62: unit = 0x08
    case 0x66: unit = 0x0C
    case 0x6E: unit = 0x0A
    case 0x72: unit = 0x0D
    case 0x74: unit = 0x09
    case 0x75:
      at += 1
      return try readHexadecimals()
    default: return try badEscape(byte, "an escape's letter")
    }
    at += 1
    return unit
  }

  private mutating func readHexadecimals() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: return try badEscape(byte, "a hexadecimal digit")
      }
      at += 1
    }
    return unit
  }

  /// What stands in place of an escape that is none; the byte that ends it is text again.
  private mutating func badEscape(
    _ byte: Int, _ expected: String
  ) throws(JSONFault) -> UInt32 {
    guard byte >= 0 else { throw unexpected(byte, expected) }
    damage(here, "a bad escape in a string")
    return 0xFFFD
  }

  private mutating func unpaired(
    _ unit: inout UInt32, _ place: JSONPlace, _ sink: inout [UInt8], _ limit: Int
  ) {
    unit = 0
    damage(place, "half of a surrogate pair")
    append(scalar: 0xFFFD, to: &sink, limit)
  }

  private mutating func damage(_ place: JSONPlace, _ what: String) {
    if damages.count < 100 { damages.append(JSONDamage(place: place, what: what)) }
  }

  private func append(_ from: Int, _ to: Int, to sink: inout [UInt8], _ limit: Int) {
    let count = min(to - from, limit + 1 - sink.count)
    if count > 0 { sink.append(contentsOf: UnsafeBufferPointer(start: bytes + from, count: count)) }
  }

  private func append(scalar: UInt32, to sink: inout [UInt8], _ limit: Int) {
    guard sink.count <= limit, let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { sink.append(byte) }
  }
}

@inline(__always)
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// What may follow a lead byte of three or four (the Unicode Standard, table 3-7).
@inline(__always)
private func secondBytes(_ lead: UInt8) -> ClosedRange<UInt8> {
  switch lead {
  case 0xE0: 0xA0...0xBF
  case 0xED: 0x80...0x9F
  case 0xF0: 0x90...0xBF
  case 0xF4: 0x80...0x8F
  case 0xC2...0xF4: 0x80...0xBF
  default: 0xFF...0xFF
  }
}
