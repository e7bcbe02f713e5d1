extension StoredText {
  /// Hands on what a search looks through, without making a String of it: each text of an article
  /// with its authors, captions and summary, and each of its tags.
  static func visit(
    _ bytes: UnsafeRawBufferPointer, text: (UnsafeBufferPointer<UInt8>) -> Void,
    tag: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(ByteReader.Damaged) {
    var reader = ByteReader(bytes)
    let form = try reader.form()
    try reader.skipOptionalText()  // its own id
    try reader.visitOptionalText(text)  // kicker
    if try reader.byte() != 0 { try reader.skipDate() }
    if try reader.byte() != 0 {
      for _ in 0..<3 { try reader.skipOptionalText() }  // the publication has a column of its own
    }
    for _ in 0..<(try reader.count()) { try reader.withText(text) }  // authors
    _ = try reader.byte()
    try reader.visitOptionalText(text)  // summary
    try reader.visitOptionalText(text)  // dateline
    if try reader.byte() != 0 { try reader.visitPicture(text) }
    for _ in 0..<(try reader.count()) { try reader.withText(tag) }
    for _ in 0..<4 where try reader.byte() != 0 { _ = try reader.signed() }
    for _ in 0..<(try reader.count()) {
      try reader.visitBlock(text)
      if form == .packedWithSpans { try reader.skipSpans() }
    }
  }
}

extension ByteReader {
  fileprivate mutating func skipOptionalText() throws(Damaged) {
    if try byte() != 0 { try skipText() }
  }

  fileprivate mutating func visitOptionalText(
    _ text: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(Damaged) {
    if try byte() != 0 { try withText(text) }
  }

  fileprivate mutating func skipDate() throws(Damaged) {
    _ = try signed()
    _ = try signed()
    _ = try byte()
  }

  fileprivate mutating func visitPicture(
    _ text: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(Damaged) {
    try skipOptionalText()  // its address
    try visitOptionalText(text)
    try visitOptionalText(text)
  }

  fileprivate mutating func visitBlock(
    _ text: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(Damaged) {
    switch try byte() {
    case 1: _ = try signed()
    case 2: try visitOptionalText(text)  // who is quoted
    case 3: if try byte() != 0 { _ = try signed() }
    case 5: try visitPicture(text)
    default: break
    }
    try withText(text)
    _ = try byte()
  }

  fileprivate mutating func skipSpans() throws(Damaged) {
    for _ in 0..<(try count()) {
      _ = try byte()
      for _ in 0..<2 { _ = try unsigned() }
    }
  }
}
