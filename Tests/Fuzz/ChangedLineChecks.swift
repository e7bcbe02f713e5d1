import TextLayout
import UnicodeData

// Lines that show more than their clusters: truncated and justified ones.
extension LayoutTest {
  /// A truncated line fits, shows whole clusters of its ends and one ellipsis, to which no letter
  /// promises to join.
  func checkTruncated(_ paragraph: Paragraph, at place: Truncation) {
    let width = input.width == .unlimited ? Columns(Int(input.choice)) : input.width
    let line = paragraph.line(truncatedTo: width, at: place)
    let columns = Self.take(line, of: paragraph, into: &cells)
    require(columns == line.columns.count, "a truncated line's columns are those of its cells")
    require(line.columns <= width, "a truncated line is no wider than it may be")
    require(isWritten(line, of: paragraph, as: cells), "a truncated line is written as it is shown")
    ofLine.clear(input.text.count)
    var ellipsis: Int?
    for (index, cell) in cells.enumerated() {
      if cell.source.isEmpty {
        require(ellipsis == nil && cell.base == 0x2026, "there is one ellipsis at most")
        ellipsis = index
      } else {
        ofLine.add(cell)
      }
    }
    for cell in cells where !cell.source.isEmpty {
      let whole = wrapped[cell.source.lowerBound]
      require(
        whole == 0 || ofLine[cell.source.lowerBound] == whole, "no cluster is cut by truncation")
    }
    if let ellipsis { check(ellipsis: ellipsis, of: paragraph, place) }
    check(mapping: line, of: paragraph)
  }

  private func check(ellipsis index: Int, of paragraph: Paragraph, _ place: Truncation) {
    let isFirst = index == 0
    let isLast = index == cells.count - 1
    switch place {
    case .end: require(paragraph.isRightToLeft ? isFirst : isLast, "an ellipsis is read last")
    case .start: require(paragraph.isRightToLeft ? isLast : isFirst, "an ellipsis is read first")
    case .middle: break
    }
    let cut = cells[index].source.lowerBound
    var last: Cluster?
    var first: Cluster?
    for cell in cells where !cell.source.isEmpty {
      let offset = cell.source.lowerBound
      if offset < cut {
        if offset >= last?.source.lowerBound ?? 0 { last = cell }
      } else if offset < first?.source.lowerBound ?? .max {
        first = cell
      }
    }
    if let last, ofLine[last.source.lowerBound] == 1 {
      require(!FormSides.joins(last, .after), "no letter joins to an ellipsis behind it")
    }
    if let first, ofLine[first.source.lowerBound] == 1 {
      require(!FormSides.joins(first, .before), "no letter joins to an ellipsis before it")
    }
  }

  /// A justified line, the cells of which are at hand, is its line filled: with tatweels between
  /// letters that join, and with spaces.
  func checkJustified(_ line: Line, of paragraph: Paragraph) {
    let justified = paragraph.justified(line, to: input.width)
    if justified == line { return }
    let columns = Self.take(justified, of: paragraph, into: &others)
    require(
      columns == input.width.count && justified.columns == input.width,
      "a justified line is as wide as it should be")
    require(justified.source == line.source, "what fills a line is not of the text")
    var next = 0
    for cell in others {
      if next < cells.count && cell.shows(cells[next], further: 0) {
        next += 1
      } else if cell.base == 0x0640 {
        // One of the text's own was taken for what it is filled with, which looks the same.
        let isBehindOne = next > 0 && cell.shows(cells[next - 1], further: 0)
        let first = isBehindOne ? next - 1 : next
        require(
          first > 0 && first < cells.count && isJoint(cells[first], cells[first - 1], cell),
          "a tatweel stands between letters that join")
      } else {
        require(cell.base == 0x20, "a line is filled with tatweels and spaces")
      }
    }
    require(next == cells.count, "a justified line shows all of its line")
    require(isWritten(justified, of: paragraph, as: others), "what fills a line is written")
    check(mapping: justified, of: paragraph)
  }

  /// Whether a tatweel may stand between two neighbours, the second of which is on the left.
  private func isJoint(_ first: Cluster, _ second: Cluster, _ tatweel: Cluster) -> Bool {
    var place = given.place(of: first.source.lowerBound)
    while given.offsets[place] < second.source.lowerBound {
      if given.scalars[place] == 0x200C { return false }
      place += 1
    }
    return tatweel.source == first.source && first.level == second.level && first.level & 1 == 1
      && FormSides.mayJoin(first.base, .after) && FormSides.mayJoin(second.base, .before)
  }

  /// Where a column stands in the text, and where in a line that is.
  func check(mapping line: Line, of paragraph: Paragraph) {
    require(
      paragraph.offset(at: line.columns, in: line) == nil, "beyond a line there is nothing")
    if line.columns.count == 0 { return }
    let column = Columns(Int(input.choice) % line.columns.count)
    var start = 0
    var isOfText = false
    for cell in paragraph.visual(line) {
      let end = start + Int(cell.columns)
      if start..<end ~= column.count {
        let offset = paragraph.offset(at: column, in: line)
        isOfText = !cell.source.isEmpty
        require(
          offset == (isOfText ? cell.source.lowerBound : nil), "a column leads to its cell's text")
      }
      start = end
    }
    guard isOfText, let offset = paragraph.offset(at: column, in: line) else { return }
    let columns = paragraph.columns(of: offset..<offset + 1, in: line)
    require(columns.contains { $0.contains(column) }, "a place in the text leads to its columns")
    for (a, b) in zip(columns, columns.dropFirst()) {
      require(a.upperBound < b.lowerBound, "columns come from left to right, and merged")
    }
  }
}

/// On which sides letters join, by their presentation forms as the tables have them.
enum FormSides {
  struct Sides: OptionSet {
    let rawValue: UInt8
    static let before = Sides(rawValue: 1)
    static let after = Sides(rawValue: 2)
  }

  /// From U+FB50 on; nil for what is no form.
  private static let sides: [Sides?] = {
    var sides = [Sides?](repeating: nil, count: 0xFF00 - 0xFB50)
    func add(_ form: UInt32, _ own: Sides) {
      if form >= 0xFB50 { sides[Int(form - 0xFB50)] = own }
    }
    for letter: UInt32 in 0x0620...0x06FF {
      guard let forms = PresentationForm.forms(of: letter) else { continue }
      add(forms.isolated, [])
      add(forms.final, .before)
      add(forms.initial, .after)
      add(forms.medial, [.before, .after])
    }
    for letter: UInt32 in 0x0622...0x0627 {
      guard let forms = PresentationForm.lamAlef(with: letter) else { continue }
      add(forms.isolated, [])
      add(forms.final, .before)
    }
    return sides
  }()

  private static func form(_ scalar: UInt32) -> Sides? {
    0xFB50..<0xFF00 ~= scalar ? sides[Int(scalar - 0xFB50)] : nil
  }

  /// Whether the form that a cell shows joins on a side; at a left-to-right level sides are changed.
  static func joins(_ cell: Cluster, _ side: Sides) -> Bool {
    let side: Sides = cell.level & 1 == 1 ? side : side == .before ? .after : .before
    return form(cell.base)?.contains(side) ?? false
  }

  /// Whether a letter joins on a side: by its form, or as its type allows.
  static func mayJoin(_ scalar: UInt32, _ side: Sides) -> Bool {
    if let form = form(scalar) { return form.contains(side) }
    return switch ScalarTable.shared.properties(of: scalar).joiningType {
    case .d, .c: true
    case .r: side == .before
    case .l: side == .after
    case .u, .t: false
    }
  }
}
