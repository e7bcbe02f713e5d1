import UnicodeData

extension Paragraph {
  /// Appends a line as UTF-8, without padding, trailing spaces or a line end.
  ///
  /// Visual: what a screen shows, from left to right. Logical: the source text of the line, unshaped
  /// and unmirrored, a tab being a space, without controls, bidi controls and the marks that were
  /// dropped, but with those that are part of a letter, as the hamza of أ is however it is spelt;
  /// ZWNJ, ZWJ, variation selectors and tags are spelling, and stay. A truncated line has its ellipsis
  /// in both; what a line is justified with is only seen.
  ///
  /// - Precondition: the line is one of this paragraph.
  public func append(_ line: Line, in order: TextOrder, to bytes: inout [UInt8]) {
    // Once a line, since what follows reads and writes memory without looking where it ends.
    precondition(
      line.clusters.upperBound <= clusters.count && line.tail.upperBound <= clusters.count
        && line.source.upperBound <= text.count, "the line is one of another paragraph")
    switch order {
    case .visual:
      let start = bytes.count
      appendVisual(line, to: &bytes)
      // What a right-to-left line begins with stands at its visual end.
      while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    case .logical:
      guard line.isTruncated else { return appendLogical(line.source, to: &bytes) }
      if !line.clusters.isEmpty {
        let end = sourceEnd(line.clusters.upperBound)
        appendLogical(line.source.lowerBound..<end, to: &bytes)
      }
      appendUTF8(of: 0x2026, to: &bytes)
      if !line.tail.isEmpty {
        let start = sourceEnd(line.tail.lowerBound)
        appendLogical(start..<line.source.upperBound, to: &bytes)
      }
    }
  }

  private func appendVisual(_ line: Line, to bytes: inout [UInt8]) {
    let mostScalars = marks.isEmpty ? 1 : 1 + ClusterPacking.mostMarks
    let most = line.clusters.count + line.tail.count + line.filled + 1
    let capacity = most * mostScalars * 4
    if line.isPlain {
      let pieces = VisualPieces(line.clusters, of: self)
      Self.write(clusters, marks, capacity, to: &bytes) { clusters, writer in
        pieces.forEachFromLeftToRight { clusters.write($0, to: &writer) }
      }
    } else {
      let pieces = AlteredPieces(of: line, in: self).inVisualOrder
      Self.write(clusters, marks, capacity, to: &bytes) { clusters, writer in
        for piece in pieces { clusters.write(piece, to: &writer) }
      }
    }
  }

  /// Lets `body` write into a buffer of its own, large enough whatever the scalars, and appends that at
  /// once. No closure here knows the paragraph: each would hold a copy of it.
  @inline(__always)
  private static func write(
    _ clusters: [PackedCluster], _ marks: [ClusterMarks], _ capacity: Int,
    to bytes: inout [UInt8], _ body: (inout ClusterWriter, inout UTF8Writer) -> Void
  ) {
    ClusterWriter.withWriter(of: clusters, marks) { clusters in
      withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 4) { buffer in
        var writer = UTF8Writer(buffer)
        body(&clusters, &writer)
        bytes.append(contentsOf: writer.written)
      }
    }
  }

  private func appendLogical(_ range: Range<UInt32>, to bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      let source = UnsafeBufferPointer(
        rebasing: text[Int(range.lowerBound)..<Int(range.upperBound)])
      var last: UInt32 = 0
      if !options.keepsMarks, hasMarksOfLetters(source) {
        for scalar in composed(source) { append(scalar, after: &last, to: &bytes) }
        return
      }
      forEachScalar(of: source) { append($0, after: &last, to: &bytes) }
    }
  }

  private func forEachScalar(of source: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var index = 0
    while index < source.count {
      let (scalar, length) =
        source[index] < 0x80 ? (UInt32(source[index]), 1) : decodeScalar(source, at: index)
      index += length
      body(scalar)
    }
  }

  /// Whether there are marks that are dropped by themselves, and are a letter with the one before:
  /// U+0653–0655, D9 93 to D9 95.
  private func hasMarksOfLetters(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    source.indices.dropLast().contains { source[$0] == 0xD9 && 0x93...0x95 ~= source[$0 + 1] }
  }

  /// The scalars of a text in which the letters that have such marks are composed; all others are
  /// spelt as they are.
  private func composed(_ source: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let table = ScalarTable.shared
    var composer = Composer()
    var scalars: [UInt32] = []
    var letter: [UInt32] = []  // and its marks
    func endLetter() {
      if letter.contains(where: { 0x0653...0x0655 ~= $0 }) {
        var places = [UInt32](repeating: 0, count: letter.count)
        composer.compose(&letter, places: &places)
      }
      scalars += letter
      letter.removeAll(keepingCapacity: true)
    }
    forEachScalar(of: source) { scalar in
      if table.properties(of: scalar).graphemeBreak != .extend { endLetter() }
      letter.append(scalar)
    }
    endLetter()
    return scalars
  }

  /// Appends a scalar of the logical text; `last` is the one before that was no dropped mark.
  private func append(_ scalar: UInt32, after last: inout UInt32, to bytes: inout [UInt8]) {
    let properties = ScalarTable.shared.properties(of: scalar)
    let isEzafe = isEzafe(scalar, on: last)
    if scalar == 0x09 {
      bytes.append(0x20)
    } else if isEzafe || isKept(scalar, properties) {
      appendUTF8(of: scalar, to: &bytes)
    }
    if isEzafe || !properties.isDroppedMark { last = scalar }
  }

  /// Whether a scalar is part of the logical text of a line.
  private func isKept(_ scalar: UInt32, _ properties: ScalarProperties) -> Bool {
    if properties.isFormat { return isSpelling(scalar, properties.graphemeBreak) }
    return options.keepsMarks || !properties.isDroppedMark
  }

  /// The hamza above a heh is a letter to whoever reads Persian, and shown as U+06C0.
  private func isEzafe(_ scalar: UInt32, on last: UInt32) -> Bool {
    scalar == 0x0654 && last == 0x0647
  }

  /// Joiners, variation selectors, the tags of a flag and the signs that stand before a number: they
  /// change how a word is written, or are a part of it.
  private func isSpelling(_ scalar: UInt32, _ graphemeBreak: GraphemeBreak) -> Bool {
    switch scalar {
    case 0x200C, 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F, 0xE0020...0xE007F, 0xE0100...0xE01EF:
      true
    default: graphemeBreak == .zwj || graphemeBreak == .prepend
    }
  }
}
