/// Clusters of one level next to each other in logical order (BD7), from `start` to the next run. One
/// that is not shown is a run of its own, which parts those at its sides.
struct ClusterRun: Sendable {
  var start: UInt32
  var level: EmbeddingLevel
  var isInvisible = false
}
