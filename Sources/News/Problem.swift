/// Something wrong in a file, and where: one line `file:line:column: reason` of a report.
public struct Problem: Error, Equatable, Sendable {
  /// What was wrong. The program says it in the reader's language.
  public enum Reason: Equatable, Sendable {
    /// Not JSON; what was met, in the words of RFC 8259.
    case syntax(String)
    /// The same after a part of a list was taken in: how many articles before it were kept.
    case stopped(String, kept: Int)
    /// A text that could not be read as it stands; U+FFFD stands for what could not be read.
    case damaged(String)
    /// A member has a value of another type than it must have; the article is kept without it.
    case wrongType(member: String, expected: String)
    /// A member that must be there is missing; the article is kept.
    case missing(member: String)
    /// A member without which an article can't be taken in is missing; it is left out.
    case dropped(missing: String)
    /// A date that can't be read; the article is kept, undated.
    case unreadableDate(String)
    /// A text that is longer than the reader takes, in bytes; the article is kept without it.
    case tooLong(member: String, limit: Int)
    /// One value that comes through a pipe is longer than this, in bytes; nothing after it is read.
    case endless(limit: Int)
    /// A body of more blocks, or nested deeper, than the reader takes; the article is kept with what
    /// stands before.
    case cut(member: String)
    /// The file could not be read; what the system said.
    case unreadable(String)
    /// JSON, but no news in a shape that the reader knows.
    case unknownShape
    /// So many problems of the file from this place on, which are not told one by one.
    case more(Int)
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

extension Problem {
  /// How many problems of the file this tells of.
  public var count: Int {
    if case .more(let count) = reason { count } else { 1 }
  }

  /// `file:line:column`; where the whole file is meant, its first byte.
  public var place: String { "\(Self.shown(file)):\(max(line, 1)):\(max(column, 1))" }

  /// A name as it can be shown in one line: controls, line ends and bidi controls are escaped.
  public static func shown(_ name: String) -> String {
    let needsEscape = name.unicodeScalars.contains { isHidden($0) }
    guard needsEscape else { return name }
    var shown = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\n": shown += "\\n"
      case "\t": shown += "\\t"
      case "\r": shown += "\\r"
      case _ where isHidden(scalar): shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Problem: CustomStringConvertible {
  /// `file:line:column: reason`, one line without controls, the reason in English.
  public var description: String { "\(place): \(reason)" }
}

extension Problem.Reason: CustomStringConvertible {
  /// The reason in English, one line without controls.
  public var description: String {
    switch self {
    case .syntax(let what): "not JSON: \(what)"
    case .stopped(let what, let kept):
      "not JSON: \(what); kept \(kept) \(kept == 1 ? "article" : "articles") before it"
    case .damaged(let what): "\(what), shown as U+FFFD"
    case .wrongType(let member, let expected): "\(Problem.shown(member)) must be \(expected)"
    case .missing(let member): "no \(member)"
    case .dropped(let member): "no \(member): the article is left out"
    case .unreadableDate(let text): "no date that can be read: \(Problem.shown(text))"
    case .tooLong(let member, let limit): "\(Problem.shown(member)) is longer than \(limit) bytes"
    case .endless(let limit): "a value has more than \(limit) bytes: nothing after it is read"
    case .cut(let member): "\(Problem.shown(member)) is too large or too deep: its end is left out"
    case .unreadable(let what): "can't be read: \(what)"
    case .unknownShape: "no news in a shape that is known"
    case .more(let count): "\(count) more \(count == 1 ? "problem" : "problems") from here on"
    }
  }
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
