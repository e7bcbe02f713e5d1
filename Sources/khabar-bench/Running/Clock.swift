import Glibc

/// Nanoseconds, as the kernel counts them.
enum Clock {
  /// Of the wall.
  static var wall: Int { read(CLOCK_MONOTONIC) ?? 0 }

  /// Of CPU, of the thread that asks.
  static var thread: Int { read(CLOCK_THREAD_CPUTIME_ID) ?? 0 }

  /// Of CPU, of this process with all its threads.
  static var process: Int { read(CLOCK_PROCESS_CPUTIME_ID) ?? 0 }

  /// Of CPU, of another process with all its threads; nil when it is gone.
  static func cpu(of process: pid_t) -> Int? {
    var clock = clockid_t()
    guard clock_getcpuclockid(process, &clock) == 0 else { return nil }
    return read(clock)
  }

  private static func read(_ clock: clockid_t) -> Int? {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
