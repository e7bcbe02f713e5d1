import ArgumentParser

/// Values that follow one another on the command line, taken as one: the parser's time grows with the
/// square of how many there are.
struct ArgumentRun: ExpressibleByArgument {
  /// How many arguments are given to the parser as they are.
  private static let most = 100
  /// No argument holds it.
  private static let mark: Unicode.Scalar = "\0"

  /// The values as they were written.
  let values: [String]

  init(argument: String) {
    values = argument.unicodeScalars
      .split(separator: Self.mark, omittingEmptySubsequences: false).map { String($0) }
  }

  /// A command line for the parser, without the program's name, in which values that follow one
  /// another are one.
  ///
  /// The first two may be names of commands, and what follows an option may be its value.
  static func joining(_ arguments: [String]) -> [String] {
    guard arguments.count > most else { return arguments }
    var joined: [String] = []
    var followsValue = false
    var isOpen = false
    for argument in arguments {
      let isValue = !argument.hasPrefix("-")
      if isValue, isOpen {
        joined[joined.count - 1].unicodeScalars.append(mark)
        joined[joined.count - 1] += argument
      } else {
        joined.append(argument)
      }
      isOpen = isValue && followsValue && joined.count > 2
      followsValue = isValue
    }
    return joined
  }
}

extension [ArgumentRun] {
  /// All values, in order.
  var values: [String] { flatMap(\.values) }
}
