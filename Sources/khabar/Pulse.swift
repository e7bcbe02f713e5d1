/// When the loop looks at the library: once a second, whatever keys and messages come, by a clock
/// that never goes back. What another process changed is seen after a second at most.
struct Pulse {
  /// The time from one look to the next.
  static let interval = Duration.seconds(1)

  private var next: Duration

  /// A pulse that beats for the first time a second from `now`.
  init(at now: Duration) {
    next = now + Self.interval
  }

  /// Whether it is time to look.
  mutating func beats(at now: Duration) -> Bool {
    guard now >= next else { return false }
    next = now + Self.interval
    return true
  }

  /// How many milliseconds may be slept until then.
  func rest(at now: Duration) -> Int32 {
    guard next > now else { return 0 }
    let (seconds, fraction) = (next - now).components
    return Int32(seconds * 1_000 + (fraction + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
