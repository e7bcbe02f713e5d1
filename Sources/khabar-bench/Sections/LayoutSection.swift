import Glibc
import TextLayout

/// News laid out: UTF-8 in, wrapped at 80 columns, visual lines of shaped letters out as UTF-8;
/// beside FriBidi with libunibreak and ICU, which do the same by C drivers. CPU time.
struct LayoutSection {
  private let workshop: Workshop
  private let width = 80

  init(_ workshop: Workshop) {
    self.workshop = workshop
  }

  func run(into report: inout Report) throws {
    report.progress("layout")
    let rivals = rivals(&report)
    let bytes = workshop.options.layoutBytes
    let mixed = try sample("mixed", Vocabulary.mixed, bytes: bytes)
    try speed("mixed news", of: mixed, rivals, ["FriBidi": 2.5, "ICU": 2], into: &report)
    try agreement(on: mixed, rivals, into: &report)
    try stage("levels", .levels, of: mixed, rivals, into: &report)
    try stage("line breaks", .breaks, of: mixed, rivals, into: &report)
    rewrap(mixed, into: &report)
    try article(rivals, into: &report)
    let english = try sample("english", [(.english, 1)], bytes: bytes / 3)
    try speed("English", of: english, rivals, ["ICU": 3], into: &report)
    GrowthSection(workshop).run(into: &report)
    try wholeProcess(mixed, rivals, into: &report)
    try stream(mixed, into: &report)
  }
}

extension LayoutSection {
  private func rivals(_ report: inout Report) -> [LayoutRival] {
    var rivals: [LayoutRival] = []
    for (name, driver, packages) in [
      ("FriBidi", "layout-fribidi", "fribidi libunibreak"), ("ICU", "layout-icu", "icu-uc"),
    ] {
      do {
        rivals.append(try LayoutRival(name, driver, packages, in: workshop))
      } catch {
        report.skip("\(error)")
      }
    }
    return rivals
  }

  private func sample(
    _ name: String, _ languages: [(vocabulary: Vocabulary, share: Int)], bytes: Int
  ) throws -> LayoutSample {
    var news = NewsText(seed: 1)
    var text: [UInt8] = []
    news.paragraphs(bytes, in: languages, to: &text)
    return try LayoutSample(text, name, in: workshop)
  }

  /// Runs khabar and the rivals by turns; the nanoseconds of each one's best.
  private func race(
    _ sample: LayoutSample, _ rivals: [LayoutRival], rounds: Int
  ) throws -> (own: Double, others: [Double]) {
    var layout = LayoutRun(width: Columns(width))
    var own = Samples()
    var others = rivals.map { _ in Samples() }
    for _ in 0..<workshop.options.turns {
      own.add(layout.time(sample.text, rounds: rounds))
      for (index, rival) in rivals.enumerated() {
        others[index].add(try rival.time(sample, width, rounds: rounds))
      }
    }
    return (own.best, others.map(\.best))
  }

  private func speed(
    _ name: String, of sample: LayoutSample, _ rivals: [LayoutRival], _ bars: [String: Double],
    into report: inout Report
  ) throws {
    let (own, others) = try race(sample, rivals, rounds: 2)
    for (rival, other) in zip(rivals, others) {
      report.add(
        "\(name), in process", "MB/s", sample.speed(own), rival.name, sample.speed(other),
        bars[rival.name].map { .timesAtLeast($0) })
    }
    let scalars = Double(sample.scalars)
    for (rival, other) in zip(rivals, others) {
      report.add("… a scalar", "ns", own / scalars, rival.name, other / scalars)
    }
    if rivals.isEmpty { report.add("\(name), in process", "MB/s", sample.speed(own)) }
  }

  /// A stage alone, UTF-8 in.
  private func stage(
    _ name: String, _ task: LayoutRun.Task, of sample: LayoutSample, _ rivals: [LayoutRival],
    into report: inout Report
  ) throws {
    var layout = LayoutRun(width: Columns(width), task)
    var own = Samples()
    var others = rivals.map { _ in Samples() }
    for _ in 0..<workshop.options.turns {
      own.add(layout.time(sample.text, rounds: 2))
      for (index, rival) in rivals.enumerated() {
        let stage = task == .levels ? "levels" : "breaks"
        others[index].add(try rival.time(sample, stage: stage, rounds: 2))
      }
    }
    let scalars = Double(sample.scalars)
    for (rival, other) in zip(rivals, others) {
      report.add(
        "… \(name) alone", "MB/s", sample.speed(own.best), rival.name, sample.speed(other.best))
    }
    for (rival, other) in zip(rivals, others) {
      report.add(
        "… \(name) alone, a scalar", "ns", own.best / scalars, rival.name, other.best / scalars)
    }
  }

