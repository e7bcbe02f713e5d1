/// The name of an article within one library, spelt `k4711`.
///
/// It is spelt with a letter so that it can't be taken for an id that a file gave.
public struct ArticleID: RawRepresentable, Hashable, Sendable {
  /// The number in the store.
  public let rawValue: Int64

  /// The article with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Reads the spelling `k4711`; nil for anything else.
  init?(spelling: some StringProtocol) {
    guard spelling.first == "k", let number = Int64(spelling.dropFirst()), number > 0,
      spelling.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    rawValue = number
  }
}

extension ArticleID: CustomStringConvertible {
  /// The spelling, `k4711`.
  public var description: String { "k\(rawValue)" }
}
