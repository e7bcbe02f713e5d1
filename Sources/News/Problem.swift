/// Something wrong in a file, and where: one line `file:line:column: reason` of a report.
public struct Problem: Error, Equatable, Sendable {
  /// What was wrong. Sentences for people are made in `Words`' language by the program.
  public enum Reason: Equatable, Sendable {
    /// Not JSON; what was met, in the words of RFC 8259.
    case syntax(String)
    /// A member has a value of another type than it must have.
    case wrongType(member: String, expected: String)
    /// A member that must be there is missing.
    case missing(member: String)
    /// A date that can't be read.
    case unreadableDate(String)
    /// A text that is longer than the reader takes.
    case tooLong(member: String, limit: Int)
    /// The file could not be read; what the system said.
    case unreadable(String)
    /// JSON, but no news in a shape that the reader knows.
    case unknownShape
    /// After a fault in the middle of a list: how many articles before it were kept.
    case stopped(kept: Int)
  }

  /// The file as it was named; `-` is standard input.
  public var file: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in UTF-8 bytes, from 1; 0 where the whole file is meant.
  public var column: Int
  /// What was wrong.
  public var reason: Reason

  /// A problem at a place in a file.
  public init(file: String, line: Int, column: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}
