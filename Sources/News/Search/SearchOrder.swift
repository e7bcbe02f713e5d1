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
  /// before it not counted, it is the beginning of words of headlines only, and behind other words a
  /// whole word of bodies, too.
  case typing
  /// The beginning of a word, typed to its end: bodies are asked for words that begin with two
  /// letters, and for those that begin with the article and one. What was found while it was typed is
  /// found.
  case typed
}
