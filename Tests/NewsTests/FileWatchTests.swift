import Foundation
import Glibc
import News
import Testing

@Suite struct FileWatchTests {
  private let library: StoreFixture
  private let watch = FileWatch()

  init() throws {
    library = try StoreFixture()
    try library.write("news/deep/er/a.json", "{}")
    try library.write("one.txt", "{}")
    watch.watch([library.path("news"), library.path("one.txt")])
  }

  /// Whether a change was told within two seconds.
  private func isTold() -> Bool {
    for _ in 0..<20 where watch.wait(milliseconds: 100) {
      while watch.wait(milliseconds: 50) {}
      return true
    }
    return false
  }

  private func rest() { while watch.wait(milliseconds: 50) {} }

  @Test func filesThatComeChangeAndGoAreTold() throws {
    #expect(watch.isWhole)
    #expect(!watch.wait(milliseconds: 1))
    try library.write("news/deep/er/b.json", "{}")
    #expect(isTold())
    let file = try #require(FileHandle(forWritingAtPath: library.path("news/deep/er/b.json")))
    try file.write(contentsOf: Data("[]".utf8))
    #expect(isTold())
    try file.close()
    rest()
    rename(library.path("news/deep/er/b.json"), library.path("news/deep/er/a.json"))
    #expect(isTold())
    unlink(library.path("news/deep/er/a.json"))
    #expect(isTold())
    try library.write("one.txt", "[]")
    #expect(isTold())
  }

  @Test func newFoldersAreToldAndWatchedFromThenOn() throws {
    mkdir(library.path("news/new"), 0o700)
    #expect(isTold())
    watch.watch([library.path("news")])
    try library.write("news/new/c.jsonl", "{}")
    #expect(isTold())
  }

  @Test func aWatchThatEndedTellsNothing() throws {
    watch.end()
    try library.write("news/deep/er/b.json", "{}")
    try library.write("one.txt", "[]")
    #expect(!watch.wait(milliseconds: 200))
    watch.watch([library.path("news")])
    try library.write("news/deep/er/c.json", "{}")
    #expect(isTold())
  }

  @Test func whatIsNoNewsIsNotTold() throws {
    try library.write("news/notes.txt", "x")
    try library.write("news/.hidden.json", "x")
    try library.write("two.txt", "x")
    #expect(!watch.wait(milliseconds: 200))
  }

  @Test func thousandsOfFoldersAreWatched() throws {
    for index in 0..<2_000 { mkdir(library.path("news/\(index)"), 0o700) }
    rest()
    watch.watch([library.path("news")])
    try #require(watch.isWhole)
    try library.write("news/1999/a.json", "{}")
    #expect(isTold())
  }
}
