/// Sections of XML, `<![CDATA[…]]>`, that were left around the HTML in them. HTML has none outside SVG
/// and MathML (WHATWG HTML §13.2.5.42): its parsers would show the marks, or lose the text.
enum CDATASection {
  private static let start = "<![CDATA["
  private static let end = "]]>"

  /// A text without the marks; what stands between them stays.
  static func opened(_ html: String) -> String {
    guard html.contains(start) else { return html }
    var text = ""
    var rest = html[...]
    while let opening = rest.firstRange(of: start) {
      text += rest[..<opening.lowerBound]
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      text += rest[..<closing.lowerBound]
      rest = rest[closing.upperBound...]
    }
    return text + rest
  }
}
