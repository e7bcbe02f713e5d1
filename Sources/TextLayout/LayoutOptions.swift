/// How the direction of a paragraph is found (UAX #9, P2–P3 and HL1).
public enum ParagraphDirection: Hashable, Sendable {
  /// That of the first strong character outside isolates; left to right when there is none.
  case automatic
  /// Left to right, whatever it holds.
  case leftToRight
  /// Right to left, whatever it holds.
  case rightToLeft
  /// Right to left when it holds any right-to-left letter, else left to right: for a paragraph of
  /// a right-to-left language, which may begin with a Latin name.
  case rightToLeftIfAny
}

/// In which order text is given back.
public enum TextOrder: Hashable, Sendable {
  /// As a screen shows it, from left to right, letters shaped.
  case visual
  /// As it is read and stored.
  case logical
}

/// What a caller may decide about a paragraph.
public struct LayoutOptions: Hashable, Sendable {
  /// How the direction is found.
  public var direction: ParagraphDirection
  /// Whether harakat and niqqud are kept, at most four a cell; else they are dropped before layout,
  /// and heh with hamza above takes the form of U+06C0.
  public var keepsMarks: Bool
  /// Whether Arabic letters take their joining forms, and lam and alef one column; else base
  /// letters stand in the cells, ordered and mirrored.
  public var shapes: Bool

  /// The options of a paragraph.
  public init(
    direction: ParagraphDirection = .automatic, keepsMarks: Bool = false, shapes: Bool = true
  ) {
    self.direction = direction
    self.keepsMarks = keepsMarks
    self.shapes = shapes
  }
}
