import Foundation

/// What was measured, as it comes, and the table that it makes: Markdown, aligned.
struct Report {
  private var figures: [Figure] = []
  private var skipped: [String] = []
  private let start = Clock.wall

  /// Adds a line: khabar's value, and that of what ran beside it.
  mutating func add(
    _ what: String, _ unit: String, _ khabar: Double, _ peer: String? = nil,
    _ value: Double? = nil, _ bar: Figure.Bar? = nil
  ) {
    var figure = Figure(what: what, unit: unit, khabar: khabar, bar: bar)
    if let peer, let value { figure.peer = .init(name: peer, value: value) }
    figures.append(figure)
  }

  /// Notes that something could not be measured, and why.
  mutating func skip(_ what: String) {
    if !skipped.contains(what) { skipped.append(what) }
  }

  /// Says on standard error what is being done, and how many seconds after the start.
  func progress(_ what: String) {
    let seconds = String((Clock.wall - start) / 1_000_000_000)
    Self.say(String(repeating: " ", count: max(0, 5 - seconds.count)) + seconds + " s  \(what) …")
  }

  /// Says a line on standard error.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  /// The table, how many bars are held, and what was skipped.
  var text: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let bars = cells.compactMap(\.last).filter { !$0.isEmpty }
    let lines =
      ["\(Date().formatted(.iso8601.year().month().day())), \(cores) cores", ""] + table + [
        "", "\(bars.count { $0 == "yes" }) of \(bars.count) bars are held.",
      ]
    return (lines + skipped.map { "skipped: \($0)" }).joined(separator: "\n")
  }

  private var table: [String] {
    let rows = [["what", "khabar", "beside it", "ratio", "bar", "held"]] + cells
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return "| \(padded.joined(separator: " | ")) |"
    }
    let rules = widths.map { String(repeating: "-", count: $0 + 2) }
    lines.insert("|\(rules.joined(separator: "|"))|", at: 1)
    return lines
  }

  /// A figure that says of khabar what the one before it says keeps to what runs beside it.
  private var cells: [[String]] {
    figures.indices.map { index in
      var cells = figures[index].cells
      guard index > 0, figures[index].repeats(figures[index - 1]) else { return cells }
      cells.replaceSubrange(0...1, with: ["", ""])
      if case .atMost = figures[index].bar { cells.replaceSubrange(4...5, with: ["", ""]) }
      return cells
    }
  }
}
