/// One block of a body: a paragraph, a heading, a list item…; never markup.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading inside the body, level 1 to 6.
    case heading(level: Int)
    /// A quotation, and who said it.
    case quote(by: String?)
    /// An item of a list; its number where the list is numbered.
    case item(number: Int?)
    /// Text whose spaces and line ends count.
    case preformatted
    /// A picture; the text is its caption.
    case figure(Picture)
  }

  /// A part of a text that stands out from it.
  public struct Span: Hashable, Sendable {
    /// Why it stands out.
    public enum Kind: UInt8, Hashable, Sendable {
      case emphasis = 1
      case strong, code
      /// The words of a link.
      case link
    }

    /// Where it stands: UTF-8 offsets into the text.
    public var range: Range<Int>
    /// Why it stands out.
    public var kind: Kind

    /// A part of a text.
    public init(_ range: Range<Int>, _ kind: Kind) {
      self.range = range
      self.kind = kind
    }
  }

  /// What the block is.
  public var kind: Kind
  /// Its text, in logical order, without markup; LF and TAB are its only controls.
  public var text: String
  /// The parts of the text that stand out, which may nest.
  public var spans: [Span]
  /// The base direction that the file states for this block.
  public var direction: WritingDirection?

  /// The most blocks that a body has.
  static let most = 1 << 14

  /// A block of `text`.
  public init(
    _ kind: Kind, _ text: String, spans: [Span] = [], direction: WritingDirection? = nil
  ) {
    self.kind = kind
    self.text = text
    self.spans = spans
    self.direction = direction
  }

  /// Appends words of which none stand out.
  public mutating func append(_ text: String) { self.text += text }

  /// Appends the text of another block, with what stands out in it.
  public mutating func append(_ other: Block) {
    let start = text.utf8.count
    text += other.text
    spans += other.spans.map { span in
      Span(start + span.range.lowerBound..<start + span.range.upperBound, span.kind)
    }
  }
}
