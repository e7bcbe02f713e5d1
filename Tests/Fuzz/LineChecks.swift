import TextLayout
import UnicodeData

// What holds of the lines of every paragraph.
extension LayoutTest {
  /// The lines' ranges join up to the text but for what is cut; each shows what its range holds, and
  /// is no wider than it may be.
  func checkLines(_ lines: [Line], of paragraph: Paragraph) {
    require(!lines.isEmpty, "a paragraph has a line")
    wrapped.clear(input.text.count)
    var place = 0
    for line in lines {
      place = passCut(from: place, to: line.source.lowerBound)
      check(line, of: paragraph)
      place = passSeen(from: place, to: line.source.upperBound)
      checkLogical(line, of: paragraph)
      checkJustified(line, of: paragraph)
      let start = paragraph.startColumn(of: line, within: input.width, indent: 2)
      let room = input.width.count - 2 - line.columns.count
      require(
        start.count == (paragraph.isRightToLeft ? max(0, room) : 2),
        "a line stands at its reading edge")
    }
    _ = passCut(from: place, to: UInt32(input.text.count))
  }

  private func check(_ line: Line, of paragraph: Paragraph) {
    let columns = Self.take(line, of: paragraph, into: &cells)
    require(columns == line.columns.count, "a line's columns are those of its cells")
    isCovered.removeAll(keepingCapacity: true)
    isCovered.append(contentsOf: repeatElement(false, count: input.text.count))
    ofLine.clear(input.text.count)
    var isOneCluster = true
    for cell in cells {
      check(cell, of: line)
      isOneCluster = isOneCluster && cell.source == cells[0].source
      cover(cell)
      ofLine.add(cell)
      wrapped.add(cell)
    }
    require(columns <= input.width.count || isOneCluster, "no line but of one cluster is too wide")
    require(isWritten(line, of: paragraph, as: cells), "what is written is what the cells show")
  }

  private func check(_ cell: Cluster, of line: Line) {
    require(1...2 ~= cell.columns, "a cell takes one column or two")
    require(cell.level <= 126, "a level is one")
    require(!isControl(cell.base), "no control is in a cell")
    for place in 0..<4 where cell.marks[place] != 0 {
      require(!isControl(cell.marks[place]), "no control is among the marks of a cell")
    }
    require(
      line.source.lowerBound <= cell.source.lowerBound && !cell.source.isEmpty
        && cell.source.upperBound <= line.source.upperBound, "a cell comes from its line")
  }

  private func isControl(_ scalar: UInt32) -> Bool {
    ScalarTable.shared.properties(of: scalar).isFormat
  }

  /// Notes where a cell comes from: from where no other one does, or from just where others do.
  private func cover(_ cell: Cluster) {
    if ofLine[cell.source.lowerBound] > 0 { return }
    for offset in cell.source {
      require(!isCovered[Int(offset)], "no two cells come from one place")
      isCovered[Int(offset)] = true
    }
  }

  /// Passes what is on no line; returns the place behind it.
  private func passCut(from start: Int, to offset: UInt32) -> Int {
    var place = start
    while given.offsets[place] < offset {
      require(given.mayBeUnseen(at: place), "spaces alone are cut between lines")
      place += 1
    }
    require(given.offsets[place] == offset, "a line begins and ends with a scalar")
    return place
  }

  /// Passes what is on the line at hand, none of which is lost; returns the place behind it.
  private func passSeen(from start: Int, to offset: UInt32) -> Int {
    var place = start
    while given.offsets[place] < offset {
      let own = given.offsets[place]
      require(
        isCovered[Int(own)] || given.isNeverSeen(at: place), "nothing on a line is lost")
      if isAlwaysFirst(place) {
        require(ofLine[own] > 0, "what begins a cluster has a cell")
        require(ofLine[own] == 1 || !isAlone(place), "a cluster of one letter has one cell")
      }
      place += 1
    }
    require(given.offsets[place] == offset, "a line ends with a scalar")
    return place
  }

  /// Whether a scalar begins a cluster: a Hebrew letter, or what is printed of ASCII; but not behind a
  /// sign such as U+0600, which takes it in.
  private func isAlwaysFirst(_ place: Int) -> Bool {
    guard 0x21...0x7E ~= given.scalars[place] || 0x05D0...0x05EA ~= given.scalars[place] else {
      return false
    }
    var before = place - 1
    while before >= 0 && given.properties[before].isDroppedMark { before -= 1 }
    return before < 0 || given.properties[before].graphemeBreak != .prepend
  }

  /// Whether a cluster begins behind a scalar.
  private func isAlone(_ place: Int) -> Bool {
    let next = place + 1
    return next == given.scalars.count || given.scalars[next] == 0x20 || isAlwaysFirst(next)
  }
}

// MARK: Logical text

extension LayoutTest {
  /// What is written of a line in logical order is its text, decoded, less what is never kept.
  /// Marks that may be a part of a letter are left to the tests of decomposed text.
  private func checkLogical(_ line: Line, of paragraph: Paragraph) {
    guard expectLogical(line.source) else { return }
    written.removeAll(keepingCapacity: true)
    paragraph.append(line, in: .logical, to: &written)
    require(written == expected, "the logical text is the text")
  }

  private func expectLogical(_ range: Range<UInt32>) -> Bool {
    expected.removeAll(keepingCapacity: true)
    var place = given.place(of: range.lowerBound)
    while given.offsets[place] < range.upperBound {
      let scalar = given.scalars[place]
      if !input.options.keepsMarks, 0x0653...0x0655 ~= scalar { return false }
      if scalar == 0x09 {
        expected.append(0x20)
      } else if isKept(place, scalar) {
        append(scalar, to: &expected)
      }
      place += 1
    }
    return true
  }

  private func isKept(_ place: Int, _ scalar: UInt32) -> Bool {
    let own = given.properties[place]
    guard own.isFormat else { return input.options.keepsMarks || !own.isDroppedMark }
    switch scalar {
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F, 0xE0020...0xE007F,
      0xE0100...0xE01EF:
      return true
    default: return own.graphemeBreak == .prepend
    }
  }
}

// MARK: Widths

extension LayoutTest {
  /// Unlimited, a paragraph has a line for each end of one that it holds, and is as wide as the
  /// widest.
  func checkUnwrapped(_ paragraph: Paragraph) {
    let lines = paragraph.lines(within: .unlimited)
    var widest = 0
    for line in lines { widest = max(widest, line.columns.count) }
    require(widest == paragraph.columns.count, "a paragraph is as wide as its widest line")
    require(paragraph.isEmpty == (widest == 0), "what shows nothing is empty")
    require(
      lines.count == given.countOfLines(keepingMarks: input.options.keepsMarks),
      "a line ends where the text asks for it")
    require(paragraph.lines(within: paragraph.columns) == lines, "its width is enough")
  }

  /// A width gives the same lines each time, and a greater one no more of them.
  func checkWidths(_ lines: [Line], of paragraph: Paragraph) {
    if input.width == .unlimited { return }
    let wider = paragraph.lines(within: Columns(input.width.count + 1 + Int(input.choice & 7)))
    if input.options.lineBreaking == .standard {
      require(wider.count <= lines.count, "more room makes no more lines")
    }
    require(paragraph.lines(within: input.width) == lines, "wrapping again is wrapping afresh")
    check(mapping: lines[Int(input.choice) % lines.count], of: paragraph)
  }
}
