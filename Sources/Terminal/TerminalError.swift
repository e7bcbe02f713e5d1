/// Why a terminal can't be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard output, or what keys come from, is no terminal.
  case notATerminal
  /// `TERM` names no terminal that is known and can place its cursor; its value.
  case unknownTerminal(String)
  /// The system refused what a terminal needs; its error number.
  case refused(Int32)
}
