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

  var count: Int { values.count }

  /// The least: what the work costs when nothing else disturbs it.
  var best: Double { values.min() ?? 0 }

  var median: Double { quantile(0.5) }

  /// What such a share of them does not exceed.
  func quantile(_ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
  }
}
