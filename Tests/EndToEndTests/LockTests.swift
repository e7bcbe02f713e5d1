import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// Another program's lock, waited for in sight of whoever waits.
@Suite(.serialized) struct LockTests {
  private let khabar: Khabar

  init() throws {
    khabar = try Khabar()
    try khabar.write(Edition.file, to: "edition.jsonl")
    try khabar("scan", "edition.jsonl")
  }

  private var store: String { khabar.folder.appending(path: "data/khabar/news.sqlite").path }
  /// How this process is named to who waits for it.
  private var me: String {
    get throws {
      let name = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8)
      return "\(name.trimmingCharacters(in: .newlines)) (\(getpid()))"
    }
  }

  @Test(arguments: [["mark", "a1", "--read"], ["show", "a1"], ["state", "export"]])
  func commandSaysForWhomItWaitsAndGoesOn(_ arguments: [String]) throws {
    defer { khabar.remove() }
    // Who reads waits for nobody but who lets nobody read.
    let lock = try WriteLock(on: store, isExclusive: arguments[0] != "mark")
    let process = khabar.process(arguments)
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    // It comes after a second, and the lock is held until then.
    let said = String(decoding: complaints.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said == "khabar: Waiting for \(try me), which writes to the library…\n")
    try lock.release()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try khabar("count", "--unread").output == (arguments[0] == "mark" ? "3\n" : "4\n"))
  }

  @Test(arguments: [["count"], ["list"], ["search", "last"]])
  func commandThatReadsShowsWhatThereIsMeanwhile(_ arguments: [String]) throws {
    defer { khabar.remove() }
    let before = try khabar.run(arguments).output
    try khabar.write(
      Edition.file + "\n{\"id\":\"new\",\"title\":\"the last\"}", to: "edition.jsonl")
    let said = "khabar: Another program is writing to the library; this is what it has so far\n"

    let lock = try WriteLock(on: store)
    let run = try khabar.run(arguments)
    #expect(run.status == (arguments[0] == "search" ? 1 : 0))
    #expect(run.output == before)
    #expect(run.complaints.hasSuffix(said))
    try lock.release()

    // Another process that scans tells of it by a lock of its own.
    let descriptor = open(store + "-scan", O_RDONLY)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let meanwhile = try khabar.run(arguments)
    #expect(meanwhile.output == before)
    #expect(meanwhile.complaints == said)
    close(descriptor)
    #expect(try khabar.run(arguments).output != before)
  }

  @Test func pipeInThePlaceOfTheScansLockIsNotWaitedFor() throws {
    defer { khabar.remove() }
    try FileManager.default.removeItem(atPath: store + "-scan")
    #expect(mkfifo(store + "-scan", 0o600) == 0)
    #expect(try khabar("scan").status == 0)
    #expect(try khabar("count").output == "4\n")
  }

  @Test func readerSaysForWhomItWaitsUntilTheMarkIsKept() throws {
    defer { khabar.remove() }
    let session = try Session(khabar)
    try session.start("", until: "4 unread")
    _ = try session.settledScreen()
    let lock = try WriteLock(on: store)
    try session.tmux.press("m")
    try session.tmux.wait(for: "Waiting for \(try me)")
    #expect(Session.unreadRows(try session.tmux.screen()) == 4)
    try lock.release()
    let screen = try session.tmux.wait(for: "3 unread")
    #expect(!screen.contains("Waiting"))
    try session.tmux.press("q")
    try session.waitForEnd()
  }
}
