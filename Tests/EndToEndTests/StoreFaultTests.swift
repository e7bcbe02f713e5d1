import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// Disks that are full, files and folders that can't be written, stores that are damaged or gone.
@Suite(.serialized) struct StoreFaultTests {
  private let khabar: Khabar

  init() throws {
    khabar = try Khabar()
    try khabar.write(Edition.file, to: "edition.jsonl")
  }

  private var store: URL { khabar.folder.appending(path: "data/khabar/news.sqlite") }

  /// Runs a program of the system; its exit code.
  private func system(_ command: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Whether the system lets the tester mount what the tests do: a small file system, and a folder
  /// that can't be written.
  private static let mayMount: Bool = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khabar-\(UUID())").path
    let script = """
      mkdir "$0" && mount -t tmpfs -o size=64k tmpfs "$0" && umount "$0" &&
      mount --bind -o ro "$0" "$0" && { mount -o remount,bind,ro "$0"; ! test -w "$0"; }
      status=$?; umount "$0"; rmdir "$0"; exit $status
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, folder]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// A test that runs where one may mount, and is shown as skipped elsewhere.
  private static var whereOneMayMount: ConditionTrait {
    .enabled("mounting is not allowed here") { mayMount }
  }

  /// Mounts something on a new folder for as long as `body` takes.
  private func mounting(_ options: [String], _ body: (URL) throws -> Void) throws {
    let folder = khabar.folder.appending(path: "mount")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["mount"] + options + [folder.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    defer { _ = try? system("umount", folder.path) }
    try body(folder)
  }

  @Test(whereOneMayMount) func fullDiskIsSaidAndWhatWasKeptStays() throws {
    defer { khabar.remove() }
    try mounting(["-t", "tmpfs", "-o", "size=600k", "tmpfs"]) { folder in
      let path = folder.appending(path: "news.sqlite").path
      try khabar("scan", "edition.jsonl", "--store", path)
      try khabar("mark", "a1", "--read", "--store", path)
      let body = String(repeating: "words of the news, ", count: 2_000)
      let lines = (0..<60).map { #"{"id":"\#($0)","title":"t \#($0)","body":"\#(body)"}"# }
      try khabar.write(lines.joined(separator: "\n"), to: "large.jsonl")
      let run = try khabar("scan", "large.jsonl", "--store", path)
      #expect(run.status == 2)
      #expect(run.complaints.contains("The disk is full"))
      #expect(try khabar("list", "--read", "--store", path).lines.count == 1)
    }
  }

  @Test(whereOneMayMount) func libraryOnADiskThatIsFullAlreadyIsRead() throws {
    defer { khabar.remove() }
    try mounting(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]) { folder in
      let path = folder.appending(path: "news.sqlite").path
      try khabar("scan", "edition.jsonl", "--store", path)
      _ = try system("dd", "if=/dev/zero", "of=\(folder.path)/fill")
      let list = try khabar("list", "--store", path)
      #expect(list.status == 0 && list.lines.count == 4)
      #expect(list.complaints.contains("The disk is full"))
      let mark = try khabar("mark", "a1", "--read", "--store", path)
      #expect(mark.status == 2)
      #expect(mark.complaints.contains("The disk is full"))
    }
  }

  @Test func limitOfFileSizesIsSaidAndKillsNobody() throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    let body = String(repeating: "words of the news, ", count: 2_000)
    let lines = (0..<60).map { #"{"id":"\#($0)","title":"t \#($0)","body":"\#(body)"}"# }
    try khabar.write(lines.joined(separator: "\n"), to: "large.jsonl")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "ulimit -f 300; exec \"$0\" scan large.jsonl", Khabar.binary]
    shell.currentDirectoryURL = khabar.folder
    shell.environment = khabar.environment
    let complaints = Pipe()
    shell.standardError = complaints
    try shell.run()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit && shell.terminationStatus == 2)
    let sentence = "khabar: The library can’t be used; name another with --store: "
    #expect(String(decoding: said, as: UTF8.self).hasPrefix(sentence))
    #expect(try khabar("mark", "a1", "--read").status == 0)
  }

  @Test(whereOneMayMount) func libraryOnAMediumThatCantBeWrittenIsRead() throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    try khabar("mark", "a1", "--read")
    try khabar("search", "harbour")
    let data = store.deletingLastPathComponent().path
    try mounting(["--bind", "-o", "ro", data]) { folder in
      let path = folder.appending(path: "news.sqlite").path
      // A bind mount heeds `ro` only when it is mounted again, on older systems.
      _ = try system("mount", "-o", "remount,bind,ro", folder.path)
      try #require(access(folder.path, W_OK) != 0)
      let list = try khabar("list", "--all", "--store", path)
      #expect(list.status == 0)
      #expect(list.lines.count == 4)
      #expect(list.complaints.contains("can’t be written"))
      #expect(try khabar("count", "--unread", "--store", path).output == "3\n")
      #expect(try khabar("show", "e1", "--store", path).status == 0)
      #expect(try khabar("search", "harbour", "--store", path).lines.count == 1)
      let mark = try khabar("mark", "e1", "--read", "--store", path)
      #expect(mark.status == 2)
      #expect(mark.complaints.contains("can’t be written"))
      let session = try Session(khabar)
      try session.start("--store \(path)", until: "Harbour library")
      try session.tmux.press("m")
      try session.tmux.wait(for: "can’t be written")
      try session.tmux.press("q")
      try session.waitForEnd()
    }
  }

  /// Makes a folder and all in it unwritable but for root, for as long as `body` takes.
  private func withoutWriting(_ folder: URL, _ body: () throws -> Void) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names { chmod(folder.appending(path: name).path, 0o444) }
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    try body()
  }

  @Test(arguments: [true, false])
  func libraryOfAnotherIsReadWithWhatItsLogHas(_ hasIndexOfLog: Bool) throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    // Who has the store open keeps the log from being taken in.
    let open = try DatabaseQueue(path: store.path)
    _ = try open.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM unread") }
    try khabar("mark", "a1", "--read", "--star")
    let left = khabar.folder.appending(path: "left % ? #")
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] + (hasIndexOfLog ? ["-shm"] : []) {
      try FileManager.default.copyItem(
        atPath: store.path + suffix, toPath: left.path + "/news.sqlite" + suffix)
    }
    try open.close()
    let path = left.path + "/news.sqlite"
    let log = try Data(contentsOf: URL(filePath: path + "-wal"))
    #expect(!log.isEmpty)
    try withoutWriting(left) {
      #expect(try khabar.asNobody("count", "--unread", "--store", path).output == "3\n")
      #expect(try khabar.asNobody("count", "--starred", "--store", path).output == "1\n")
      #expect(try khabar.asNobody("list", "--read", "--store", path).lines.count == 1)
      #expect(try khabar.asNobody("search", "harbour", "--store", path).lines.count == 1)
      #expect(try khabar.asNobody("state", "export", "--store", path).lines.count == 1)
      let mark = try khabar.asNobody("mark", "e1", "--read", "--store", path)
      #expect(mark.status == 2)
      #expect(mark.complaints.contains("can’t be written"), "\(mark)")
      let session = try Session(khabar)
      let command = Khabar.asNobody.joined(separator: " ")
      try session.tmux.enter("\(command) khabar --store 'left % ? #/news.sqlite'")
      try session.tmux.wait(for: "3 unread")
      try session.tmux.press("m")
      try session.tmux.wait(for: "can’t be written")
      try session.tmux.press("q")
      try session.waitForEnd()
    }
    #expect(try Data(contentsOf: URL(filePath: path + "-wal")) == log)
  }

  @Test func libraryThatCantBeWrittenIsReadByAnother() throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    try khabar("mark", "a1", "--read")
    let folder = store.deletingLastPathComponent()
    chmod(folder.deletingLastPathComponent().path, 0o755)
    try withoutWriting(folder) {
      let list = try khabar.asNobody("list", "--all")
      #expect(list.status == 0 && list.lines.count == 4)
      #expect(list.complaints.contains("can’t be written"), "\(list)")
      #expect(try khabar.asNobody("count", "--unread").output == "3\n")
      let mark = try khabar.asNobody("mark", "e1", "--read")
      #expect(mark.status == 2)
      #expect(mark.complaints.contains("can’t be written"), "\(mark)")
    }
    #expect(try khabar("count", "--unread").output == "3\n")
  }

  @Test func damagedLibraryIsPutAsideAndNotWrittenOver() throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    let rubbish = String(repeating: "no database at all. ", count: 500)
    try Data(rubbish.utf8).write(to: store)
    for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + name) }
    let run = try khabar("scan", "edition.jsonl")
    #expect(run.status == 0)
    #expect(run.output == "4 new, 0 changed, 0 problems\n")
    #expect(run.complaints.contains("was damaged"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: store.deletingLastPathComponent().path)
    let aside = try #require(names.first { $0.contains(".damaged-") && !$0.hasSuffix("-wal") })
    let kept = store.deletingLastPathComponent().appending(path: aside)
    #expect(try String(contentsOf: kept, encoding: .utf8) == rubbish)
  }

  @Test func fileThatIsNoLibraryIsLeftAlone() throws {
    defer { khabar.remove() }
    let file = try khabar.write(String(repeating: "my notes. ", count: 300), to: "notes.txt")
    for command in [
      ["scan", "edition.jsonl"], ["scan"], ["list"], ["count"], ["search", "x"], ["sources"],
      ["mark", "k1", "--read"], ["show", "k1"], ["state", "export"],
    ] {
      let run = try khabar.run(command + ["--store", file])
      #expect(run.status == 2)
      #expect(run.complaints.contains("Not a khabar library; name another with --store"), "\(run)")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("my notes."))
  }

  @Test func libraryWhoseBeginningIsLostIsNotSentInCircles() throws {
    defer { khabar.remove() }
    let other = khabar.folder.appending(path: "other.sqlite").path
    for path in [store.path, other] {
      try khabar("scan", "edition.jsonl", "--store", path)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.write(contentsOf: Data(count: 4096))
      try handle.close()
    }
    // Where no library lies by itself nothing is moved that can't be told from other files.
    let named = try khabar("scan", "--store", other)
    #expect(named.status == 2 && named.complaints.contains("move it away"), "\(named)")
    let list = try khabar("list")
    #expect(list.status == 2 && list.complaints.contains("run khabar scan"), "\(list)")
    let scan = try khabar("scan", "edition.jsonl")
    #expect(scan.status == 0 && scan.complaints.contains("was damaged"), "\(scan)")
    #expect(try khabar("list").lines.count == 4)
  }

  @Test(arguments: [true, false])
  func libraryThatMayNotBeReadIsSaidSo(_ isFolder: Bool) throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    let folder = store.deletingLastPathComponent()
    for path in [khabar.folder, folder.deletingLastPathComponent(), folder] {
      chmod(path.path, 0o755)
    }
    chmod(isFolder ? folder.path : store.path, 0)
    defer { chmod(folder.path, 0o755) }
    for command in [
      ["list"], ["count"], ["search", "x"], ["show", "k1"], ["mark", "k1", "--read"], ["sources"],
      ["scan"], ["state", "export"],
    ] {
      let run = try khabar.run(
        Khabar.asNobody.dropFirst() + [Khabar.binary] + command, of: Khabar.asNobody[0])
      #expect(run.status == 2)
      #expect(run.complaints.contains("can’t be read; see to its permissions"), "\(run)")
    }
  }

  @Test func removedLibraryIsNoticedAndNoMarkIsClaimed() throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    let session = try Session(khabar)
    try session.start("", until: "4 unread")
    try FileManager.default.removeItem(at: store.deletingLastPathComponent())
    try session.tmux.wait(for: "was removed")
    try session.tmux.press("m")
    let screen = try session.tmux.wait(for: "Not marked")
    #expect(Session.unreadRows(screen) == 4)
    try session.tmux.press("q")
    try session.waitForEnd()
  }

  @Test func twoReadersSeeEachOthersMarks() throws {
    defer { khabar.remove() }
    try khabar("scan", "edition.jsonl")
    let (one, two) = (try Session(khabar), try Session(khabar))
    try one.start("", until: "4 unread")
    try two.start("", until: "4 unread")
    try one.tmux.press("m")
    try two.tmux.wait(for: "3 unread")
    try two.tmux.press("*")
    try one.tmux.wait(for: "★")
    #expect(try khabar("count", "--unread").output == "3\n")
    for session in [one, two] {
      try session.tmux.press("q")
      try session.waitForEnd()
    }
  }

  @Test func withoutAHomeItSaysWhatToDo() throws {
    defer { khabar.remove() }
    let run = try khabar("list", environment: ["HOME": "", "XDG_DATA_HOME": ""])
    #expect(run.status == 2)
    #expect(run.complaints.contains("set HOME"))
  }
}
