/// A program that shows a list of headlines, and the keys that move it.
struct Contender {
  let name: String
  private let program: String
  /// Whether a list of feeds comes first.
  private let opensFeedFirst: Bool
  let rowDown: String
  let pageDown: String
  let opensArticles: Bool
  let quit: String

  static func khabar(_ program: String) -> Contender {
    Contender(
      name: "khabar", program: program, opensFeedFirst: false, rowDown: "j", pageDown: "\u{1B}[6~",
      opensArticles: true, quit: "Q")
  }

  static func newsboat(_ program: String) -> Contender {
    Contender(
      name: "newsboat", program: program, opensFeedFirst: true, rowDown: "\u{1B}OB",
      pageDown: "\u{1B}[6~",
      opensArticles: true, quit: "Q")
  }

  /// sfeed, whose items are there as soon as its screen is.
  static func sfeed(_ program: String) -> Contender {
    Contender(
      name: "sfeed", program: program, opensFeedFirst: false, rowDown: "j", pageDown: " ",
      opensArticles: false, quit: "q")
  }

  /// The driver that watches the corpus's folder, and ends at a line.
  static func watcher(_ program: String) -> Contender {
    Contender(
      name: "a watch alone", program: program, opensFeedFirst: false, rowDown: "", pageDown: "",
      opensArticles: false, quit: "\n")
  }

  /// The driver that does the least possible.
  static func floor(_ program: String) -> Contender {
    Contender(
      name: "floor", program: program, opensFeedFirst: false, rowDown: "j", pageDown: " ",
      opensArticles: false, quit: "q")
  }
}

extension Contender {
  /// Takes a corpus into a store of its own, from nothing. It has a minute, and five milliseconds an
  /// article.
  func takeIn(_ library: Library, in workshop: Workshop) throws -> PlainRun {
    library.removeStore(of: name)
    let store = library.store(of: name)
    let command =
      switch name {
      case "khabar": [program, "scan", library.files.lines, "--store", store]
      case "newsboat": arguments(library) + ["-x", "reload"]
      default: [program, "make", store]
      }
    return try PlainRun(
      command, environment: workshop.environment,
      input: name == "floor" ? library.files.rows : "/dev/null",
      seconds: library.secondsToRead)
  }

  /// Starts it on a terminal of its own; its store is made when there is none.
  func start(
    _ library: Library, in workshop: Workshop, rows: Int, columns: Int
  ) throws -> TerminalRun {
    if !library.hasStore(of: name), name != Self.watcher("").name {
      _ = try takeIn(library, in: workshop)
    }
    return try TerminalRun(
      arguments(library), environment: workshop.environment, rows: rows, columns: columns)
  }

  /// From exec until the list stands on the screen: nanoseconds of waiting for it.
  func reachList(_ run: TerminalRun) throws -> Int {
    guard opensFeedFirst else {
      try run.wait(for: Corpus.marker)
      return run.lastWrite - run.start
    }
    try run.wait(for: "News")
    try run.settle()
    let feeds = run.lastWrite - run.start
    let opened = Clock.wall
    run.send("\r")
    try run.wait(for: Corpus.marker)
    return feeds + run.lastWrite - opened
  }

  private func arguments(_ library: Library) -> [String] {
    let store = library.store(of: name)
    return switch name {
    case "khabar": [program, "--store", store]
    case "newsboat":
      [
        program, "-u", "\(library.folder)/urls", "-C", "\(library.folder)/config", "-c", store,
      ]
    case "a watch alone": [program, library.folder]
    default: [program, store]
    }
  }
}

extension Workshop {
  /// khabar, newsboat and the floor, as far as they can be had; what is missing is said.
  func contenders(_ report: inout Report) throws -> [Contender] {
    var contenders: [Contender] = [.khabar(try khabar)]
    if let newsboat = program("newsboat") {
      contenders.append(.newsboat(newsboat))
    } else {
      report.skip("newsboat: not installed")
    }
    if let sfeed = program("sfeed_curses") {
      contenders.append(.sfeed(sfeed))
    } else {
      report.skip("sfeed_curses: not installed")
    }
    do {
      contenders.append(.floor(try driver("floor", "ncursesw sqlite3")))
    } catch {
      report.skip("the floor: \(error)")
    }
    return contenders
  }
}
