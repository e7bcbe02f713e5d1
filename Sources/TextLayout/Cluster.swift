/// What one cell of a line shows, or two where it is wide.
///
/// Mostly a grapheme cluster (UAX #29). One of several spacing characters, as a flag or a conjunct
/// is, comes as that many clusters of one source, next to each other and in logical order.
public struct Cluster: Sendable {
  /// The scalar to show: a presentation form, a mirror image or the character itself. Never a
  /// control or another format character, nor a noncharacter such as U+FFFF: terminals agree neither on
  /// the columns of these nor on what they show for them, so that they are left out.
  public var base: UInt32
  /// The marks on it, in canonical order, the first four of them; 0 where there is none.
  public var marks: InlineArray<4, UInt32>
  /// How many columns it takes: 1 or 2.
  public var columns: UInt8
  /// Its embedding level (UAX #9, BD2); odd is right to left.
  public var level: UInt8
  /// Where it comes from: UTF-8 offsets into the text as given, with what is dropped behind it.
  public var source: Range<UInt32>
  /// The style of the range that its source begins in, so a lam-alef has that of its lam; 0 where none is.
  public var style: UInt8

  /// A cluster that shows `base` with `marks`.
  @inlinable
  public init(
    base: UInt32, marks: InlineArray<4, UInt32> = .init(repeating: 0), columns: UInt8, level: UInt8,
    source: Range<UInt32>, style: UInt8 = 0
  ) {
    self.base = base
    self.marks = marks
    self.columns = columns
    self.level = level
    self.source = source
    self.style = style
  }
}
