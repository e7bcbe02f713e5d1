import Foundation
import Glibc
import News

/// Marks set in an open store: one at a time beside a bare write to the disk, the same while another
/// process takes news in, and all at once, there and back.
struct MarksSection {
  private let workshop: Workshop
  /// How many marks are set one at a time.
  private let count: Int

  init(_ workshop: Workshop) {
    self.workshop = workshop
    count = workshop.options.isQuick ? 50 : 300
  }

  func run(into report: inout Report) throws {
    let khabar = try workshop.khabar
    for size in workshop.options.sizes.filter({ $0 <= 100_000 }) {
      report.progress("marks, \(size) articles")
      let library = try workshop.library(of: size)
      // Keys have marked some of a small one read.
      if size <= workshop.options.keySize || !library.hasStore(of: "khabar") {
        _ = try Contender.khabar(khabar).takeIn(library, in: workshop)
      }
      try markAll(library, size, &report)
      if size == workshop.options.keySize {
        try markOne(library, &report)
        try markBesideAnother(khabar, &report)
        library.removeStore(of: "khabar")
      }
    }
  }
}

extension MarksSection {
  private func markAll(_ library: Library, _ size: Int, _ report: inout Report) throws {
    var marked = Samples()
    var undone = Samples()
    let store = try NewsStore(at: library.store(of: "khabar"), .writing)
    for _ in 0..<workshop.options.turns {
      let start = Clock.process
      let count = try store.markAllRead(in: .init()).count
      marked.add(Clock.process - start)
      let middle = Clock.process
      guard count == size, try store.undo()?.count == size else {
        throw BenchError.failed("\(size) articles were not all marked and unmarked")
      }
      undone.add(Clock.process - middle)
    }
    let share = Double(size) / 100_000
    report.add(
      "\(size) marked read, CPU", "ms", marked.median / 1e6, nil, nil, .atMost(300 * share))
    report.add("… undone, CPU", "ms", undone.median / 1e6, nil, nil, .atMost(400 * share))
  }

  private func markOne(_ library: Library, _ report: inout Report) throws {
    var cpu = Samples()
    var wall = Samples()
    var disk = Samples()
    let store = try NewsStore(at: library.store(of: "khabar"), .writing)
    let file = try SyncedFile("\(library.folder)/synced")
    for row in try rows(of: store) {
      let (start, startCPU) = (Clock.wall, Clock.process)
      _ = try store.mark([row.id], read: true)
      cpu.add(Clock.process - startCPU)
      wall.add(Clock.wall - start)
      disk.add(try file.write())
    }
    report.add("one marked read, CPU", "ms", cpu.median / 1e6, nil, nil, .atMost(0.5))
    report.add(
      "… on the wall", "ms", wall.median / 1e6, "fdatasync", disk.median / 1e6, .aboveAtMost(0.5))
  }

  /// Articles of a small store are marked while another process takes in the largest file that peers
  /// are asked to read.
  private func markBesideAnother(_ khabar: String, _ report: inout Report) throws {
    let library = try workshop.library(of: workshop.options.keySize / 10)
    let other = try workshop.library(of: workshop.options.sizes.last ?? 0)
    _ = try Contender.khabar(khabar).takeIn(library, in: workshop)
    defer { library.removeStore(of: "khabar") }
    let store = try NewsStore(at: library.store(of: "khabar"), .writing)
    let arguments = [khabar, "scan", other.files.lines, "--store", store.path]
    let process = try PlainRun.begin(arguments, environment: workshop.environment)
    defer { PlainRun.stop(process) }
    var wall = Samples()
    for row in try rows(of: store) {
      usleep(8_000)
      guard PlainRun.isRunning(process) else { break }
      let start = Clock.wall
      _ = try store.mark([row.id], read: true)
      wall.add(Clock.wall - start)
    }
    report.add(
      "… while another process writes, p99 of \(wall.count)", "ms", wall.quantile(0.99) / 1e6, nil,
      nil, .atMost(50))
  }

  private func rows(of store: NewsStore) throws -> [Headline] {
    try store.headlines(in: .init(), .next, from: nil, including: true, limit: count)
  }
}

/// A file to which one page at a time is added, on the disk when `write` returns.
private final class SyncedFile {
  private let descriptor: Int32
  private let page = [UInt8](repeating: 1, count: 4096)

  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchError.file(path) }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Nanoseconds until a page was on the disk.
  func write() throws -> Int {
    let start = Clock.wall
    guard Glibc.write(descriptor, page, page.count) == page.count, fdatasync(descriptor) == 0
    else { throw BenchError.file("a file beside the store") }
    return Clock.wall - start
  }
}
