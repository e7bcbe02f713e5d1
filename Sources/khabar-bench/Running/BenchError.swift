/// Why a part of the benchmark could not be done.
enum BenchError: Error, CustomStringConvertible {
  /// A file that could not be written or read.
  case file(String)
  /// A program that could not be started.
  case start(String)
  /// A program that failed, and what it said.
  case failed(String)
  /// A program that did not do in time what it was asked for.
  case late(String)

  var description: String {
    switch self {
    case .file(let path): "\(path) cannot be written or read"
    case .start(let program): "\(program) cannot be started"
    case .failed(let what): what
    case .late(let what): "\(what) took too long"
    }
  }
}
