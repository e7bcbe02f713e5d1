/// What fills a line, and behind which of its clusters. It is the same each time it is asked for, so
/// that a line need only know how much it is.
struct Filling {
  /// Some tatweels or spaces behind a cluster.
  struct Part {
    var cluster: Int
    var scalar: UInt32
    var count: Int
  }

  /// How many tatweels may stand in one place.
  private static let mostTatweels = 3

  /// In logical order.
  private var parts: [Part] = []

  /// Nil where so many columns can't be filled.
  init?(of columns: Int, _ line: Line, in paragraph: borrowing Paragraph) {
    let places = FillingPlaces(of: line, in: paragraph)
    let left = addTatweels(columns, to: places.joints)
    guard left == 0 || !places.gaps.isEmpty else { return nil }
    addSpaces(left, to: places.gaps)
    parts.sort { $0.cluster < $1.cluster }
  }

  /// Those behind clusters of a range.
  func parts(in range: Range<Int>) -> ArraySlice<Part> {
    let start = place(of: range.lowerBound)
    return parts[start..<max(start, place(of: range.upperBound))]
  }
}

extension Filling {
  /// Adds one tatweel to each place as long as there are enough, then one to the best of them. Gives
  /// back how many columns are left.
  private mutating func addTatweels(_ columns: Int, to joints: [FillingPlaces.Joint]) -> Int {
    if joints.isEmpty { return columns }
    let rounds = min(columns / joints.count, Self.mostTatweels)
    let left = columns - rounds * joints.count
    var counts = joints.map { _ in rounds }
    var over = rounds < Self.mostTatweels ? left : 0
    for rank in FillingPlaces.Rank.allCases where over > 0 {
      let ranked = joints.indices.filter { joints[$0].rank == rank }
      let taken = min(over, ranked.count)
      for index in 0..<taken {
        counts[ranked[Self.spread(index, of: taken, over: ranked.count)]] += 1
      }
      over -= taken
    }
    for (joint, count) in zip(joints, counts) where count > 0 {
      parts.append(Part(cluster: joint.cluster, scalar: 0x0640, count: count))
    }
    return rounds < Self.mostTatweels ? over : left
  }

  /// Adds spaces evenly.
  private mutating func addSpaces(_ columns: Int, to gaps: [Int]) {
    for (index, gap) in gaps.enumerated() {
      let count = (index + 1) * columns / gaps.count - index * columns / gaps.count
      if count > 0 { parts.append(Part(cluster: gap, scalar: 0x20, count: count)) }
    }
  }

  /// Where the one of that number stands when so many are put evenly into so many places.
  private static func spread(_ index: Int, of count: Int, over places: Int) -> Int {
    (2 * index + 1) * places / (2 * count)
  }

  /// The first part that is not behind a cluster before `cluster`, searched by halves.
  private func place(of cluster: Int) -> Int {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].cluster < cluster { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
