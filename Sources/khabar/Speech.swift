import Glibc
import News
import Words

/// What the program says outside the reader, in the language of the environment.
enum Speech {
  /// The language of messages, by `LC_ALL`, `LC_MESSAGES`, `LANG`; English where it isn't ours.
  static let language: Language = {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(Paths.environment).first ?? ""
    let primary = locale.prefix { $0.isLetter }
    return Language(rawValue: String(primary)) ?? .english
  }()

  /// Says what was done, on standard output.
  static func tell(_ phrase: Phrase) {
    let output = Output()
    output.line(language.plainText(phrase))
  }

  /// Says a phrase on standard error.
  static func say(_ phrase: Phrase, in language: Language = language) {
    let output = Output(STDERR_FILENO)
    output.line("khabar: " + language.plainText(phrase))
  }

  /// Says a problem of a file on standard error: `file:line:column: reason`.
  static func say(_ problem: Problem) {
    let output = Output(STDERR_FILENO)
    output.line(line(of: problem))
  }

  /// What a file is, as one line of a report.
  static func line(of file: String, _ shapes: [NewsFile.Shape]) -> String {
    let shapes = shapes.map { RecognisedShape(name: $0.name, articles: $0.articles) }
    return Problem.shown(file) + ": " + language.plainText(.recognised(shapes))
  }

  /// A problem as one line of a report.
  static func line(of problem: Problem) -> String {
    problem.place + ": " + language.plainText(Phrase(problem.reason))
  }
}
