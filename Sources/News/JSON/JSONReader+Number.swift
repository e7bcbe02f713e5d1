/// Numbers (RFC 8259 §6): `[-] int [frac] [exp]`, kept as they are written.
extension JSONReader {
  mutating func readNumber(into sink: inout [UInt8], limit: Int) throws(JSONFault) {
    _ = try take(0x2D, &sink, limit)
    if try take(0x30, &sink, limit) {
      let next = try peek()
      if next >= 0x30, next <= 0x39 { throw fault("a digit after a leading 0") }
    } else {
      try digits(&sink, limit)
    }
    if try take(0x2E, &sink, limit) { try digits(&sink, limit) }
    let byte = try peek()
    if byte == 0x65 || byte == 0x45 {
      _ = try take(byte, &sink, limit)
      let sign = try peek()
      if sign == 0x2B || sign == 0x2D { _ = try take(sign, &sink, limit) }
      try digits(&sink, limit)
    }
  }

  private mutating func take(_ byte: Int, _ sink: inout [UInt8], _ limit: Int) throws(JSONFault)
    -> Bool
  {
    guard try peek() == byte else { return false }
    at += 1
    if sink.count <= limit { sink.append(UInt8(byte)) }
    return true
  }

  /// One digit or more.
  private mutating func digits(_ sink: inout [UInt8], _ limit: Int) throws(JSONFault) {
    var byte = try peek()
    guard byte >= 0x30, byte <= 0x39 else { throw unexpected(byte, "a digit") }
    repeat {
      at += 1
      if sink.count <= limit { sink.append(UInt8(byte)) }
      byte = try peek()
    } while byte >= 0x30 && byte <= 0x39
  }
}
