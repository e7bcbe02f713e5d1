import Dispatch
import Foundation
import News
import Reader
import Synchronization
import Words

/// Looks for articles while they are typed for, on a thread and with a connection of its own: the
/// next letter interrupts a search, and nothing else.
///
/// Only the latest question waits; one that was overtaken or cancelled says nothing.
final class Searcher: Sendable {
  private struct Waiting {
    var next: Search?
    var running: Ticket?
    var store: NewsStore?
    var hasThread = false
  }

  private struct Search {
    var question: SearchQuestion
    var order: SearchOrder
    var end: SearchEnd
    var ticket: Ticket
  }

  /// So many hits are told of at once, before all are known: more than a screen has rows. All texts are
  /// asked behind that, which takes up to half a second for the beginning of most of their words.
  private static let first = 100
  /// While articles are indexed, those that wait are counted this often, in milliseconds, and not for
  /// every letter.
  private static let countAge: Int64 = 500

  private let library: Library
  private let path: String
  private let mailbox: Mailbox
  private let waiting = Mutex(Waiting())
  private let semaphore = DispatchSemaphore(value: 0)

  /// A searcher of `library`, in the file at `path`.
  init(library: Library, path: String, mailbox: Mailbox) {
    self.library = library
    self.path = path
    self.mailbox = mailbox
  }

  /// Looks for this, and for nothing else any more.
  func begin(_ question: SearchQuestion, _ order: SearchOrder, _ end: SearchEnd, _ ticket: Ticket) {
    let startsThread = waiting.withLock { waiting in
      waiting.next = Search(question: question, order: order, end: end, ticket: ticket)
      waiting.running = nil
      waiting.store?.interrupt()
      defer { waiting.hasThread = true }
      return !waiting.hasThread
    }
    if startsThread { Thread.detachNewThread { [self] in run() } }
    semaphore.signal()
  }

  /// Nobody waits for this any more.
  func cancel(_ ticket: Ticket) {
    waiting.withLock { waiting in
      if waiting.next?.ticket == ticket { waiting.next = nil }
      guard waiting.running == ticket else { return }
      waiting.running = nil
      waiting.store?.interrupt()
    }
  }
}

extension Searcher {
  private func run() {
    while true {
      semaphore.wait()
      let next = waiting.withLock { waiting in
        defer { waiting.next = nil }
        waiting.running = waiting.next?.ticket
        return waiting.next
      }
      if let next { search(next) }
    }
  }

  private func search(_ search: Search) {
    do throws(StoreError) {
      let store = try store()
      let first = try store.search(
        search.question, search.order, end: search.end, limit: Self.first)
      let isWhole = first.count < Self.first
      let (articles, all) = try store.indexed(within: Self.countAge)
      let indexed = Indexed(articles, of: all)
      guard tell(.found(search.ticket, first, isWhole: isWhole, in: indexed), of: search), !isWhole
      else { return }
      let hits = try store.search(search.question, search.order, end: search.end)
      tell(.found(search.ticket, hits, isWhole: true, in: indexed), of: search)
    } catch {
      if error.kind == .interrupted { return }
      let isRenewed = error.kind == .damaged && renewIndex()
      tell(.jobFailed(search.ticket, isRenewed ? .indexRenewed : Phrase(error)), of: search)
    }
  }

  /// Makes a damaged index of words anew, which the scan that it asks for fills; false where more is
  /// damaged than that.
  private func renewIndex() -> Bool {
    guard let store = try? library.store(), (try? store.renewDamagedIndex()) == true else {
      return false
    }
    mailbox.post(.filesChanged)
    return true
  }

  /// Says something of a search, unless it was overtaken; whether it was not.
  @discardableResult
  private func tell(_ message: Message, of search: Search) -> Bool {
    let isWanted = waiting.withLock { $0.running == search.ticket }
    if isWanted { mailbox.post(message) }
    return isWanted
  }

  private func store() throws(StoreError) -> NewsStore {
    if let store = waiting.withLock({ $0.store }) { return store }
    let store = try NewsStore(at: path, .reading)
    waiting.withLock { $0.store = store }
    return store
  }
}
