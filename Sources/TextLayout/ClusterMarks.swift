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

extension [ClusterMarks] {
  /// The marks of a cluster, by its place in the paragraph; the array is in that order.
  @usableFromInline
  func marks(of cluster: Int) -> InlineArray<4, UInt32> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].cluster < cluster { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].cluster == cluster
      ? self[low].marks : .init(repeating: 0)
  }
}
