/// The same thing measured several times.
struct Samples {
  private var values: [Double] = []

  mutating func add(_ value: Double) {
    values.append(value)
  }

  mutating func add(_ nanoseconds: Int) {
    add(Double(nanoseconds))
  }

  var isEmpty: Bool { values.isEmpty }

  /// The least: what the work costs when nothing else disturbs it.
  var best: Double { values.min() ?? 0 }

  var median: Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
