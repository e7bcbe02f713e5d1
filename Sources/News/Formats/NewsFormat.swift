/// A shape that news comes in as JSON: one file a shape.
///
/// A format never sees a stream: it looks at the survey of a root object and at one element.
protocol NewsFormat: SendableMetatype {
  /// The name that `check` says.
  static var name: String { get }

  /// Where the articles stand in a root object of this shape; nil where it is another shape.
  static func items(in survey: JSONSurvey) -> JSONPath?

  /// What a root object of this shape says of all its articles.
  static func masthead(in survey: JSONSurvey) -> Masthead

  /// Whether an element is an article of this shape, where no root object tells.
  static func recognises(_ element: borrowing JSONElement) -> Bool

  /// The article; nil, and a problem, where nothing can be made of it.
  static func article(
    from element: borrowing JSONElement, under masthead: Masthead, problems: inout [Problem]
  ) -> Article?
}

extension NewsFormat {
  // Most shapes are an array's or a line's.
  static func items(in survey: JSONSurvey) -> JSONPath? { nil }

  static func masthead(in survey: JSONSurvey) -> Masthead { Masthead() }
}
