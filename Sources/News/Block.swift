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

  /// What the block is.
  public var kind: Kind
  /// Its text, in logical order, without markup; LF and TAB are its only controls.
  public var text: String
  /// The base direction that the file states for this block.
  public var direction: WritingDirection?

  /// The most blocks that a body has.
  static let most = 1 << 14

  /// A block of `text`.
  public init(_ kind: Kind, _ text: String, direction: WritingDirection? = nil) {
    self.kind = kind
    self.text = text
    self.direction = direction
  }
}
