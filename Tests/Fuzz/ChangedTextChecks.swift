import TextLayout
import UnicodeData

// What a change of the text changes, and what it does not.
extension LayoutTest {
  /// What was laid out before does not matter.
  func checkAfresh(_ lines: [Line]) {
    var fresh = Typesetter()
    let paragraph = input.text.withUnsafeBufferPointer {
      fresh.paragraph(utf8: $0, input.options)
    }
    require(paragraph.lines(within: input.width) == lines, "a used typesetter is as good as new")
    _ = Self.take(lines[0], of: paragraph, into: &others)
    let again = self.paragraph(of: input.text, input.options)
    _ = Self.take(lines[0], of: again, into: &cells)
    require(isSame(others, as: cells, further: 0), "it shows what a new one shows")
  }

  /// Styles change nothing but themselves.
  func checkStyles(_ lines: [Line], of paragraph: Paragraph) {
    let end = UInt32(input.text.count)
    let middle = UInt32(input.choice) % (end + 1)
    let outer = StyledRange(middle / 2..<end, style: 1)
    let inner = StyledRange(middle..<min(end, middle + 5), style: 2)
    let styled = self.paragraph(of: input.text, input.options, styles: [outer, inner])
    require(styled.lines(within: input.width) == lines, "styles move no line's end")
    for line in lines {
      _ = Self.take(line, of: paragraph, into: &cells)
      _ = Self.take(line, of: styled, into: &others)
      require(isSame(others, as: cells, further: 0), "styles change no cell")
      for cell in others {
        let offset = cell.source.lowerBound
        let style: UInt8 =
          inner.range.contains(offset) ? 2 : outer.range.contains(offset) ? 1 : 0
        require(cell.style == style, "a cell has the style of its place")
      }
    }
  }

  /// A left-to-right paragraph keeps its order inside LRI and PDI.
  func checkInsideIsolate() {
    guard given.isClosed else { return }
    var options = input.options
    options.direction = .leftToRight
    changed = [0xE2, 0x81, 0xA6] + input.text + [0xE2, 0x81, 0xA9]
    checkChanged(options, further: 3, "a paragraph keeps its order inside an isolate")
  }

  /// RLM before and behind a right-to-left paragraph changes nothing, where no embedding is open.
  func checkWithMarksOfDirection() {
    guard given.isClosed, !given.hasEmbeddings else { return }
    var options = input.options
    options.direction = .rightToLeft
    changed = [0xE2, 0x80, 0x8F] + input.text + [0xE2, 0x80, 0x8F]
    checkChanged(options, further: 3, "marks of its direction change nothing in a paragraph")
  }

  /// The text composed as it is, decomposed, shows the same.
  func checkDecomposed(_ paragraph: Paragraph) {
    changed.removeAll(keepingCapacity: true)
    for scalar in given.scalars {
      if let parts = Decomposition.parts[scalar] {
        for part in parts { append(part, to: &changed) }
      } else {
        append(scalar, to: &changed)
      }
    }
    checkChanged(input.options, further: nil, "decomposed text is laid out like composed text")
  }

  /// A tatweel or ZWJ changes no other letter's logical text.
  func checkWithJoiner(_ paragraph: Paragraph) {
    let place = Int(input.choice >> 4) * given.scalars.count / 15
    // A hamza is a part of a letter only where it stands on one.
    if Int(place) < given.scalars.count {
      let next = ScalarTable.shared.properties(of: given.scalars[place])
      if next.graphemeBreak == .extend { return }
    }
    let offset = Int(given.offsets[place])
    let joiner: [UInt8] = input.choice & 16 == 0 ? [0xD9, 0x80] : [0xE2, 0x80, 0x8D]
    changed = input.text[..<offset] + joiner + input.text[offset...]
    let joined = self.paragraph(of: changed, input.options)
    takeLogical(of: paragraph, into: &expected)
    takeLogical(of: joined, into: &changed)
    require(changed == expected, "tatweel and ZWJ change no other letter's logical text")
  }

  /// Separators are found where class B is.
  func checkParagraphEnds() {
    input.text.withUnsafeBufferPointer { bytes in
      var start = 0
      for place in given.scalars.indices where given.properties[place].bidiClass == .b {
        let offset = Int(given.offsets[place])
        let next = Int(given.offsets[place + 1])
        if offset < start { continue }  // LF behind CR
        let end = ParagraphEnd.first(in: bytes, from: start, isAll: true)
        let isPair = bytes[offset] == 0x0D && next < bytes.count && bytes[next] == 0x0A
        require(
          end?.place == offset && end?.next == (isPair ? next + 1 : next),
          "a paragraph ends at class B")
        start = isPair ? next + 1 : next
      }
      require(
        ParagraphEnd.first(in: bytes, from: start, isAll: true) == nil, "and nowhere else")
    }
  }
}

