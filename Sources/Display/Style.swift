/// What a cell is there for; a terminal decides how each role looks.
public enum Style: UInt8, Sendable, CaseIterable {
  /// Running text.
  case body
  /// The bars at the top and the bottom.
  case bar
  /// A message or a question in the bottom bar.
  case message
  /// Something that went wrong, said in the bottom bar.
  case failure
  /// A headline not yet read.
  case unread
  /// A headline that was read.
  case read
  /// The selected row, unread.
  case selectedUnread
  /// The selected row, read.
  case selectedRead
  /// What was looked for and is found here.
  case match
  /// The same in the selected row, or the match in front of the reader.
  case selectedMatch
  /// The over-line of an article.
  case kicker
  /// The headline over an article's page.
  case headline
  /// Who wrote it, where and when; counters; captions.
  case byline
  /// A heading inside a body.
  case heading
  /// A quotation.
  case quote
  /// Preformatted text.
  case preformatted
  /// An address.
  case link
  /// What stands back: rules, hints, the end of a page.
  case dim
  /// Words of a text that matter more than those around them.
  case strong
  /// Words of a text that are code.
  case code
  /// The name of a key in the help.
  case key
  /// The name of a key in a bar.
  case barKey
}
