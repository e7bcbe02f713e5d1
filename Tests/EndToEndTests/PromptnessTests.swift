import TestSupport
import Testing

@testable import khabar

/// That what happens outside is seen within two seconds: shown for the waiting itself, by clocks that
/// the tests turn, since no clock of a busy machine tells it.
@Suite struct PromptnessTests {
  @Test(arguments: 1...20) func libraryIsLookedAtOnceASecondWhateverComes(seed: UInt64) {
    var random = Random(seed: seed)
    var now = Duration.milliseconds(Int.random(in: 0...5_000, using: &random))
    var pulse = Pulse(at: now)
    var last = now
    var beats = 0
    for _ in 0..<5_000 {
      // The loop sleeps until something comes, and no longer than it may.
      let rest = Duration.milliseconds(Int64(pulse.rest(at: now)))
      #expect(rest <= .seconds(1))
      let comes = Duration.microseconds(Int.random(in: 0...3_000_000, using: &random))
      now += min(rest, comes)
      guard pulse.beats(at: now) else { continue }
      #expect(now - last >= .seconds(1) && now - last <= .milliseconds(1_001))
      last = now
      beats += 1
    }
    #expect(beats > 100)
    #expect(pulse.rest(at: now + .seconds(9)) == 0)
  }

  /// A system that tells of changes, in a time of its own.
  private final class FakeWatch {
    var waited: Int32 = 0
    var told = 0
    var changes: (Int32) -> Bool = { _ in false }

    func step(isWhole: Bool) {
      Watcher.step(
        wait: { milliseconds in
          self.waited += milliseconds
          return self.changes(milliseconds)
        }, isWhole: { isWhole }, tell: { self.told += 1 })
    }
  }

  @Test func aChangeIsToldAtOnceOrAfterHalfASecondOfChanges() {
    let watch = FakeWatch()
    // The first wait ends with the change, so none of it counts.
    var isFirst = true
    watch.changes = { _ in
      defer { isFirst = false }
      if isFirst { watch.waited = 0 }
      return isFirst
    }
    watch.step(isWhole: true)
    #expect(watch.told == 1 && watch.waited <= 100)
    // Files that never stop to change.
    watch.waited = 0
    isFirst = true
    watch.changes = { _ in
      defer { isFirst = false }
      if isFirst { watch.waited = 0 }
      return true
    }
    watch.step(isWhole: true)
    #expect(watch.told == 2 && watch.waited <= 500)
  }

  @Test func whereNotAllIsWatchedItIsLookedAtAgainAndAgain() {
    let watch = FakeWatch()
    for round in 1...3 {
      watch.waited = 0
      watch.step(isWhole: false)
      #expect(watch.told == round && watch.waited <= 1_500)
    }
    watch.step(isWhole: true)
    #expect(watch.told == 3)
  }
}
