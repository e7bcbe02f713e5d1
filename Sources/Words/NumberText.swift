/// How a number is written.
struct NumberText: Sendable {
  /// The digits.
  var digits: Digits
  /// Whether the thousands are parted.
  var groups: Bool

  /// Numbers in `digits`, thousands parted unless told.
  init(_ digits: Digits = .latin, groups: Bool = true) {
    self.digits = digits
    self.groups = groups
  }

  /// The number in digits; with at least `minimum` of them, filled with zeros.
  func text(of number: Int, minimum: Int = 1) -> String {
    var scalars: [Unicode.Scalar] = []
    var rest = number.magnitude
    var count = 0
    repeat {
      if groups, count > 0, count.isMultiple(of: 3) { scalars.append(digits.groupSeparator) }
      scalars.append(digits.scalar(of: rest % 10))
      rest /= 10
      count += 1
    } while rest > 0 || count < minimum
    if number < 0 { scalars.append("-") }
    return scalars.reversed().reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
