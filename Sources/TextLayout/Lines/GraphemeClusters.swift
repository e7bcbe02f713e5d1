import UnicodeData

/// Finds where extended grapheme clusters start (UAX #29, Unicode 17), in linear time.
struct GraphemeClusters {
  /// The bits of the properties that any rule but GB999 asks for: grapheme break, conjunct break,
  /// pictographic (`ScalarProperties.bits`).
  static let ruled: UInt32 = 15 << 12 | 3 << 16 | 1 << 18

  /// Writes for each scalar whether a cluster starts with it; the first always does (GB1). Both buffers
  /// have one element a scalar.
  static func resolve(
    _ classes: UnsafeBufferPointer<ScalarClass>, into starts: UnsafeMutableBufferPointer<Bool>
  ) {
    precondition(starts.count >= classes.count, "a flag for every scalar")
    let properties = ScalarTable.shared.properties
    var state = GraphemeState()
    var isQuiet = false
    starts[..<classes.count].update(repeating: true)
    for index in classes.indices {
      let own = properties[classes[index]]
      if isQuiet, own.bits & ruled == 0 { continue }  // GB999: no rule knows either side.
      if isQuiet, isMark(own) {
        starts[index] = false  // GB9, GB9a
      } else {
        starts[index] = state.isBoundary(before: own)
        state.advance(by: own)
        isQuiet = state.isQuiet
      }
    }
    if !classes.isEmpty { starts[0] = true }
  }

  /// Extend, ZWJ or SpacingMark, and nothing else.
  private static func isMark(_ own: ScalarProperties) -> Bool {
    let marks: UInt32 = 1 << 4 | 1 << 5 | 1 << 8  // by number in `GraphemeBreak`
    return marks >> (own.bits >> 12 & 15) & 1 != 0 && own.bits & 1 << 18 == 0
  }
}
