/// A place in a page's text, which stays where it is when lines are cut elsewhere.
public struct TextPlace: Hashable, Comparable, Sendable {
  /// The block of the page, from 0 at its top.
  public var block: Int
  /// How many bytes of UTF-8 into the block's text; the greatest is the empty line after it.
  public var offset: UInt32

  /// A place so many bytes into a block.
  public init(block: Int, offset: UInt32) {
    self.block = block
    self.offset = offset
  }

  /// The top of a page.
  public static let start = TextPlace(block: 0, offset: 0)

  /// Whether `a` stands before `b`.
  public static func < (a: TextPlace, b: TextPlace) -> Bool {
    (a.block, a.offset) < (b.block, b.offset)
  }
}

extension TextPlace {
  /// The place as one number that orders as places do.
  var packed: Int64 { Int64(block) << 32 | Int64(offset) }

  /// The place that was packed; nil for a number that no place has.
  init?(packed: Int64) {
    guard packed >= 0 else { return nil }
    self.init(block: Int(packed >> 32), offset: UInt32(truncatingIfNeeded: packed))
  }
}
