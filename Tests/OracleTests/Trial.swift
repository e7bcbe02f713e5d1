import TestSupport

/// Where an oracle is known to read a rule otherwise than the standard's own test files do.
struct KnownDifference: Sendable {
  /// The oracle, the rule, and what it makes of it.
  let reason: String
  /// Whether it is what a text shows of which nothing can be left out.
  let explains: @Sendable ([UInt32]) -> Bool

  init(reason: String, explains: @escaping @Sendable ([UInt32]) -> Bool) {
    self.reason = reason
    self.explains = explains
  }

  /// What one text shows, as `named` has it.
  init(reason: String, only text: String) {
    self.init(reason: reason) { named($0) == text }
  }
}

/// What many random texts came to.
struct Trial {
  private(set) var paragraphs = 0
  private(set) var lines = 0
  /// What no known difference explains, the least of each text that shows it.
  private(set) var unexplained: [String] = []
  private var explained: [String: (count: Int, example: String)] = [:]

  mutating func count(_ lines: Int) {
    paragraphs += 1
    self.lines += lines
  }

  /// Notes that an oracle differs on a text, of which nothing can be left out.
  mutating func note(_ least: [UInt32], _ oracle: String, _ known: [KnownDifference]) {
    guard let reason = known.first(where: { $0.explains(least) })?.reason else {
      return unexplained.append("\(oracle) on \(named(least))")
    }
    explained[reason, default: (0, named(least))].count += 1
  }

  /// A sentence, and a line for each known difference that was met.
  func summary(of what: String) -> String {
    let met = explained.sorted { $0.key < $1.key }.map { reason, found in
      "\n  \(found.count) × \(reason): \(found.example)"
    }
    return "\(what): \(paragraphs) paragraphs, \(lines) lines, "
      + "\(unexplained.count) unexplained differences" + met.joined()
  }
}
