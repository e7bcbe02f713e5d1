/// Going on behind a fault in an item of an array that stands in nothing else.
extension JSONReader {
  /// Where the reader stands, and in what.
  struct Stand {
    let place: JSONPlace
    let depth: Int
    fileprivate let isObject: [UInt64]

    fileprivate init(place: JSONPlace, depth: Int, isObject: [UInt64]) {
      (self.place, self.depth, self.isObject) = (place, depth, isObject)
    }

    /// A place in so many levels, at most 64, each an object's or not, the outermost first.
    init(place: JSONPlace, in levels: [Bool]) {
      var bits: UInt64 = 0
      for (level, isObject) in levels.enumerated() where isObject { bits |= 1 << UInt64(level) }
      self.init(place: place, depth: levels.count, isObject: [bits])
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
  var stand: Stand { Stand(place: here, depth: depth, isObject: isObject) }

  /// Passes over what follows a fault at `stand`, up to the next object in the array itself, or the
  /// array's end; nil where neither comes before the text ends, or the line in which all must stand.
  ///
  /// Strings are passed over, and end in their line at the latest: what is at fault may be a quotation
  /// mark that is missing. A bracket closes the innermost level of its kind, and none where the item
  /// has none: the array goes on rather than losing what follows.
  mutating func resume(from stand: Stand) throws(JSONFault) -> Resumption? {
    stand.depth > 0 ? try passGarbage(from: stand) : nil
  }

  private mutating func passGarbage(from stand: Stand) throws(JSONFault) -> Resumption? {
    let start = valueStart
    seek(stand.place)
    (valueStart, depth, isObject) = (start, stand.depth, stand.isObject)
    while true {
      let byte = try peek()
      switch byte {
      case ..<0: return nil
      case 0x0A:
        if isLineBound { return nil }
        at += 1
        line += 1
        lineStart = base + at
      case 0x22: try passTornString()
      case 0x7B where depth == 1:
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
  private mutating func passTornString() throws(JSONFault) {
    at += 1
    while true {
      let byte = try peek()
      if byte < 0 || byte == 0x0A { return }
      at += 1
      if byte == 0x22 { return }
      if byte == 0x5C {
        let next = try peek()
        if next >= 0, next != 0x0A { at += 1 }
      }
    }
  }

  private mutating func closeInnermost(isObject: Bool) {
    for level in stride(from: depth, to: max(1, depth - Self.mostClosed), by: -1)
    where isObjectLevel(level) == isObject {
      depth = level - 1
      return
    }
  }
}
