import ArgumentParser
import News

/// What every command that reads files takes.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: "The shape of the files; auto, as without it, lets what is in each tell.")
  private var shape: NamedShape?

  /// The shape that was named; nil where none was, or `auto`.
  var name: String? { shape?.name }

  /// Whether the option was given, be it as `auto`.
  var isGiven: Bool { shape != nil }
}

extension FormatOptions {
  /// Says that a shape needs files that are of it.
  func validate(_ paths: [String]) throws {
    if isGiven, paths.isEmpty { throw ValidationError("--format takes paths beside it.") }
  }
}

/// A shape of news as the command line spells it, in whatever case.
private struct NamedShape: ExpressibleByArgument {
  /// The shape's name; nil for `auto`.
  let name: String?

  init?(argument: String) {
    name = NewsFile.format(named: argument)
    if name == nil, argument.lowercased() != Self.any { return nil }
  }

  static var allValueStrings: [String] { [any] + NewsFile.formats }

  private static let any = "auto"
}
