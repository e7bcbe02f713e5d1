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
  /// Whose memory the next paragraph is made in.
  private var spare = Paragraph([], LayoutOptions(), StyleSpans())
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
      offsets: text.offsets, levels: bidi.levels,
      startsCluster: boundaries.isRuled ? boundaries.startsCluster : [],
      opportunities: boundaries.opportunities, plainMeasures: plainMeasures)
    var paragraph = spareParagraph(of: bytes, options, StyleSpans(styles))
    paragraph.pack(analysed, bidi.paragraphLevel, text.table.properties)
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
  /// Takes a paragraph back that is needed no more: the next one is made in its memory, which saves
  /// some of the time where many are laid out and none is kept, most of all where they are long.
  ///
  /// That memory is kept until then, whatever it is. Where somebody holds a copy of the paragraph, or
  /// this is never called, nothing changes but the time.
  public mutating func reuse(_ paragraph: consuming Paragraph) {
    spare = paragraph
  }

  /// A paragraph without clusters, in the memory of the one that was taken back.
  private mutating func spareParagraph(
    of text: UnsafeBufferPointer<UInt8>, _ options: LayoutOptions, _ styles: StyleSpans
  ) -> Paragraph {
    var paragraph = Paragraph([], options, styles)
    swap(&paragraph.text, &spare.text)
    swap(&paragraph.clusters, &spare.clusters)
    swap(&paragraph.measures, &spare.measures)
    paragraph.text.removeAll(keepingCapacity: true)
    paragraph.text.append(contentsOf: text)
    paragraph.clusters.removeAll(keepingCapacity: true)
    paragraph.measures.removeAll(keepingCapacity: true)
    return paragraph
  }

  /// Composes the text; marks are dropped only behind that.
  private mutating func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, droppingMarks: Bool
  ) {
    if droppingMarks && text.present.flags.isDroppedMark { text.decode(bytes) }
    normalization.compose(&text)
    if droppingMarks && text.present.flags.isDroppedMark { text.dropMarks() }
  }
}

extension Paragraph {
  /// Fills a paragraph that has no clusters with those of a text as analysed.
  fileprivate mutating func pack(
    _ analysed: borrowing AnalysedText, _ level: EmbeddingLevel, _ properties: ClassProperties
  ) {
    isRightToLeft = level.isRightToLeft
    clusters.append(addingCapacity: analysed.count) { clusters in
      measures.append(addingCapacity: analysed.count) { measures in
        clusters.withUnsafeMutableBufferPointer { clusters, count in
          measures.withUnsafeMutableBufferPointer { measures, measureCount in
            guard let clusters = clusters.baseAddress, let measures = measures.baseAddress else {
              return
            }
            var packing = ClusterPacking(level, into: clusters, measures)
            packing.add(analysed, properties)
            count = packing.count
            measureCount = packing.count
            marks = packing.marks
            runs = packing.runs
            isNarrow = packing.isNarrow
          }
        }
      }
    }
    measureColumns()
  }
}
