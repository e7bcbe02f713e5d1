/// How far a line goes.
struct LineExtent {
  /// Where its clusters end, trailing spaces cut.
  var end: Int
  /// The columns up to there.
  var columns: Int
  /// Where the next line begins.
  var next: Int
}
