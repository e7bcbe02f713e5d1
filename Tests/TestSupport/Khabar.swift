public import Foundation
import Glibc

/// The program itself, as a person runs it, on a library of its own.
public struct Khabar: Sendable {
  /// What a run of it left.
  public struct Run: Sendable {
    /// The exit code; negative the signal that ended it.
    public let status: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let complaints: String

    /// The lines of standard output.
    public var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    }
  }

  /// The binary under test, built beside the tests.
  public static let binary: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "khabar").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Fixture.package.appending(path: ".build/debug/khabar").path
  }()

  /// The folder of this one: its library and whatever a test writes there.
  public let folder: URL

  /// A khabar with an empty library in a new folder.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "khabar-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Takes the folder away.
  public func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The environment it runs in: its own folders, English, nothing of the tester's.
  public var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "XDG_DATA_HOME": folder.appending(path: "data").path,
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
    ]
  }

  /// Writes a file into the folder and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Runs it to its end.
  @discardableResult
  public func callAsFunction(
    _ arguments: String..., input: String = "", environment more: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: Data(input.utf8), environment: more)
  }

  /// What is put before a command so that it may not do all that root may: nothing where the tester
  /// is not root. (setpriv is in util-linux, as is mount.)
  public static let asNobody =
    geteuid() == 0
    ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : ["env"]

  /// Runs it to its end as a user who is not root.
  public func asNobody(_ arguments: String...) throws -> Run {
    try run(Self.asNobody.dropFirst() + [Self.binary] + arguments, of: Self.asNobody[0])
  }

  /// A process that is still to be run; `program` is another one than khabar, which then is to be
  /// named in the arguments.
  public func process(_ arguments: [String], of program: String? = nil) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program == nil ? Self.binary : "/usr/bin/env")
    process.arguments = (program.map { [$0] } ?? []) + arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    return process
  }

  /// Runs it to its end with bytes as standard input; `program` is another one than khabar, which
  /// then is to be named in the arguments.
  public func run(
    _ arguments: [String], of program: String? = nil, input: Data = Data(),
    environment more: [String: String] = [:]
  ) throws -> Run {
    let process = process(arguments, of: program)
    process.environment = environment.merging(more) { $1 }
    // Files, not pipes: nothing can fill up and wait.
    let files = ["input", "output", "complaints"].map { folder.appending(path: ".\($0)-\(UUID())") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Run(
      status: process.terminationReason == .exit ? status : -status,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
