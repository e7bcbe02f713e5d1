/// A pull reader of JSON (RFC 8259 whole) over pieces of 64 KiB: tokens and their places.
///
/// Depth is a counter and a bit a level, so nothing recurses; memory does not grow with the text.
/// Several values may follow one another: at depth 0 the next one may begin. A key's, string's or
/// number's text is read by `text(into:cap:)` before the next token, or it is passed over.
struct JSONReader: ~Copyable {
  /// The bytes read at a time.
  static let pieceSize = 1 << 16
  /// The most bytes of a pipe that one value and the space before it may have: a string of a gigabyte
  /// is passed over, and one without an end is not waited for.
  static let longestValue = 1 << 31
  /// The deepest nesting that is followed.
  static let deepest = 1 << 20

  /// What may come next.
  enum State {
    case root, firstKey, key, colon, firstItem, item, afterItem
  }

  /// A text whose first byte was met and which was not read yet.
  enum Pending {
    case none, string, number
  }

  let source: ByteSource
  let bytes: UnsafeMutablePointer<UInt8>
  var at = 0
  var end = 0
  var base = 0
  var line = 1
  var lineStart = 0
  var depth = 0
  var state = State.root
  var pending = Pending.none
  /// Where the last token begins.
  var place = JSONPlace.start
  /// How many bytes `longestValue` is to this reader.
  var longestValue = Self.longestValue
  /// Where the value at hand, and the space before it, begins.
  var valueStart = JSONPlace.start
  /// Whether a value must end in the line that it begins in, as in JSON Lines.
  var isLineBound = false
  /// Whether a bracket behind a fault closed what is not the innermost level.
  var hasCrossedLevels = false
  /// Texts that had to be mended, a place each; the reader of them empties it.
  var damages: [JSONDamage] = []
  /// Whether each level that is open is an object's, a bit a level.
  var isObject: [UInt64] = [0]

  /// A reader of `source` from its start.
  init(_ source: ByteSource) {
    self.source = source
    bytes = .allocate(capacity: Self.pieceSize)
  }

  deinit { bytes.deallocate() }

  /// Where the reader stands.
  var here: JSONPlace {
    JSONPlace(offset: base + at, line: line, column: base + at - lineStart + 1)
  }

  /// The start of the line that the last token stands in.
  var startOfLine: FileEnd {
    FileEnd(offset: place.offset - place.column + 1, line: place.line)
  }

  /// The next token.
  mutating func next() throws(JSONFault) -> JSONToken {
    if pending != .none { try passText() }
    var byte = try skipSpace()
    if state == .afterItem {
      guard byte == UInt8(ascii: ",") else { return try close(byte) }
      at += 1
      state = isInObject ? .key : .item
      byte = try skipSpace()
    }
    place = here
    switch state {
    case .root:
      while byte == 0xEF { byte = try passMark() }
      return byte < 0 ? .end : try value(byte)
    case .firstKey where byte == UInt8(ascii: "}"), .firstItem where byte == UInt8(ascii: "]"):
      return try close(byte)
    case .firstKey, .key:
      guard byte == UInt8(ascii: "\"") else {
        throw unexpected(byte, state == .key ? "a name in quotes" : "a name in quotes or }")
      }
      at += 1
      pending = .string
      state = .colon
      return .key
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw unexpected(byte, ":") }
      at += 1
      byte = try skipSpace()
      place = here
      return try value(byte)
    case .firstItem, .item, .afterItem:
      return try value(byte)
    }
  }

  /// From here on is another value: so much of a pipe may be read for it as for any.
  mutating func beginValue() { valueStart = here }

  /// Passes over what is left of the innermost object or array.
  mutating func skip() throws(JSONFault) {
    let outside = depth - 1
    while depth > outside { _ = try next() }
  }

  /// Goes on at `place`, outside any value.
  mutating func seek(_ place: JSONPlace) {
    if place.offset >= base, place.offset <= base + end {
      at = place.offset - base
    } else {
      base = place.offset
      at = 0
      end = 0
    }
    line = place.line
    lineStart = place.offset - place.column + 1
    valueStart = place
    beginAgain()
  }

  /// Whether one can `seek` that place.
  func canSeek(_ place: JSONPlace) -> Bool {
    place.offset >= base && place.offset <= base + end || source.canRead(at: place.offset)
  }

  /// Nobody goes back before where the reader stands.
  mutating func forgetBefore() throws(JSONFault) {
    do {
      try source.forget(before: here.offset)
    } catch {
      throw fault(error)
    }
  }

  /// Goes on behind an item of an array that stands in nothing else.
  mutating func resumeArray() {
    depth = 1
    isObject[0] = 0
    state = .afterItem
  }

  /// Whether a comma stands here between values in nothing; it is passed over.
  mutating func passComma() throws(JSONFault) -> Bool {
    guard depth == 0, state == .root, try peek() == 0x2C else { return false }
    at += 1
    return true
  }

  /// Goes on after the next LF, outside any value; false where there is none.
  mutating func skipLine() throws(JSONFault) -> Bool {
    beginAgain()
    while true {
      let byte = try peek()
      if byte < 0 { return false }
      at += 1
      if byte == 0x0A {
        line += 1
        lineStart = base + at
        return true
      }
    }
  }
}

