/// The ranks that come first on a walk, of those it was shown; at most `limit`.
struct NearestRanks {
  private let step: NewsStore.Step
  private let limit: Int
  /// Sorted and without doubles, up to the last `settle`.
  private(set) var sorted: [Int64] = []
  private var farthest: Int64?

  init(_ step: NewsStore.Step, limit: Int) {
    self.step = step
    self.limit = limit
  }

  /// Takes a rank; false when it is too far away, and so are all behind it.
  mutating func add(_ rank: Int64) -> Bool {
    if let farthest, isNearer(farthest, rank) { return false }
    sorted.append(rank)
    return true
  }

  mutating func settle() {
    sorted.sort(by: isNearer)
    var kept: [Int64] = []
    for rank in sorted where kept.count < limit && kept.last != rank { kept.append(rank) }
    sorted = kept
    farthest = kept.count == limit ? kept.last : nil
  }

  private func isNearer(_ a: Int64, _ b: Int64) -> Bool { step == .next ? a > b : a < b }
}
