import ArgumentParser
import Glibc
import News
import Words

/// Why a command could not do what it was asked: a sentence for people, and exit code 2.
struct Failure: Error {
  /// What is said.
  let phrase: Phrase

  /// A failure that is said with `phrase`.
  init(_ phrase: Phrase) {
    self.phrase = phrase
  }
}

/// Does a command's work; what goes wrong is said on standard error, and the exit code is 2.
func reporting(in language: Language = Speech.language, _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as Failure {
    Speech.say(failure.phrase, in: language)
    throw ExitCode(2)
  } catch let error as StoreError {
    Speech.say(Phrase(error), in: language)
    throw ExitCode(2)
  }
}
