import TextLayout
import UnicodeData

/// Lays paragraphs out and ends the program where the lines are not what lines have to be.
///
/// What is costly is asked of some paragraphs only, which a byte of theirs says, so that a text that
/// was found fails again whatever was laid out before it. All memory is used again; a class, because
/// to copy so many arrays at each call costs more than to lay out a paragraph.
final class LayoutTest {
  /// What has been laid out.
  private(set) var count = Count()

  var typesetter = Typesetter()
  var input = FuzzInput()
  var given = GivenText()
  /// The cells of the line at hand, and those of another form of it.
  var cells: [Cluster] = []
  var others: [Cluster] = []
  /// Offset → how many cells have a source that begins there: in the paragraph as wrapped, and in
  /// the line at hand.
  var wrapped = CellCounts()
  var ofLine = CellCounts()
  /// Offset → whether a cell of the line at hand comes from there.
  var isCovered: [Bool] = []
  var written: [UInt8] = []
  var expected: [UInt8] = []
  /// A change of the text.
  var changed: [UInt8] = []

  /// How much it was.
  struct Count {
    var paragraphs = 0
    var lines = 0
    var scalars = 0
  }

  private static let truncations: [Truncation] = [.end, .middle, .start]

  /// Takes the paragraphs of a test one by one.
  func test(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: FuzzInput.separator) ?? bytes.count
      if input.read(UnsafeBufferPointer(rebasing: bytes[start..<end])) { testParagraph() }
      start = end + 1
    }
  }

  private func testParagraph() {
    given.decode(input.text)
    let paragraph = paragraph(of: input.text, input.options)
    let lines = paragraph.lines(within: input.width)
    count.paragraphs += 1
    count.lines += lines.count
    count.scalars += given.scalars.count
    checkLines(lines, of: paragraph)
    checkUnwrapped(paragraph)
    checkTruncated(paragraph, at: Self.truncations[Int(input.choice >> 4) % 3])
    checkWidths(lines, of: paragraph)
    switch input.choice & 15 {
    case 0: checkStyles(lines, of: paragraph)
    case 1: checkInsideIsolate()
    case 2: checkWithMarksOfDirection()
    case 3: checkWithJoiner(paragraph)
    case 4: checkDecomposed(paragraph)
    case 5: checkParagraphEnds()
    default: break
    }
    // What a typesetter keeps has nothing to do with the text, and a new one is dear.
    if count.paragraphs % 1024 == 0 { checkAfresh(lines) }
  }
}

// MARK: Tools

extension LayoutTest {
  func paragraph(
    of text: [UInt8], _ options: LayoutOptions, styles: [StyledRange] = []
  ) -> Paragraph {
    text.withUnsafeBufferPointer { typesetter.paragraph(utf8: $0, options, styles: styles) }
  }

  /// Takes the cells of a line, from left to right; gives back the columns they take.
  static func take(
    _ line: Line, of paragraph: borrowing Paragraph, into cells: inout [Cluster]
  ) -> Int {
    cells.removeAll(keepingCapacity: true)
    var columns = 0
    for cell in paragraph.visual(line) {
      cells.append(cell)
      columns += Int(cell.columns)
    }
    return columns
  }

  /// Whether what is written of a line is what cells show, but for the spaces at its visual end.
  func isWritten(
    _ line: Line, of paragraph: borrowing Paragraph, as cells: [Cluster]
  ) -> Bool {
    expected.removeAll(keepingCapacity: true)
    for cell in cells {
      append(cell.base, to: &expected)
      for place in 0..<4 where cell.marks[place] != 0 { append(cell.marks[place], to: &expected) }
    }
    while expected.last == 0x20 { expected.removeLast() }
    written.removeAll(keepingCapacity: true)
    paragraph.append(line, in: .visual, to: &written)
    return written == expected
  }

  func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: scalar)) }
    guard let scalar = Unicode.Scalar(scalar), let code = UTF8.encode(scalar) else {
      return require(false, "a cell holds scalars")
    }
    bytes.append(contentsOf: code)
  }
}

/// Offset → a number of cells.
struct CellCounts {
  private var counts: [UInt16] = []

  /// Begins anew, for a text of so many bytes.
  mutating func clear(_ count: Int) {
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: count))
  }

  mutating func add(_ cell: Cluster) { counts[Int(cell.source.lowerBound)] += 1 }

  subscript(_ offset: UInt32) -> UInt16 { counts[Int(offset)] }
}

extension Cluster {
  /// Whether it shows the same as another one, and comes from so much further on in a text; nil where
  /// that does not matter.
  func shows(_ other: Cluster, further offset: UInt32?) -> Bool {
    base == other.base && columns == other.columns
      && (0..<4).allSatisfy { marks[$0] == other.marks[$0] }
      && offset.map { source.lowerBound == other.source.lowerBound + $0 } ?? true
  }
}
