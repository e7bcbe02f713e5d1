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
