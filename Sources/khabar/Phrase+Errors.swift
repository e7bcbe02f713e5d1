import Glibc
import News
import Terminal
import Words

extension Phrase {
  /// What a failure of the store is in words, and what to do about it.
  init(_ error: StoreError) {
    self =
      switch error.kind {
      case .missing, .needsMigration: .storeMissing(error.path)
      case .newerVersion: .storeTooNew(error.path)
      case .locked: .storeBusy
      case .full: .storeFull
      case .readOnly: .storeReadOnly(error.path)
      case .forbidden: .storeForbidden(error.path)
      case .removed: .storeRemoved(error.path)
      case .damaged: .storeCorrupt(error.path)
      case .notAStore where StoreRescue.isInOurPlace(error.path): .storeCorrupt(error.path)
      case .notAStore, .foreign: .storeForeign(error.path)
      case .io: .storeUnavailable(error.path, reason: error.message)
      case .interrupted: .interrupted
      case .unexpected: .storeFailed(error.message)
      }
  }

  /// Why nothing is found at a path that was named, by the system's number of the reason. Bytes of the
  /// path that are no text came as U+FFFD.
  init(_ path: String, notFound reason: Int32) {
    self =
      switch reason {
      case ENOENT where path.unicodeScalars.contains("\u{FFFD}"):
        .pathUnreadable(path, reason: "its name is not UTF-8")
      case ENOENT, ENOTDIR: .pathNotFound(path)
      default: .pathUnreadable(path, reason: String(cString: strerror(reason)))
      }
  }

  /// Why a terminal can't be used.
  init(_ error: TerminalError) {
    self =
      switch error {
      case .notATerminal: .notATerminal
      case .unknownTerminal(let name): .unknownTerminal(name)
      case .refused(let number): .terminalRefused(String(cString: strerror(number)))
      }
  }

  /// What is wrong at a place in a file.
  init(_ reason: Problem.Reason) {
    self =
      switch reason {
      case .syntax(let met): .problemSyntax(met)
      case .wrongType(let member, let expected):
        .problemWrongType(member: member, expected: expected)
      case .missing(let member): .problemMissing(member: member)
      case .unreadableDate(let text): .problemDate(text)
      case .tooLong(let member, let limit): .problemTooLong(member: member, limit: limit)
      case .endless(let limit): .problemEndless(limit: limit)
      case .cut(let member): .problemCut(member: member)
      case .unreadable(let message): .problemUnreadable(message)
      case .unknownShape: .problemUnknownShape
      case .stopped(let met, let kept): .problemStopped(met, kept: kept)
      case .damaged(let what): .problemDamaged(what)
      case .dropped(let member): .problemDropped(member: member)
      case .more(let count): .moreProblems(count)
      }
  }
}
