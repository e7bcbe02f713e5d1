import UnicodeData

/// Finds where extended grapheme clusters start (UAX #29, Unicode 17), in linear time.
struct GraphemeClusters {
  /// The bits of the properties that any rule but GB999 asks for.
  private static let ruled: UInt32 = 15 << 12 | 3 << 16 | 1 << 18

  /// Writes for each scalar whether a cluster starts with it; the first always does (GB1). Both buffers
  /// have one element a scalar.
  static func resolve(
    _ classes: UnsafeBufferPointer<ScalarClass>, into starts: UnsafeMutableBufferPointer<Bool>
  ) {
    precondition(starts.count >= classes.count, "a flag for every scalar")
    let properties = ScalarTable.shared.properties
    var state = GraphemeState()
    var isPlain = false
    for index in classes.indices {
      let own = properties[classes[index]]
      let wasPlain = isPlain
      isPlain = own.bits & ruled == 0
      if isPlain && wasPlain {
        starts[index] = true  // GB999: no rule knows either side.
        continue
      }
      starts[index] = state.isBoundary(before: own)
      state.advance(by: own)
    }
    if !classes.isEmpty { starts[0] = true }
  }
}
