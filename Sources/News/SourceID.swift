/// A source: one PATH of the library.
public struct SourceID: RawRepresentable, Hashable, Sendable {
  /// The number in the store; 0 stands for the whole library.
  public let rawValue: Int64

  /// The source with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}
