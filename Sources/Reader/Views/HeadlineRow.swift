import Display
public import News
public import TextLayout
public import Words

/// One row of a list, laid out: each field a paragraph of its own, so that none turns another round.
public struct HeadlineRow: Equatable, Sendable {
  /// A field of a row.
  enum Field: Equatable, Sendable {
    case sign, id, star, title, source, date
  }

  /// A field laid out, and how far from the reading edge it begins.
  struct Placed: Equatable, Sendable {
    var field: Field
    var edge: Int
    var text: LaidText
    /// The columns of the text, from its left edge, that show what is looked for.
    var matches: [Range<Int>]
  }

  private let columns: RowColumns
  private var fields: [Placed] = []

  /// Lays out a headline; `now` is in seconds since 1970-01-01T00:00:00Z. What `matcher` finds in the
  /// headline and in the name of who published it stands out.
  public init(
    _ headline: Headline, _ columns: RowColumns, _ options: PageOptions, now: Int64,
    clock: Clock = .local, matching matcher: SearchMatcher? = nil, _ typesetter: inout Typesetter
  ) {
    self.columns = columns
    var edge = 0
    func lay(
      _ field: Field, _ text: String, _ width: Int, _ direction: ParagraphDirection,
      _ typesetter: inout Typesetter
    ) -> Placed {
      let layout = LayoutOptions(
        direction: direction, keepsMarks: options.keepsMarks, shapes: options.shapes)
      let paragraph = typesetter.paragraph(text, layout)
      let line = paragraph.line(truncatedTo: Columns(max(0, width)))
      let found = field == .title || field == .source ? matcher?.matches(in: text) ?? [] : []
      let columns = found.flatMap { match in
        paragraph.columns(of: UInt32(match.lowerBound)..<UInt32(match.upperBound), in: line)
      }
      return Placed(
        field: field, edge: edge, text: LaidText(paragraph, line, style: .body),
        matches: columns.map { $0.lowerBound.count..<$0.upperBound.count })
    }
    fields.append(lay(.sign, "●", 1, options.language.direction, &typesetter))
    edge += RowColumns.sign
    if columns.id > 0 {
      fields.append(lay(.id, headline.id.description, columns.id, .leftToRight, &typesetter))
      edge += columns.id + RowColumns.gap
    }
    let direction = ParagraphDirection(of: headline.title, stated: nil, in: headline.direction)
    let star = headline.isStarred ? RowColumns.sign : 0
    if star > 0 {
      fields.append(lay(.star, "★", 1, options.language.direction, &typesetter))
      edge += star
    }
    fields.append(lay(.title, headline.title, columns.title - star, direction, &typesetter))
    edge += columns.title - star + RowColumns.gap
    if columns.source > 0 {
      let name = headline.publicationNames.setApart
      fields.append(lay(.source, name, columns.source, .automatic, &typesetter))
      edge += columns.source + RowColumns.gap
    }
    if columns.date > 0 {
      let words = headline.dateWords(options.language, now: now, clock)
      let fits = typesetter.paragraph(words).columns.count <= columns.date
      let shown = headline.readAt.map { ArticleDate(seconds: $0, offset: 0, hasTime: true) }
      let date = fits ? words : (shown ?? headline.date)?.day ?? words
      fields.append(lay(.date, date, columns.date, options.language.direction, &typesetter))
    }
  }

  /// The row as UTF-8 in visual order, without a line end and without spaces at its end.
  public func append(isUnread: Bool, to bytes: inout [UInt8]) {
    var screen = Screen(size: Size(rows: 1, columns: columns.width))
    draw(isUnread: isUnread, isSelected: false, row: 0, on: &screen)
    var cells = screen.row(0).cells
    while let last = cells.last, last.base == 0x20, last.marks[0] == 0 { cells.removeLast() }
    for cell in cells where cell.columns > 0 {
      bytes.append(scalar: cell.base)
      for index in cell.marks.indices where cell.marks[index] != 0 {
        bytes.append(scalar: cell.marks[index])
      }
    }
  }

  /// Draws the row; a selected row is one bar from edge to edge.
  func draw(isUnread: Bool, isSelected: Bool, row: Int, on screen: inout Screen) {
    for placed in fields where isUnread || placed.field != .sign {
      screen.put(placed.text, row: row, edge: placed.edge, reading: columns.reading)
    }
    style(row, isUnread: isUnread, isSelected: isSelected, on: &screen)
    for placed in fields {
      let start = start(of: placed)
      for match in placed.matches {
        screen.fill(
          row: row, columns: start + match.lowerBound..<start + match.upperBound,
          style: isSelected ? .selectedMatch : .match)
      }
    }
  }

  private func start(of placed: Placed) -> Int {
    columns.reading == .leftToRight
      ? placed.edge : columns.width - placed.edge - placed.text.columns
  }

  private func style(_ row: Int, isUnread: Bool, isSelected: Bool, on screen: inout Screen) {
    guard !isSelected else {
      screen.fill(row: row, style: isUnread ? .selectedUnread : .selectedRead)
      return
    }
    screen.fill(row: row, style: isUnread ? .byline : .read)
    guard isUnread, let title = fields.first(where: { $0.field == .title }) else { return }
    // From the reading edge on, gaps too: each change of style costs a terminal ten bytes.
    let end = title.edge + title.text.columns
    screen.fill(
      row: row,
      columns: columns.reading == .leftToRight ? 0..<end : columns.width - end..<columns.width,
      style: .unread)
  }
}

extension Headline {
  /// Who published it, the one whose text is shown first.
  public var publicationNames: [String] { [publication].compactMap(\.self) + alsoIn }

  /// Its date for a list, in the history that of its reading; as it was written where it can't be
  /// read.
  func dateWords(_ language: Language, now: Int64, _ clock: Clock) -> String {
    if let readAt {
      let moment = Moment(seconds: readAt, offset: 0, hasTime: true)
      return language.listDate(moment, now: now, clock: clock)
    }
    guard let date else { return dateText ?? "" }
    return language.listDate(Moment(date), now: now, clock: clock)
  }
}

extension [String] {
  /// The texts one after another, each in its own direction; one alone as it is.
  fileprivate var setApart: String {
    count == 1 ? self[0] : map { "\u{2068}\($0)\u{2069}" }.joined(separator: " · ")
  }
}

extension ArticleDate {
  /// The day, as RFC 3339 has it.
  fileprivate var day: String { String(rfc3339.prefix(10)) }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  fileprivate mutating func append(scalar value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
