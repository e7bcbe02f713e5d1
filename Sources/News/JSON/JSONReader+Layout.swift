/// Going on behind a broken item of an array whose items begin a line each, in one column: whatever the
/// item lacks, the next one stands where it stands.
extension JSONReader {
  /// Where the next item begins its line in the column of one before, or the array's end begins one.
  /// Nil where the items are not laid out so, or neither comes within so many bytes. The reader stands
  /// anywhere then.
  mutating func find(
    behindItemAt item: JSONPlace, within limit: Int
  ) throws(JSONFault) -> (found: Resumption, place: JSONPlace)? {
    guard !isLineBound, !source.isPipe else { return nil }
    let start = JSONPlace(offset: item.offset - item.column + 1, line: item.line, column: 1)
    goBack(to: start, depth: 1)
    guard try passBlanks() == 0x7B, here == item, try isIndented(in: item.column) else {
      return nil
    }
    while here.offset - item.offset < limit, try passLine() {
      let byte = try passBlanks()
      let place = here
      // A comma may stand before its item's column.
      if byte == 0x0A || byte == 0x2C || place.column > item.column { continue }
      if byte == 0x5D { return (.end, place) }
      guard place.column == item.column else { return nil }
      guard byte == 0x7B else { continue }
      return try isIndented(in: place.column) ? (.item, place) : nil
    }
    return nil
  }

  /// Goes on with what was found there.
  mutating func resume(with found: Resumption, at place: JSONPlace) {
    goBack(to: place, depth: 1)
    isObject[0] = 0
    state = found == .item ? .item : .afterItem
  }

  /// Whether what an object holds begins in the line of its brace, which is here, or in a later column.
  private mutating func isIndented(in column: Int) throws(JSONFault) -> Bool {
    at += 1
    if try passBlanks() != 0x0A { return true }
    let end = here
    defer { goBack(to: end, depth: 1) }
    while try passLine() {
      if try passBlanks() != 0x0A { return here.column > column }
    }
    return false
  }

  /// Goes on behind the end of the line; false where there is none.
  private mutating func passLine() throws(JSONFault) -> Bool {
    while true {
      let byte = try peek()
      if byte < 0 { return false }
      at += 1
      guard byte == 0x0A else { continue }
      line += 1
      lineStart = base + at
      return true
    }
  }

  /// Passes over spaces and tabs, and gives the byte behind them; -1 at the end.
  private mutating func passBlanks() throws(JSONFault) -> Int {
    while true {
      let byte = try peek()
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return byte }
      at += 1
    }
  }
}
