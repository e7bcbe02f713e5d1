@testable import TextLayout

/// A text laid out, line by line, as a screen shows it.
func laid(
  _ text: String, within width: Columns = .unlimited, _ options: LayoutOptions = LayoutOptions(),
  in order: TextOrder = .visual
) -> [String] {
  var typesetter = Typesetter()
  let paragraph = typesetter.paragraph(text, options)
  return paragraph.lines(within: width).map { line in
    var bytes: [UInt8] = []
    paragraph.append(line, in: order, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The same on one line.
func shown(_ text: String, _ options: LayoutOptions = LayoutOptions()) -> String {
  laid(text, options).joined(separator: "\n")
}

/// The clusters of a text on one line, from left to right.
func clusters(_ text: String, _ options: LayoutOptions = LayoutOptions()) -> [Cluster] {
  var typesetter = Typesetter()
  let paragraph = typesetter.paragraph(text, options)
  return paragraph.lines(within: .unlimited).flatMap { Array(paragraph.visual($0)) }
}

extension Cluster {
  /// The marks that are there.
  var shownMarks: [UInt32] { (0..<4).map { marks[$0] }.filter { $0 != 0 } }
}
