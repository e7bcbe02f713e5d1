/// What a caller may decide about a paragraph.
public struct LayoutOptions: Hashable, Sendable {
  /// How the direction is found.
  public var direction: ParagraphDirection
  /// Whether harakat and niqqud are kept; else they are dropped before layout, and heh with hamza
  /// above takes the form of U+06C0.
  ///
  /// A cell shows four marks at most, the first in canonical order, of whatever script: a megabyte of
  /// them on one letter is one cell with four. All of them stay in the logical text.
  public var keepsMarks: Bool
  /// Whether Arabic letters take their joining forms, and lam and alef one column; else base
  /// letters stand in the cells, ordered and mirrored.
  public var shapes: Bool
  /// Where lines may end.
  public var lineBreaking: LineBreaking

  /// The options of a paragraph.
  public init(
    direction: ParagraphDirection = .automatic, keepsMarks: Bool = false, shapes: Bool = true,
    lineBreaking: LineBreaking = .standard
  ) {
    self.direction = direction
    self.keepsMarks = keepsMarks
    self.shapes = shapes
    self.lineBreaking = lineBreaking
  }
}
