/// A key as the reader understands it, whatever the terminal sent for it.
public enum Key: Hashable, Sendable {
  /// A key that gives a character: a letter, a digit, a space.
  case character(Unicode.Scalar)
  /// A letter with Control; `control("f")` is ^F.
  case control(Unicode.Scalar)
  case enter, escape, backspace, tab
  case up, down, left, right
  case home, end, pageUp, pageDown
  case insert, delete
  /// A function key, from 1.
  case function(Int)
}
