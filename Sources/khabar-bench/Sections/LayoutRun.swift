import TextLayout

/// Lays texts out in this process, a paragraph a line.
struct LayoutRun {
  /// What is done with each paragraph.
  enum Task {
    case whole, levels, breaks
  }

  let width: Columns
  private let task: Task
  private var typesetter = Typesetter()
  private var stages = LayoutStages()
  private(set) var output: [UInt8] = []

  init(width: Columns, _ task: Task = .whole) {
    self.width = width
    self.task = task
  }

  /// Lays all of `text` out; its lines are in `output`.
  mutating func layOut(_ text: [UInt8]) {
    output.removeAll(keepingCapacity: true)
    forEachParagraph(of: text) { run, bytes in
      let paragraph = run.typesetter.paragraph(utf8: bytes)
      for line in paragraph.lines(within: run.width) {
        paragraph.append(line, in: .visual, to: &run.output)
        run.output.append(0x0A)
      }
      run.typesetter.reuse(paragraph)
    }
  }

  /// The paragraphs of a text, analysed.
  mutating func paragraphs(of text: [UInt8]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    forEachParagraph(of: text) { run, bytes in
      paragraphs.append(run.typesetter.paragraph(utf8: bytes))
    }
    return paragraphs
  }

  /// Nanoseconds of CPU for all of `text`: the best of some rounds.
  mutating func time(_ text: [UInt8], rounds: Int) -> Int {
    var samples = Samples()
    for _ in 0..<rounds {
      let start = Clock.thread
      perform(on: text)
      samples.add(Clock.thread - start)
    }
    return Int(samples.best)
  }
}

extension LayoutRun {
  private mutating func perform(on text: [UInt8]) {
    switch task {
    case .whole: layOut(text)
    case .levels: forEachParagraph(of: text) { _ = $0.stages.findLevels($1) }
    case .breaks: forEachParagraph(of: text) { _ = $0.stages.findBreaks($1) }
    }
  }

  private mutating func forEachParagraph(
    of text: [UInt8], _ body: (inout LayoutRun, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        body(&self, UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end + 1
      }
    }
  }
}
