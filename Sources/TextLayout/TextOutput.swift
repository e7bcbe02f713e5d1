import UnicodeData

extension Paragraph {
  /// Appends a line as UTF-8, without padding, trailing spaces or a line end.
  ///
  /// Visual: what a screen shows, from left to right. Logical: the source text of the line, unshaped
  /// and unmirrored, a tab being a space, without controls, bidi controls and the marks that were
  /// dropped; ZWNJ, ZWJ and variation selectors are spelling, and stay. A truncated line has its
  /// ellipsis in both; what a line is justified with is only seen.
  public func append(_ line: Line, in order: TextOrder, to bytes: inout [UInt8]) {
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
    let table = ScalarTable.shared
    text.withUnsafeBufferPointer { text in
      let source = UnsafeBufferPointer(
        rebasing: text[Int(range.lowerBound)..<Int(range.upperBound)])
      var index = 0
      var last: UInt32 = 0
      while index < source.count {
        let (scalar, length) =
          source[index] < 0x80 ? (UInt32(source[index]), 1) : decodeScalar(source, at: index)
        index += length
        if scalar == 0x09 {
          bytes.append(0x20)
        } else if isKept(scalar, table.properties(of: scalar)) || isEzafe(scalar, on: last) {
          appendUTF8(of: scalar, to: &bytes)
        }
        last = scalar
      }
    }
  }

  /// Whether a scalar is part of the logical text of a line.
  private func isKept(_ scalar: UInt32, _ properties: ScalarProperties) -> Bool {
    if properties.isFormat { return properties.graphemeBreak == .zwj || isSpelling(scalar) }
    return options.keepsMarks || !properties.isDroppedMark
  }

  /// The hamza above a heh is a letter to whoever reads Persian, and shown as U+06C0.
  private func isEzafe(_ scalar: UInt32, on last: UInt32) -> Bool {
    scalar == 0x0654 && last == 0x0647
  }

  /// ZWNJ and variation selectors: they change how a word is written.
  private func isSpelling(_ scalar: UInt32) -> Bool {
    scalar == 0x200C || (0xFE00...0xFE0F).contains(scalar)
  }
}
