import Display
import Glibc
import News
import Reader
import TextLayout

/// How `list` prints a headline: aligned, parted by tabs, or as JSON.
enum RowForm {
  /// Columns in visual order, as the reader's list shows them, with the id.
  case aligned(RowColumns, now: Int64)
  /// Id, headline, source and date in logical order.
  case tabs
  /// One object a line.
  case json

  /// The form that the options ask for: aligned on a terminal, else tabs.
  ///
  /// Aligned rows read as most headlines of `tally` do.
  init(json: Bool, width: Int?, isTerminal: Bool, tally: Tally) {
    if json {
      self = .json
    } else if let width = width ?? (isTerminal ? Self.terminalWidth() : nil) {
      let reading: Direction = tally.rightToLeft * 2 > tally.all ? .rightToLeft : .leftToRight
      self = .aligned(
        RowColumns(width: width, reading: reading, showsID: true), now: Int64(time(nil)))
    } else {
      self = .tabs
    }
  }

  /// Appends a headline's row, without its end.
  func append(_ headline: Headline, _ typesetter: inout Typesetter, to bytes: inout [UInt8]) {
    switch self {
    case .aligned(let columns, let now):
      let row = HeadlineRow(
        headline, columns, PageOptions(language: Speech.language), now: now, &typesetter)
      row.append(isUnread: headline.isUnread, to: &bytes)
    case .tabs: bytes += tabbed(headline).utf8
    case .json: bytes += object(headline).utf8
    }
  }
}

extension RowForm {
  private func tabbed(_ headline: Headline) -> String {
    [
      headline.id.description, headline.title, headline.publicationNames.joined(separator: " · "),
      headline.date?.rfc3339 ?? headline.dateText ?? "",
    ].map(JSONText.withoutControls).joined(separator: "\t")
  }

  private func object(_ headline: Headline) -> String {
    var members: [(name: String, value: JSONText.Value)] = [
      ("id", .text(headline.id.description)), ("title", .text(headline.title)),
      ("date", .optional(headline.date?.rfc3339)),
    ]
    if headline.date == nil, let text = headline.dateText {
      members.append(("date_text", .text(text)))
    }
    members += [
      ("source", .optional(headline.publication)), ("lang", .optional(headline.language)),
      ("url", .optional(headline.url)), ("read", .bool(!headline.isUnread)),
      ("starred", .bool(headline.isStarred)),
    ]
    if !headline.alsoIn.isEmpty { members.append(("also_in", .texts(headline.alsoIn))) }
    if let readAt = headline.readAt {
      let time = ArticleDate(seconds: readAt, offset: 0, hasTime: true)
      members.append(("read_at", .text(time.rfc3339)))
    }
    return JSONText.object(members)
  }

  private static func terminalWidth() -> Int {
    if let columns = Paths.environment("COLUMNS").flatMap({ Int($0) }), columns >= 20 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }
}
