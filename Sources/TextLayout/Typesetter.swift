import UnicodeData

/// Lays out paragraphs: bidi levels (UAX #9), break opportunities (UAX #14), grapheme clusters
/// (UAX #29), Arabic joining forms. It owns every scratch buffer, so keep one, for one thread; no
/// result depends on what was laid out before.
public struct Typesetter {
  private var text = ScalarText()
  private var normalization = Normalization()
  private var bidi = BidiResolver()
  private var boundaries = TextBoundaries()
  private let joining = CursiveJoining()
  private let plainMeasures = AnalysedText.plainMeasures(ScalarTable.shared.properties)

  /// A typesetter with empty buffers.
  public init() {}

  /// Analyses a paragraph.
  ///
  /// Parts of it may have styles, which its clusters carry. Where ranges overlap, the one that begins
  /// last is the style: a link in a heading is a link.
  ///
  /// A paragraph separator (bidi class B) inside the text ends a line; where each is to have its
  /// own direction, use `paragraphs(of:)`.
  public mutating func paragraph(
    _ text: String, _ options: LayoutOptions = LayoutOptions(), styles: [StyledRange] = []
  ) -> Paragraph {
    var text = text
    return text.withUTF8 { paragraph(utf8: $0, options, styles: styles) }
  }

  /// Analyses a paragraph of UTF-8; what is none becomes U+FFFD, once for each maximal subpart.
  public mutating func paragraph(
    utf8 bytes: UnsafeBufferPointer<UInt8>, _ options: LayoutOptions = LayoutOptions(),
    styles: [StyledRange] = []
  ) -> Paragraph {
    text.decode(bytes, droppingMarks: !options.keepsMarks)
    if text.present.flags.needsNormalization {
      normalize(bytes, droppingMarks: !options.keepsMarks)
    }
    bidi.resolve(text, options.direction)
    boundaries.find(text)
    let avoided = options.lineBreaking == .news ? boundaries.tailorToNews(text) : []
    if options.shapes && text.present.flags.hasForms {
      joining.shape(&text, bidi.levels)
    }
    let analysed = AnalysedText(
      count: text.count, shown: text.scalars, classes: text.classes,
      offsets: text.offsets, levels: bidi.levels, startsCluster: boundaries.startsCluster,
      opportunities: boundaries.opportunities, plainMeasures: plainMeasures)
    var paragraph = pack(analysed, into: Paragraph(Array(bytes), options, StyleSpans(styles)))
    paragraph.avoidBreaks(before: avoided)
    return paragraph
  }

  /// Analyses each paragraph of a text: they end at bidi class B (UAX #9, P1), CR LF being one end.
  /// A text that ends in a separator has no empty paragraph behind it; an empty text has one.
  public mutating func paragraphs(
    of text: String, _ options: LayoutOptions = LayoutOptions()
  ) -> [Paragraph] {
    var text = text
    return text.withUTF8 { bytes in
      var paragraphs: [Paragraph] = []
      var start = 0
      repeat {
        let end =
          ParagraphEnd.first(in: bytes, from: start, isAll: true)
          ?? ParagraphEnd(place: bytes.count, next: bytes.count)
        paragraphs.append(
          paragraph(utf8: UnsafeBufferPointer(rebasing: bytes[start..<end.place]), options))
        start = end.next
      } while start < bytes.count
      return paragraphs
    }
  }
}

extension Typesetter {
  /// Composes the text; marks are dropped only behind that.
  private mutating func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, droppingMarks: Bool
  ) {
    if droppingMarks && text.present.flags.isDroppedMark { text.decode(bytes) }
    normalization.compose(&text)
    if droppingMarks && text.present.flags.isDroppedMark { text.dropMarks() }
  }

  /// Fills a paragraph with the clusters of the text as analysed.
  private func pack(_ analysed: borrowing AnalysedText, into empty: Paragraph) -> Paragraph {
    var paragraph = empty
    paragraph.isRightToLeft = bidi.paragraphLevel.isRightToLeft
    paragraph.clusters = [PackedCluster](unsafeUninitializedCapacity: analysed.count) {
      clusters, count in
      paragraph.measures = [ClusterMeasure](unsafeUninitializedCapacity: analysed.count) {
        measures, measureCount in
        guard let clusters = clusters.baseAddress, let measures = measures.baseAddress else {
          return
        }
        var packing = ClusterPacking(bidi.paragraphLevel, into: clusters, measures)
        packing.add(analysed, text.table.properties)
        count = packing.count
        measureCount = packing.count
        paragraph.marks = packing.marks
        paragraph.runs = packing.runs
        paragraph.isNarrow = packing.isNarrow
      }
    }
    paragraph.measureColumns()
    return paragraph
  }
}