extension JSONReader {
  private mutating func beginAgain() {
    depth = 0
    state = .root
    pending = .none
  }

  /// The byte here, which stays; -1 at the end.
  @inline(__always)
  mutating func peek() throws(JSONFault) -> Int {
    if at < end { return Int(bytes[at]) }
    return try refill()
  }

  @inline(never)
  private mutating func refill() throws(JSONFault) -> Int {
    if source.isPipe, base + end - valueStart.offset > longestValue {
      // A string or a number without an end, or a value of many without one.
      let isText = base + end - place.offset > longestValue / 2
      let start = isText && place.offset > valueStart.offset ? place : valueStart
      throw JSONFault(place: start, reason: .endless(limit: longestValue))
    }
    let count: Int
    do {
      let piece = UnsafeMutableRawBufferPointer(start: bytes, count: Self.pieceSize)
      count = try source.read(into: piece, at: base + end)
    } catch {
      throw fault(error)
    }
    guard count > 0 else { return -1 }
    base += end
    at = 0
    end = count
    return Int(bytes[0])
  }

  /// Passes over white space (RFC 8259 §2) and gives the byte after it; -1 at the end.
  @inline(__always)
  private mutating func skipSpace() throws(JSONFault) -> Int {
    while true {
      let byte = try peek()
      switch byte {
      case 0x20, 0x09, 0x0D:
        at += 1
      case 0x0A:
        if isLineBound, depth > 0 { throw fault("the line ends inside a value") }
        at += 1
        line += 1
        lineStart = base + at
      default:
        return byte
      }
    }
  }

  /// Passes over a byte order mark before a value, which is where files were put together, and gives
  /// the byte after it; -1 at the end. A mark is no column.
  private mutating func passMark() throws(JSONFault) -> Int {
    let fault = unexpected(0xEF, "a value")
    for expected in [0xEF, 0xBB, 0xBF] {
      guard try peek() == expected else { throw fault }
      at += 1
    }
    lineStart += 3
    let byte = try skipSpace()
    place = here
    return byte
  }

  @inline(__always)
  private mutating func value(_ byte: Int) throws(JSONFault) -> JSONToken {
    switch byte {
    case 0x22:
      at += 1
      pending = .string
      afterValue()
      return .string
    case 0x7B:
      try open(object: true)
      return .beginObject
    case 0x5B:
      try open(object: false)
      return .beginArray
    case 0x2D, 0x30...0x39:
      pending = .number
      afterValue()
      return .number
    case 0x74: return try literal("true", .yes)
    case 0x66: return try literal("false", .no)
    case 0x6E: return try literal("null", .null)
    default:
      throw unexpected(byte, state == .firstItem ? "a value or ]" : "a value")
    }
  }

  private mutating func literal(_ text: StaticString, _ token: JSONToken) throws(JSONFault)
    -> JSONToken
  {
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = try peek()
      guard byte == Int(text.utf8Start[offset]) else { throw unexpected(byte, "\(text)") }
      at += 1
    }
    afterValue()
    return token
  }

  @inline(__always)
  private mutating func afterValue() { state = depth == 0 ? .root : .afterItem }

  private var isInObject: Bool { isObjectLevel(depth) }

  /// Whether the level of that number, from 1, is an object's.
  @inline(__always)
  func isObjectLevel(_ level: Int) -> Bool {
    isObject[(level - 1) >> 6] & (1 << UInt64((level - 1) & 63)) != 0
  }

  mutating func open(object: Bool) throws(JSONFault) {
    guard depth < Self.deepest else { throw fault("nested more than \(Self.deepest) deep") }
    let (word, bit) = (depth >> 6, UInt64(1) << UInt64(depth & 63))
    if word == isObject.count { isObject.append(0) }
    if object { isObject[word] |= bit } else { isObject[word] &= ~bit }
    at += 1
    depth += 1
    state = object ? .firstKey : .firstItem
  }

  private mutating func close(_ byte: Int) throws(JSONFault) -> JSONToken {
    let isObject = isInObject
    guard byte == (isObject ? 0x7D : 0x5D) else {
      throw unexpected(byte, isObject ? ", or }" : ", or ]")
    }
    place = here
    at += 1
    depth -= 1
    afterValue()
    return isObject ? .endObject : .endArray
  }
}

extension JSONReader {
  /// Why there are no bytes, and where.
  private func fault(_ failure: ByteSource.Failure) -> JSONFault {
    switch failure {
    case .unreadable(let what): JSONFault(place: here, reason: .unreadable(what))
    case .tooLong(let limit): JSONFault(place: here, reason: .tooLong(limit: limit))
    }
  }

  func fault(_ what: String) -> JSONFault {
    JSONFault(place: here, reason: .syntax(what))
  }

  /// The fault of a byte that can't stand here, or of the end.
  func unexpected(_ byte: Int, _ expected: String) -> JSONFault {
    switch byte {
    case ..<0: fault("the text ends where \(expected) must follow")
    case 0x21...0x7E:
      fault("\(Character(Unicode.Scalar(UInt8(byte)))) where \(expected) must stand")
    default: fault("the byte \(hexadecimal(byte)) where \(expected) must stand")
    }
  }

  func hexadecimal(_ byte: Int) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
