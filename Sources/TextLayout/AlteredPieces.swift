/// The pieces of a line that shows more than its clusters, or other forms of them: a truncated one, or
/// a justified one.
struct AlteredPieces {
  private let line: Line
  private let paragraph: Paragraph
  /// Other forms for clusters beside the ellipsis, by their places.
  private let forms: [(cluster: Int, scalar: UInt32)]
  /// What fills the line.
  private let filling: Filling?

  init(of line: Line, in paragraph: Paragraph) {
    self.line = line
    self.paragraph = paragraph
    forms = line.isTruncated ? paragraph.formsAtCut(of: line) : []
    filling = line.filled > 0 ? Filling(of: line.filled, line, in: paragraph) : nil
  }

  /// They, from left to right. The ellipsis is reordered with the text, as a run of its own.
  var inVisualOrder: [VisualPiece] {
    let head = VisualPieces(line.clusters, of: paragraph)
    let tail = VisualPieces(line.tail, of: paragraph)
    let ellipsis = ellipsis
    var pieces: [VisualPiece] = []
    Reordering.withRoom(for: head.count + tail.count + 1) { reordering in
      if !line.clusters.isEmpty { head.add(to: &reordering) }
      if let ellipsis { reordering.append(Self.ofEllipsis, ellipsis.level) }
      if !line.tail.isEmpty { tail.add(to: &reordering) }
      reordering.forEachInVisualOrder { run in
        if run.range == Self.ofEllipsis, let ellipsis {
          pieces.append(.ellipsis(level: ellipsis.level.rawValue, source: ellipsis.source))
        } else {
          append(run.range, isRightToLeft: run.level.isRightToLeft, to: &pieces)
        }
      }
    }
    return pieces
  }

  /// What stands for the ellipsis while it is reordered: no clusters, and next to none.
  private static let ofEllipsis = Int.max..<Int.max
}

extension AlteredPieces {
  /// At an end of the line the ellipsis has the paragraph's level. In its middle it has the lowest of
  /// what it stands for and of what stands beside it, so that what is shown keeps its order.
  private var ellipsis: (level: EmbeddingLevel, source: UInt32)? {
    guard line.isTruncated else { return nil }
    let ofParagraph = EmbeddingLevel(isRightToLeft: paragraph.isRightToLeft)
    if line.tail.isEmpty { return (ofParagraph, line.source.upperBound) }
    if line.clusters.isEmpty { return (ofParagraph, line.source.lowerBound) }
    let around = line.clusters.upperBound - 1..<line.tail.lowerBound + 1
    let level = VisualPieces(around, of: paragraph).lowestLevel ?? ofParagraph
    return (level, paragraph.sourceEnd(line.clusters.upperBound))
  }

  /// Parts clusters of one level at what is changed among them.
  private func append(
    _ range: Range<Int>, isRightToLeft: Bool, to pieces: inout [VisualPiece]
  ) {
    var logical: [VisualPiece] = []
    var start = range.lowerBound
    for form in forms where range.contains(form.cluster) {
      logical.append(.clusters(start..<form.cluster, isRightToLeft: isRightToLeft))
      logical.append(.form(form.scalar, of: form.cluster))
      start = form.cluster + 1
    }
    for part in filling?.parts(in: range) ?? [] {
      logical.append(.clusters(start..<part.cluster + 1, isRightToLeft: isRightToLeft))
      logical.append(.filling(part.scalar, after: part.cluster, count: part.count))
      start = part.cluster + 1
    }
    logical.append(.clusters(start..<range.upperBound, isRightToLeft: isRightToLeft))
    if isRightToLeft { logical.reverse() }
    pieces += logical
  }
}
