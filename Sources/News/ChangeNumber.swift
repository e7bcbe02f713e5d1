/// A moment in the history of marks: the number of the last change; greater is later.
public struct ChangeNumber: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number in the store.
  public let rawValue: Int64

  /// The change with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Whether `a` came before `b`.
  public static func < (a: ChangeNumber, b: ChangeNumber) -> Bool { a.rawValue < b.rawValue }
}
