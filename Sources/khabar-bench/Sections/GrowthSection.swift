import TextLayout

/// What a scalar costs in paragraphs of any length: of news up to ten million scalars, and of texts
/// made to cost more.
struct GrowthSection {
  private let workshop: Workshop

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) {
    report.progress("growth")
    for (name, languages) in [("mixed news", Vocabulary.mixed), ("English", [(.english, 1)])] {
      growth(of: name, languages, into: &report)
    }
    let megabytes = workshop.options.isQuick ? 1 : 10
    report.add(
      "one word of \(megabytes) MB, each", "ns",
      nanoseconds(WorstCase.word.text(megabytes * 500_000), rounds: 4), "10,000",
      nanoseconds(WorstCase.word.text(10_000), rounds: 100), .timesAtMost(1.3))
    for worst in WorstCase.all {
      let few = nanoseconds(worst.text(100_000), rounds: 5)
      let many = nanoseconds(worst.text(1_000_000), rounds: 3)
      report.add(
        "\(worst.name), 1,000,000 scalars, each", "ns", many, "100,000", few, .timesAtMost(1.3))
    }
  }
}

extension GrowthSection {
  /// One paragraph of ten million scalars beside pieces of ten thousand of the same text.
  private func growth(
    of name: String, _ languages: [(vocabulary: Vocabulary, share: Int)], into report: inout Report
  ) {
    let scalars = workshop.options.isQuick ? 1_000_000 : 10_000_000
    let text = paragraph(of: scalars, languages)
    let pieces = pieces(of: text, scalars: 10_000)
    report.add(
      "\(name), a paragraph of \(scalars / 1_000_000) million, each", "ns",
      nanoseconds(text, rounds: 4), "10,000", nanoseconds(pieces, rounds: 8), .timesAtMost(1.3))
  }

  /// News without an end of line.
  private func paragraph(
    of scalars: Int, _ languages: [(vocabulary: Vocabulary, share: Int)]
  ) -> [UInt8] {
    var news = NewsText(seed: 7)
    var text: [UInt8] = []
    var count = 0
    while count < scalars {
      let start = text.count
      news.paragraph(60, in: news.language(of: languages), to: &text)
      text.append(0x20)
      count += text[start...].count { $0 & 0xC0 != 0x80 }
    }
    return text
  }

  /// A tenth of a text at most, parted into paragraphs of so many scalars; spaces give way to the ends
  /// of lines.
  private func pieces(of text: [UInt8], scalars: Int) -> [UInt8] {
    var pieces = Array(text.prefix(text.count / 10 + 20_000))
    var count = 0
    for index in pieces.indices {
      if pieces[index] & 0xC0 != 0x80 { count += 1 }
      if count >= scalars && pieces[index] == 0x20 {
        pieces[index] = 0x0A
        count = 0
      }
    }
    return pieces
  }

  /// Nanoseconds a scalar, by a typesetter that is kept from round to round.
  private func nanoseconds(_ text: [UInt8], rounds: Int) -> Double {
    var layout = LayoutRun(width: 80)
    let scalars = text.count { $0 & 0xC0 != 0x80 }
    return Double(layout.time(text, rounds: rounds)) / Double(scalars)
  }
}
