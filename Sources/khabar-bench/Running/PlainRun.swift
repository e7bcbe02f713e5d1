import Foundation
import Glibc

/// A program run to its end without a terminal, and what it cost.
struct PlainRun {
  /// Nanoseconds of CPU, children included.
  let cpu: Int
  /// Nanoseconds from start to end.
  let wall: Int
  /// The most memory it had resident, in bytes, looked at every other millisecond; after two seconds
  /// every twentieth.
  let peak: Int

  /// Runs `arguments`, the first of which is the program's path. Every ten seconds it says on
  /// standard error that it still runs.
  ///
  /// - Throws: `BenchError` when it cannot be started, exits with another status than 0, or takes
  ///   longer than `seconds`; then it is killed.
  init(
    _ arguments: [String], environment: [String], input: String = "/dev/null",
    output: String = "/dev/null", seconds: Int = 600
  ) throws {
    let start = Clock.wall
    let process = try Self.spawn(arguments, environment, input, output)
    var status: Int32 = 0
    var usage = rusage()
    var peak = 0
    var told = 0
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, Memory.peak(of: process) ?? 0)
      let passed = (Clock.wall - start) / 1_000_000_000
      if passed >= told + 10 {
        told = passed
        Report.say("  \(arguments[0]) … \(passed) s, \(peak / 1_000_000) MB")
      }
      if passed >= seconds {
        kill(process, SIGKILL)
        wait4(process, &status, 0, &usage)
        throw BenchError.late(arguments.joined(separator: " "))
      }
      usleep(passed < 2 ? 2_000 : 20_000)
    }
    guard status == 0 else {
      throw BenchError.failed("“\(arguments.joined(separator: " "))” failed (\(status))")
    }
    wall = Clock.wall - start
    cpu = usage.cpu
    self.peak = peak
  }

  /// Starts a program and goes on; it is to be stopped by `stop`.
  static func begin(_ arguments: [String], environment: [String]) throws -> pid_t {
    try spawn(arguments, environment, "/dev/null", "/dev/null")
  }

  /// Whether it has not ended yet.
  static func isRunning(_ process: pid_t) -> Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0
      && info.si_signo == 0
  }

  /// Sends it SIGINT; nanoseconds until it ended.
  ///
  /// - Throws: `BenchError` when it does not end within ten seconds, or not by itself.
  static func interrupt(_ process: pid_t) throws -> Int {
    let start = Clock.wall
    kill(process, SIGINT)
    while isRunning(process) {
      guard Clock.wall - start < 10_000_000_000 else { throw BenchError.late("the end after ^C") }
      usleep(200)
    }
    let wall = Clock.wall - start
    var status: Int32 = 0
    waitpid(process, &status, 0)
    guard status & 0x7F == 0 else { throw BenchError.failed("^C killed what it was to end") }
    return wall
  }

  /// Ends it, if it has not ended yet.
  static func stop(_ process: pid_t) {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String], _ input: String, _ output: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    let failure = withCStrings(arguments) { arguments -> Int32 in
      withCStrings(environment) { environment -> Int32 in
        guard let program = arguments[0] else { return EINVAL }
        return posix_spawn(&process, program, &actions, nil, arguments, environment)
      }
    }
    guard failure == 0 else { throw BenchError.start(arguments.first ?? "") }
    return process
  }
}

extension rusage {
  /// Nanoseconds of CPU.
  var cpu: Int {
    [ru_utime, ru_stime].reduce(0) { $0 + ($1.tv_sec * 1_000_000 + Int($1.tv_usec)) * 1_000 }
  }
}
