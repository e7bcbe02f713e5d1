import Foundation

/// What one thread hands on to another, in order. At most so many elements wait; who puts more
/// waits until there is room.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let capacity: Int
  private let condition = NSCondition()
  nonisolated(unsafe) private var state = State()  // only touched while `condition` is locked

  /// An empty queue for one element or more.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Puts an element behind the others; false, and nothing is put, when nobody takes any more.
  @discardableResult
  func put(_ element: Element) -> Bool {
    locked {
      while state.elements.count >= capacity, !state.isClosed { condition.wait() }
      guard !state.isClosed else { return false }
      state.elements.append(element)
      return true
    }
  }

  /// Takes the first element, and waits for it where there is none.
  func next() -> Element {
    locked {
      while state.elements.isEmpty { condition.wait() }
      return state.elements.removeFirst()
    }
  }

  /// Takes the first element; nil where none comes within so many seconds.
  func next(within seconds: TimeInterval) -> Element? {
    locked {
      let end = Date(timeIntervalSinceNow: seconds)
      while state.elements.isEmpty {
        guard condition.wait(until: end) else { return nil }
      }
      return state.elements.removeFirst()
    }
  }

  /// Nobody takes any more; what waits is dropped.
  func close() {
    locked {
      state.isClosed = true
      state.elements = []
    }
  }
}

extension BoundedQueue {
  private func locked<T>(_ body: () -> T) -> T {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return body()
  }
}
