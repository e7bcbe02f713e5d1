/// A place in a page's text, which stays where it is when lines are cut elsewhere.
public struct TextPlace: Hashable, Comparable, Sendable {
  /// The block of the page, from 0 at its top.
  public var block: Int
  /// How many bytes of UTF-8 into the block's text; the greatest is the empty line after it.
  public var offset: UInt32

  /// The top of a page.
  public static let start = TextPlace(block: 0, offset: 0)

  /// Whether `a` stands before `b`.
  public static func < (a: TextPlace, b: TextPlace) -> Bool {
    (a.block, a.offset) < (b.block, b.offset)
  }
}
