/// The marks of one cluster.
@usableFromInline
struct ClusterMarks: Sendable {
  /// The cluster, by its place in the paragraph.
  @usableFromInline var cluster: Int
  @usableFromInline var marks: InlineArray<4, UInt32>
  var count = 0

  init(cluster: Int) {
    self.cluster = cluster
    marks = .init(repeating: 0)
  }
}

extension UnsafeBufferPointer<ClusterMarks> {
  /// Where the marks of a cluster stand, which has some; all are in the order of their clusters. Looked
  /// for beside a place first, since a line asks from neighbour to neighbour, then by halves.
  func place(of cluster: Int, near place: Int) -> Int {
    for beside in Swift.max(0, place - 1)..<Swift.min(place + 2, count)
    where self[beside].cluster == cluster { return beside }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].cluster < cluster { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
