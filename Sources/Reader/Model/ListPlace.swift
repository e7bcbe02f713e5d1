/// Where the cursor stands in its list; nil is not counted yet.
public struct ListPlace: Equatable, Sendable {
  /// The row's number, from 1 at the top.
  public var number: Int?
  /// How many rows the list has.
  public var count: Int?

  /// The row of that number in a list of so many.
  public init(number: Int? = nil, count: Int? = nil) {
    self.number = number
    self.count = count
  }
}
