/// Counts what a scan brings, each article once: as a new one where it came with this scan, else as a
/// changed one, and two that turn out to be one as one.
struct BroughtArticles {
  /// How many articles were not in the library before.
  private(set) var new = 0
  /// How many are other than they were before.
  private(set) var changed = 0

  private var newOnes = StatusSet()
  private var changedOnes = StatusSet()

  /// Counts what a batch brought.
  mutating func count(_ batch: Intake.Outcome) {
    for status in batch.new {
      forgetChange(of: status)
      if newOnes.insert(status) { new += 1 }
    }
    for status in batch.changed { countChange(of: status) }
    for case .joined(let join) in batch.events {
      forgetChange(of: join.dropped)
      if newOnes.remove(join.dropped) { new -= 1 }
      countChange(of: join.kept)
    }
  }

  private mutating func countChange(of status: Int64) {
    guard !newOnes.contains(status), changedOnes.insert(status) else { return }
    changed += 1
  }

  private mutating func forgetChange(of status: Int64) {
    if changedOnes.remove(status) { changed -= 1 }
  }
}
