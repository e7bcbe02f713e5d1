public import Words

/// How a page is told to look, apart from its width.
public struct PageOptions: Hashable, Sendable {
  /// The language of the interface's own words on the page.
  public var language: Language
  /// Whether harakat and niqqud are shown.
  public var keepsMarks: Bool
  /// Whether Arabic letters take their joining forms.
  public var shapes: Bool
  /// Whether running text is filled to the width of the page.
  public var justifies: Bool

  /// A look of a page.
  public init(
    language: Language = .english, keepsMarks: Bool = false, shapes: Bool = true,
    justifies: Bool = false
  ) {
    self.language = language
    self.keepsMarks = keepsMarks
    self.shapes = shapes
    self.justifies = justifies
  }
}

extension Look {
  /// How the reader wants pages and rows to look.
  var page: PageOptions { PageOptions(language: language, keepsMarks: keepsMarks) }
}
