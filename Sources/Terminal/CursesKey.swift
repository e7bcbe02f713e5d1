import CNcurses
import Display

extension Key {
  /// The key of one of ncurses' codes; nil for what the reader has no key for.
  init?(code: Int32) {
    switch code {
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT: self = .left
    case KEY_RIGHT: self = .right
    case KEY_HOME, KEY_FIND, KEY_A1: self = .home
    case KEY_END, KEY_SELECT, KEY_C1: self = .end
    case KEY_PPAGE, KEY_A3: self = .pageUp
    case KEY_NPAGE, KEY_C3: self = .pageDown
    case KEY_IC: self = .insert
    case KEY_DC: self = .delete
    case KEY_ENTER: self = .enter
    case KEY_BACKSPACE: self = .backspace
    case KEY_F0 + 1...KEY_F0 + 63: self = .function(Int(code - KEY_F0))
    default: return nil
    }
  }

  /// The key that gives a character; nil for a value that is none.
  init?(scalar: UInt32) {
    switch scalar {
    case 0x0A, 0x0D: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0x01...0x1A:
      guard let letter = Unicode.Scalar(scalar + 0x60) else { return nil }
      self = .control(letter)
    case 0x00, 0x1C...0x1F:
      guard let sign = Unicode.Scalar(scalar + 0x40) else { return nil }
      self = .control(sign)
    case 0x80...0x9F: return nil
    default:
      guard let scalar = Unicode.Scalar(scalar) else { return nil }
      self = .character(scalar)
    }
  }

  /// The key of a sequence that ends in `final` and holds at most a number: a terminal may send
  /// another form of it than its description tells ncurses.
  init?(final: UInt32, number: Int) {
    switch (Unicode.Scalar(final), number) {
    case ("A", 0...1): self = .up
    case ("B", 0...1): self = .down
    case ("C", 0...1): self = .right
    case ("D", 0...1): self = .left
    case ("H", 0...1), ("~", 1), ("~", 7): self = .home
    case ("F", 0...1), ("~", 4), ("~", 8): self = .end
    case ("~", 2): self = .insert
    case ("~", 3): self = .delete
    case ("~", 5): self = .pageUp
    case ("~", 6): self = .pageDown
    default: return nil
    }
  }
}
