/// Going on behind a fault in an item of an array that stands in nothing else.
extension JSONReader {
  /// Where the reader stands, and in what.
  struct Stand {
    let place: JSONPlace
    let depth: Int
    fileprivate let isObject: [UInt64]
    /// Whether an object that begins here can't be a part of the one around it.
    fileprivate let awaitsName: Bool

    fileprivate init(place: JSONPlace, depth: Int, isObject: [UInt64], awaitsName: Bool) {
      (self.place, self.depth, self.isObject) = (place, depth, isObject)
      self.awaitsName = awaitsName
    }

    /// A place behind a member's value in so many levels, at most 64, each an object's or not, the
    /// outermost first.
    init(place: JSONPlace, in levels: [Bool]) {
      var bits: UInt64 = 0
      for (level, isObject) in levels.enumerated() where isObject { bits |= 1 << UInt64(level) }
      self.init(place: place, depth: levels.count, isObject: [bits], awaitsName: true)
    }
  }

  /// What stands behind a fault.
  enum Resumption {
    /// An object that is an item of the array.
    case item
    /// The array's end.
    case end
  }

  /// As many levels a bracket may close at once that leaves some open.
  private static let mostClosed = 64

  /// Where the reader stands now.
  var stand: Stand {
    let isAtObject = at < end && bytes[at] == 0x7B && state != .colon
    return Stand(place: here, depth: depth, isObject: isObject, awaitsName: isAtObject)
  }

  /// Passes over what follows a fault at `stand`, up to the next object in the array itself, or the
  /// array's end; nil where neither comes before the text ends, or the line in which all must stand.
  ///
  /// Strings are passed over, and end in their line at the latest: what is at fault may be a quotation
  /// mark that is missing. A bracket closes the innermost level of its kind, and none where the item
  /// has none: the array goes on rather than losing what follows. An object that stands in place of a
  /// name is of the innermost array: those around it were cut. One that has a name is no item.
  mutating func resume(from stand: Stand) throws(JSONFault) -> Resumption? {
    stand.depth > 0 ? try passGarbage(from: stand) : nil
  }

  /// The same for an object in this line, where each bracket before it closes its own level.
  mutating func resumeInLine(from stand: Stand) throws(JSONFault) -> Bool {
    let wasBound = isLineBound
    defer { isLineBound = wasBound }
    (isLineBound, hasCrossedLevels) = (true, false)
    return try resume(from: stand) == .item && !hasCrossedLevels
  }

  private mutating func passGarbage(from stand: Stand) throws(JSONFault) -> Resumption? {
    goBack(to: stand.place, depth: stand.depth)
    isObject = stand.isObject
    // The last byte that is no space; of colons, one behind a name.
    var last = stand.awaitsName ? 0x2C : 0
    while true {
      let byte = try peek()
      let before = last
      if !Self.isSpace(byte) { last = byte == 0x3A && before != 0x22 ? 0 : byte }
      if byte == 0x7B, before == 0x2C { closeObjects() }
      switch byte {
      case ..<0: return nil
      case 0x0A:
        if isLineBound { return nil }
        at += 1
        line += 1
        lineStart = base + at
      case 0x22: try passTornString()
      case 0x7B where depth == 1 && before != 0x3A:
        state = .item
        return .item
      case 0x5D where depth == 1:
        state = .afterItem
        return .end
      case 0x7B, 0x5B:
        guard depth < Self.deepest else { return nil }
        try open(object: byte == 0x7B)
      case 0x7D, 0x5D:
        at += 1
        closeInnermost(isObject: byte == 0x7D)
      default: at += 1
      }
    }
  }

  /// Passes over a string, to its end or that of its line, which stays.
  ///
  /// Where a quotation mark is missing, what looks like a string is what stands between two: it begins
  /// as what may follow a string, ends as what may precede one, and a text follows. Then its brackets
  /// count, and its end is the beginning of a string.
  private mutating func passTornString() throws(JSONFault) {
    at += 1
    let start = here
    var (first, last) = (0, 0)
    while true {
      let byte = try peek()
      if byte < 0 || byte == 0x0A { return }
      if byte == 0x22 { break }
      at += 1
      if !Self.isSpace(byte) { (first, last) = (first == 0 ? byte : first, byte) }
      if byte == 0x5C {
        (first, last) = (byte, byte)
        let next = try peek()
        if next >= 0, next != 0x0A { at += 1 }
      }
    }
    at += 1
    guard Self.followsString(first), Self.precedesString(last) else { return }
    let next = try peek()
    if next < 0 || next == 0x22 || Self.isSpace(next) || Self.followsString(next) { return }
    if canSeek(start) { goBack(to: start, depth: depth) }
  }

  /// Goes on at `place`, so many levels deep in the value at hand.
  mutating func goBack(to place: JSONPlace, depth: Int) {
    let start = valueStart
    seek(place)
    (valueStart, self.depth) = (start, depth)
  }

  private static func isSpace(_ byte: Int) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether it is a colon, a comma or a bracket that closes.
  private static func followsString(_ byte: Int) -> Bool {
    byte == 0x3A || byte == 0x2C || byte == 0x7D || byte == 0x5D
  }

  /// Whether it is a colon, a comma or a bracket that opens.
  private static func precedesString(_ byte: Int) -> Bool {
    byte == 0x3A || byte == 0x2C || byte == 0x7B || byte == 0x5B
  }

  /// Leaves the objects within the innermost array.
  private mutating func closeObjects() {
    for level in stride(from: depth, to: max(0, depth - Self.mostClosed), by: -1)
    where !isObjectLevel(level) {
      depth = level
      return
    }
  }

  private mutating func closeInnermost(isObject: Bool) {
    for level in stride(from: depth, to: max(1, depth - Self.mostClosed), by: -1)
    where isObjectLevel(level) == isObject {
      if level < depth { hasCrossedLevels = true }
      depth = level - 1
      return
    }
  }
}
