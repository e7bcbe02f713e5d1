/// A number that stands for everything the tables say about a scalar: scalars of one class have the
/// same `ScalarProperties`. Scratch buffers keep this byte, not the properties.
@frozen public struct ScalarClass: RawRepresentable, Hashable, Sendable {
  /// The number, an index into `ScalarTable.properties`. Its meaning changes with the tables.
  public var rawValue: UInt8

  /// The class of number `rawValue`.
  @inlinable public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
