// Directions that elements state: of blocks, and of words within them.

extension HTMLBlocks {
  /// The direction of a block that begins: its own, by `dir` or else by its language, or that of
  /// what it stands in; `auto` is that of its text.
  func direction(_ attributes: HTMLAttributes) -> WritingDirection? {
    if let stated = attributes["dir"] { return WritingDirection(rawValue: stated.lowercased()) }
    if let language = attributes["lang"] ?? attributes["xml:lang"], !language.isEmpty {
      return WritingDirection(language: language)
    }
    return frames.last?.direction
  }

  /// The controls that stand for an element that isolates its text, as UAX #9 §2.7 advises.
  func isolate(_ name: String, _ attributes: HTMLAttributes) -> (opening: String, closing: String)?
  {
    let stated = attributes["dir"]?.lowercased()
    let direction = stated.flatMap { WritingDirection(rawValue: $0) }
    guard name == "bdi" || direction != nil || stated == "auto" else { return nil }
    switch (direction, name == "bdo") {
    case (.leftToRight, false): return ("\u{2066}", "\u{2069}")
    case (.rightToLeft, false): return ("\u{2067}", "\u{2069}")
    case (.leftToRight, true): return ("\u{2066}\u{202D}", "\u{202C}\u{2069}")
    case (.rightToLeft, true): return ("\u{2067}\u{202E}", "\u{202C}\u{2069}")
    case (nil, _): return ("\u{2068}", "\u{2069}")
    }
  }
}
