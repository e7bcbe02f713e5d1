/// How often a scan is told of: four times a second, and ten times as often in its first second, in
/// which the first headlines come.
struct Pace {
  private var begun: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?

  /// Whether it may be told of now.
  mutating func allows(at now: ContinuousClock.Instant) -> Bool {
    if let begun, let last {
      let pause: Duration = now - begun < .seconds(1) ? .milliseconds(25) : .milliseconds(250)
      guard now - last >= pause else { return false }
    } else {
      begun = now
    }
    last = now
    return true
  }
}
