import UnicodeData

/// Brings a text into Normalization Form C (UAX #15), so that a letter with its mark is the letter
/// that has joining forms, and marks stand in canonical order.
struct Normalization {
  private var composer = Composer()
  private var scalars: [UInt32] = []
  private var offsets: [UInt32] = []

  init() {}

  /// Composes a text in place.
  mutating func compose(_ text: inout ScalarText) {
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: text.scalars[..<text.count])
    offsets.append(contentsOf: text.offsets[..<text.count])
    guard composer.compose(&scalars, places: &offsets) else { return }
    text.replace(scalars, offsets, end: text.offsets[text.count])
  }
}
