/// Canonical decomposition and composition of scalars (UAX #15; The Unicode Standard, section 3.11).
enum Composition {
  private static let decomposed = EncodedBytes(NormalizationData.decomposed).numbers(ofSize: 3)
  private static let scalars = EncodedBytes(NormalizationData.decompositions).numbers(ofSize: 3)
  /// Where each decomposition starts in `scalars`, and at the end the count of them all.
  private static let starts = EncodedBytes(NormalizationData.decompositionCounts).bytes()
    .reduce(into: [0]) { $0.append(($0.last ?? 0) + Int($1)) }
  private static let pairs = CompositionPairs()

  /// Hands the full canonical decomposition of `scalar` to `body`, scalar by scalar; the scalar itself
  /// where it has none.
  static func decompose(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    if Hangul.syllables.contains(scalar) { return Hangul.decompose(scalar, body) }
    let place = scalar < 0xC0 ? decomposed.count : decomposed.lowerBound(of: scalar)
    guard place < decomposed.count, decomposed[place] == scalar else { return body(scalar) }
    for index in starts[place]..<starts[place + 1] { body(scalars[index]) }
  }

  /// The primary composite of two scalars, if they have one.
  static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    Hangul.compose(first, second) ?? pairs[first, second]
  }
}
