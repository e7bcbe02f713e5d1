import TextLayout

/// A text as scalars and as UTF-8.
struct GivenText {
  private(set) var bytes: [UInt8] = []
  /// UTF-8 offset → the place of the scalar that begins there.
  private var places: [Int] = []

  init(_ scalars: [UInt32]) {
    for (place, value) in scalars.enumerated() {
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      places += repeatElement(place, count: UTF8.width(scalar))
    }
    places.append(scalars.count)
  }

  /// The place of the scalar that begins at a UTF-8 offset.
  func place(of offset: UInt32) -> Int { places[Int(offset)] }

  /// The text as a paragraph.
  func paragraph(_ options: LayoutOptions, _ typesetter: inout Typesetter) -> Paragraph {
    bytes.withUnsafeBufferPointer { typesetter.paragraph(utf8: $0, options) }
  }
}