extension LayoutTest {
  /// Whether the changed text shows on one line the cells that the text does.
  private func checkChanged(
    _ options: LayoutOptions, further offset: UInt32?, _ sentence: StaticString
  ) {
    let plain = paragraph(of: input.text, options)
    let other = paragraph(of: changed, options)
    let lines = plain.lines(within: .unlimited)
    let otherLines = other.lines(within: .unlimited)
    require(lines.count == otherLines.count, sentence)
    for (line, otherLine) in zip(lines, otherLines) {
      _ = Self.take(line, of: plain, into: &cells)
      _ = Self.take(otherLine, of: other, into: &others)
      require(isSame(others, as: cells, further: offset), sentence)
    }
  }

  private func isSame(_ some: [Cluster], as others: [Cluster], further offset: UInt32?) -> Bool {
    some.count == others.count
      && some.indices.allSatisfy { some[$0].shows(others[$0], further: offset) }
  }

  /// The logical text of a paragraph, without tatweels and joiners, and without what is cut where it
  /// begins or ends a line: spaces, variation selectors, keycaps, skin tones.
  private func takeLogical(of paragraph: Paragraph, into text: inout [UInt8]) {
    written.removeAll(keepingCapacity: true)
    for line in paragraph.lines(within: .unlimited) {
      paragraph.append(line, in: .logical, to: &written)
    }
    text.removeAll(keepingCapacity: true)
    for scalar in String(decoding: written, as: UTF8.self).unicodeScalars {
      let own = ScalarTable.shared.properties(of: scalar.value)
      let isCut =
        own.isFormat || own.bidiClass == .ws || own.lineBreakClass == .em || scalar == "\u{20E3}"
      if isCut || scalar == "\u{640}" { continue }
      append(scalar.value, to: &text)
    }
  }
}

extension GivenText {
  /// The place of the scalar that begins at an offset, searched by halves.
  func place(of offset: UInt32) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many lines the text asks for: one ends at each end of one, and what is seen behind the last
  /// of these is one more.
  func countOfLines(keepingMarks: Bool) -> Int {
    var ends = 0
    var isTextBehind = false
    for place in scalars.indices {
      if endsLine(at: place, keepingMarks: keepingMarks) {
        ends += 1
        isTextBehind = false
      } else if scalars[place] == 0x09 || isSeen(at: place, keepingMarks) {
        isTextBehind = true
      }
    }
    return max(1, ends + (isTextBehind ? 1 : 0))
  }

  private func isSeen(at place: Int, _ keepingMarks: Bool) -> Bool {
    let own = properties[place]
    return !own.isFormat && (keepingMarks || !own.isDroppedMark) && scalars[place] != 0x20E3
  }

  var hasEmbeddings: Bool {
    properties.contains {
      switch $0.bidiClass {
      case .lre, .rle, .lro, .rlo: true
      default: false
      }
    }
  }

  /// Whether each isolate that it begins ends, and none that it does not begin; and nothing ends a
  /// line or stands beyond what UAX #9 counts.
  var isClosed: Bool {
    var open = 0
    var controls = 0
    for (place, own) in properties.enumerated() {
      switch own.bidiClass {
      case .lri, .rli, .fsi: open += 1
      case .pdi: open -= 1
      case .b, .s: return false
      case .lre, .rle, .lro, .rlo: break
      default:
        if endsLine(at: place, keepingMarks: true) { return false }
        continue
      }
      controls += 1
      if open < 0 { return false }
    }
    return open == 0 && controls < 50
  }
}

/// What some scalars of the alphabet are composed of.
enum Decomposition {
  static let parts: [UInt32: [UInt32]] = [
    0x00E9: [0x65, 0x0301], 0x1EAD: [0x61, 0x0323, 0x0302], 0x212B: [0x41, 0x030A],
    0x0622: [0x0627, 0x0653], 0x0623: [0x0627, 0x0654], 0x0625: [0x0627, 0x0655],
    0x0624: [0x0648, 0x0654], 0x0626: [0x064A, 0x0654], 0x06C0: [0x06D5, 0x0654],
    0x06C2: [0x06C1, 0x0654], 0x06D3: [0x06D2, 0x0654], 0xAC00: [0x1100, 0x1161],
    0x2329: [0x3008], 0x232A: [0x3009],
  ]
}
