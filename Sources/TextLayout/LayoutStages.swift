/// Stages of the layout alone, UTF-8 in: for the benchmark, which holds each against that of other
/// libraries. A typesetter does more before and between them.
package struct LayoutStages {
  private var text = ScalarText()
  private var bidi = BidiResolver()
  private var breaks = BreakOpportunities()
  private var opportunities: [BreakOpportunity] = []

  /// Stages with empty buffers.
  package init() {}

  /// Resolves the embedding levels of a paragraph (UAX #9); how many scalars have one.
  package mutating func findLevels(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    text.decode(bytes, droppingMarks: true)
    bidi.resolve(text, .automatic)
    return text.count
  }

  /// Finds the break opportunities of a paragraph (UAX #14); how many scalars it was asked of.
  package mutating func findBreaks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    text.decode(bytes, droppingMarks: true)
    opportunities.makeRoom(for: text.count, .prohibited)
    text.classes.withUnsafeBufferPointer { classes in
      opportunities.withUnsafeMutableBufferPointer {
        breaks.resolve(UnsafeBufferPointer(rebasing: classes[..<text.count]), into: $0)
      }
    }
    return text.count
  }
}
