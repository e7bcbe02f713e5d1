import Display
import News
import Words

/// All that how a row looks depends on, but its headline.
struct RowLook: Equatable, Sendable {
  var columns: RowColumns
  var look: Look
  /// The history shows when articles were read, other lists when they were published.
  var kind: ListKind
  /// The quarter of an hour: a day begins with one, whatever the time zone, and then what was
  /// today's is not any more.
  var quarter: Int64

  /// What is looked for, and shown where it stands.
  var matcher: SearchMatcher?

  init(_ model: Model) {
    columns = RowColumns(width: model.size.columns, reading: model.listDirection)
    look = model.look
    kind = model.showsHits ? .all : model.shelf.kind
    matcher = model.rowMatcher
    quarter = model.now / 900
  }
}
