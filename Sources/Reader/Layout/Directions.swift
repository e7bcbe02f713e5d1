import Display
import TextLayout
import Words

// A direction is named in every room that stands below; here each name leads to the other.

extension Direction {
  /// The direction of a laid-out paragraph.
  init(of paragraph: Paragraph) {
    self = paragraph.isRightToLeft ? .rightToLeft : .leftToRight
  }

  /// The direction that a language is written in.
  init(of language: Language) {
    self = language.isRightToLeft ? .rightToLeft : .leftToRight
  }

  /// The same for a paragraph that is told its direction.
  var paragraph: ParagraphDirection {
    switch self {
    case .leftToRight: .leftToRight
    case .rightToLeft: .rightToLeft
    }
  }
}

extension Language {
  /// The direction of paragraphs in this language.
  var direction: ParagraphDirection { Direction(of: self).paragraph }
}

extension Look {
  /// Which way the interface's own words read.
  var interfaceDirection: Direction { Direction(of: language) }
}
