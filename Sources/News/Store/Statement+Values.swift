import GRDB

extension Row {
  /// The value in a column.
  ///
  /// - Throws: where it is none of that type, as in a store whose pages are damaged; `row[index]` would
  ///   end the program.
  @inline(__always)
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int
  ) throws -> Value {
    try decode(Value.self, atIndex: index)
  }
}

extension Statement {
  /// Runs the statement with `arguments`.
  func run(_ arguments: StatementArguments = StatementArguments()) throws {
    try execute(arguments: arguments)
  }

  /// The number in the first column of the first row; nil where there is no row or it is null.
  func int(_ arguments: StatementArguments = StatementArguments()) throws -> Int64? {
    try Int64.fetchOne(self, arguments: arguments)
  }

  /// The numbers in the first column.
  func ints(_ arguments: StatementArguments = StatementArguments()) throws -> [Int64] {
    try Int64.fetchAll(self, arguments: arguments)
  }
}