  /// A text repeated until it is a gigabyte, through `khabar layout`: how much memory that takes.
  private func stream(_ sample: LayoutSample, into report: inout Report) throws {
    let khabar = try workshop.khabar
    let repeats = (workshop.options.isQuick ? 64_000_000 : 1_000_000_000) / sample.text.count
    let pipe = "\(workshop.folder)/stream"
    guard mkfifo(pipe, 0o600) == 0 else { throw BenchError.file(pipe) }
    let feed = #"(i=0; while [ $i -lt "$2" ]; do cat "$1"; i=$((i + 1)); done) > "$3" &"#
    _ = try PlainRun(
      ["/bin/sh", "-c", feed, "sh", sample.path, "\(repeats)", pipe],
      environment: workshop.environment)
    let run = try PlainRun(
      [khabar, "layout", "--width", "\(width)"], environment: workshop.environment, input: pipe)
    let bytes = Double(repeats * sample.text.count)
    report.add(
      "… \(Int(bytes / 1e6)) MB streamed, peak memory", "MB", Double(run.peak) / 1e6, nil, nil,
      .atMost(64))
  }

  /// How many of the lines are the same: whether the same work is done.
  private func agreement(
    on sample: LayoutSample, _ rivals: [LayoutRival], into report: inout Report
  ) throws {
    var layout = LayoutRun(width: Columns(width))
    layout.layOut(sample.text)
    let own = Set(layout.output.split(separator: 0x0A))
    for rival in rivals {
      let lines = try rival.lines(sample, width).filter { !$0.isEmpty }
      let same = lines.count { own.contains($0) }
      report.add(
        "… lines just as \(rival.name)'s", "%", Double(same) * 100 / Double(max(1, lines.count)))
    }
  }

  /// A new width for paragraphs that are analysed already, against laying them out anew.
  private func rewrap(_ sample: LayoutSample, into report: inout Report) {
    var layout = LayoutRun(width: Columns(width))
    let text = Array(sample.text.prefix(1_000_000))
    let paragraphs = layout.paragraphs(of: text)
    var anew = Samples()
    var again = Samples()
    for _ in 0..<workshop.options.turns {
      anew.add(layout.time(text, rounds: 1))
      let start = Clock.thread
      let lines = paragraphs.reduce(0) { $0 + $1.lines(within: 60).count }
      again.add(Clock.thread - start)
      precondition(lines >= paragraphs.count, "a paragraph has at least one line")
    }
    report.add(
      "… 1 MB at a new width: its lines", "ms", again.best / 1e6, "laid out anew",
      anew.best / 1e6, .timesAtMost(0.2))
  }

  private func article(_ rivals: [LayoutRival], into report: inout Report) throws {
    var news = NewsText(seed: 3)
    var text: [UInt8] = []
    while text.reduce(0, { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }) < 7_000 {
      news.paragraph(60, in: .arabic, to: &text)
      text.append(0x0A)
    }
    let sample = try LayoutSample(text, "article", in: workshop)
    let (own, others) = try race(sample, rivals, rounds: 200)
    for (rival, other) in zip(rivals, others) {
      report.add(
        "an article of 7,000 scalars", "ms", own / 1e6, rival.name, other / 1e6, .atMost(0.3))
    }
  }

  private func wholeProcess(
    _ sample: LayoutSample, _ rivals: [LayoutRival], into report: inout Report
  ) throws {
    let khabar = try workshop.khabar
    var own = Samples()
    var others = rivals.map { _ in Samples() }
    for _ in 0..<workshop.options.turns {
      own.add(
        try PlainRun(
          [khabar, "layout", "--width", "\(width)"], environment: workshop.environment,
          input: sample.path
        ).cpu)
      for (index, rival) in rivals.enumerated() {
        others[index].add(try rival.wholeProcess(sample, width))
      }
    }
    let bars = ["FriBidi": 2.3, "ICU": 1.8]
    for (rival, other) in zip(rivals, others) {
      report.add(
        "mixed news, whole process", "MB/s", sample.speed(own.best), rival.name,
        sample.speed(other.best), bars[rival.name].map { .timesAtLeast($0) })
    }
  }
}
