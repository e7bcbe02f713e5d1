/// In which order a search's hits come.
public enum SearchOrder: Hashable, Sendable {
  /// As in the list.
  case newest
  /// Those that the words fit best first, of the newest few thousand; the others follow as in the
  /// list.
  case best
}

/// What the last word of a question is.
public enum SearchEnd: Hashable, Sendable {
  /// A whole word.
  case word
  /// The beginning of one, still being typed: with one or two letters, the article and what is
  /// before it not counted, it looks at headlines only, and behind other words it waits for the
  /// third.
  case typing
  /// The beginning of a word, typed to its end: so few letters are a whole word of bodies, too.
  case typed
}
