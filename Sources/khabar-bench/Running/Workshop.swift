import Dispatch
import Foundation
import Glibc

/// Where the benchmark works: a temporary folder, gone afterwards, with the corpora, the stores and
/// the compiled drivers; and which programs there are.
final class Workshop {
  let options: Options
  let folder: String
  private var libraries: [Int: Library] = [:]
  private let interrupt: any DispatchSourceSignal

  init(_ options: Options) throws {
    self.options = options
    var template = Array("\(NSTemporaryDirectory())/khabar-bench.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchError.file(NSTemporaryDirectory()) }
    let folder = template.withUnsafeBufferPointer {
      $0.baseAddress.map { String(cString: $0) } ?? ""
    }
    self.folder = folder
    signal(SIGINT, SIG_IGN)
    interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupt.setEventHandler {
      try? FileManager.default.removeItem(atPath: folder)
      _exit(130)
    }
    interrupt.resume()
  }

  /// Removes the folder.
  func clear() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What every program is started with: nothing of the user's own.
  var environment: [String] {
    [
      "HOME=\(folder)", "XDG_DATA_HOME=\(folder)", "XDG_CONFIG_HOME=\(folder)",
      "XDG_CACHE_HOME=\(folder)", "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
      "TZ=UTC", "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
    ]
  }

  /// The release binary.
  ///
  /// - Throws: `BenchError.start` where it has not been built.
  var khabar: String {
    get throws {
      let path = FileManager.default.currentDirectoryPath + "/.build/release/khabar"
      guard FileManager.default.isExecutableFile(atPath: path) else {
        throw BenchError.start(".build/release/khabar")
      }
      return path
    }
  }

  /// A program in the user's PATH.
  func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Compiles a driver against what pkg-config calls `packages`; the program's path.
  func driver(_ name: String, _ packages: String) throws -> String {
    let built = "\(folder)/\(name)"
    if FileManager.default.isExecutableFile(atPath: built) { return built }
    let compile = #"exec gcc -O3 -o "$1" "$2" $(pkg-config --cflags --libs $3)"#
    do {
      _ = try PlainRun(
        [
          "/bin/sh", "-c", compile, "sh", built, "Sources/khabar-bench/Drivers/\(name).c", packages,
        ],
        environment: environment)
    } catch {
      throw BenchError.failed("\(name).c does not compile: gcc and \(packages) are needed")
    }
    return built
  }

  /// The corpus of so many articles, and every program's store of it; made when first asked for.
  func library(of articles: Int) throws -> Library {
    if let library = libraries[articles] { return library }
    let library = try Library(
      articles, isForPeers: articles != options.hugeSize, in: self)
    libraries[articles] = library
    return library
  }
}
