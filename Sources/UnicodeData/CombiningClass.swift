/// Canonical_Combining_Class (UAX #15): how marks are ordered.
enum CombiningClass {
  private static let blocks = EncodedBytes(NormalizationData.combiningBlocks).bytes()
  private static let classes = EncodedBytes(NormalizationData.combiningClasses).bytes()

  /// The class of `scalar`, 0 for what is never moved: ask where `ScalarProperties.isReordered`.
  static func of(_ scalar: UInt32) -> UInt8 {
    let block = Int(scalar >> 7)
    guard block < blocks.count else { return 0 }
    return classes[Int(blocks[block]) << 7 | Int(scalar & 127)]
  }
}
