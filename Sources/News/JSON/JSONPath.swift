/// The way from a document's root to a value: names of members, and numbers of items as text.
struct JSONPath: Hashable, Sendable, ExpressibleByArrayLiteral {
  var steps: [String]

  init(_ steps: [String]) { self.steps = steps }

  init(arrayLiteral steps: String...) { self.steps = steps }

  /// One step further.
  func appending(_ step: String) -> JSONPath { JSONPath(steps + [step]) }
}
