import Glibc

/// Whose clock a time of day is shown by.
public enum Clock: Sendable {
  /// The reader's: the time zone of the system or of `TZ`.
  case local
  /// A clock so many seconds east of UTC.
  case offset(Int)

  /// How many seconds east of UTC it goes at an instant.
  func offset(at seconds: Int64) -> Int {
    switch self {
    case .offset(let offset): return offset
    case .local:
      var time = time_t(seconds.clampedToYears)
      var fields = tm()
      guard localtime_r(&time, &fields) != nil else { return 0 }
      return fields.tm_gmtoff
    }
  }
}
