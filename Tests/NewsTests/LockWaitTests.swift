import Foundation
import GRDB
import Glibc
import Synchronization
import Testing

@testable import News

/// Waiting for a lock, by a clock that the test turns.
@Suite struct LockWaitTests {
  private final class Clock: Sendable {
    let time = Mutex(Duration.seconds(500))
    let said = Mutex<[NewsStore.Event]>([])
    let naps = Mutex(0)

    func wait() -> LockWait {
      LockWait(
        "/nowhere", { event in self.said.withLock { $0.append(event) } },
        now: { self.time.withLock { $0 } }, sleep: { self.naps.withLock { $0 += 1 } })
    }

    func pass(_ time: Duration) { self.time.withLock { $0 += time } }
  }

  @Test func aSecondPassesBeforeItIsSaidAndTenBeforeItIsGivenUp() {
    let clock = Clock()
    let wait = clock.wait()
    for round in 1...2 {
      #expect(wait.goesOn(0))
      clock.pass(.milliseconds(999))
      #expect(wait.goesOn(1))
      #expect(clock.said.withLock { $0.count } == round - 1)
      clock.pass(.milliseconds(1))
      #expect(wait.goesOn(2))
      clock.pass(.seconds(8))
      #expect(wait.goesOn(3))
      #expect(clock.said.withLock { $0 } == Array(repeating: .waiting(for: nil), count: round))
      clock.pass(.seconds(1))
      #expect(!wait.goesOn(4))
      #expect(clock.naps.withLock { $0 } == 4 * round)
    }
  }

  @Test func nobodyHoldsTheLockOfAFileThatNobodyLocked() throws {
    #expect(LockWait.holder(of: "/nowhere") == nil)
    let library = try StoreFixture()
    #expect(LockWait.holder(of: library.store.path) == nil)
    // One's own lock is nobody else's.
    try library.store.queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        #expect(LockWait.holder(of: library.store.path) == nil)
        return .rollback
      }
    }
  }

  @Test func whoHasTheStoreOpenIsSeenFromAnotherProcess() throws {
    let library = try StoreFixture()
    let path = library.store.path
    #expect(!LockWait.isOpen(path, elsewhereThan: getpid()))
    // To any other process this one is another.
    #expect(LockWait.isOpen(path, elsewhereThan: getppid()))
    let other = try library.write("other", "")
    #expect(!LockWait.isOpen(other, elsewhereThan: getppid()))
    #expect(LockWait.isOpen("/nowhere", elsewhereThan: getpid()))
  }

  @Test func longWorkLeavesTheLockFreeForOthersAndSeldomElse() throws {
    let library = try StoreFixture()
    let store = library.store
    #expect((1...24).count(where: { _ in store.leavesGap() }) == 3)
    #expect((1...24).count(where: { _ in store.leavesGap(but: getppid()) }) == 24)
    withExtendedLifetime(library) {}
  }
}
