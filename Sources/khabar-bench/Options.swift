/// What the command line asks for.
struct Options {
  /// A part of the benchmark.
  enum Section: String, CaseIterable {
    case layout
    case scan = "import"
    case large, start, key, watch, rescan, marks, search
  }

  var sections = Section.allCases
  /// Small corpora and few runs: whether everything works, not how fast it is.
  var isQuick = false
  /// Stores of 100,000 articles and of a million too.
  var isFull = false

  static let usage = """
    khabar-bench [--quick|--full] [layout] [import] [large] [start] [key] [watch]
                 [rescan] [marks] [search]

    Measures khabar beside newsboat, FriBidi, ICU and C programs that do the least possible, where
    they can be had, from the project's top. Tests/BENCHMARKS.md says how to read it.
    """

  /// Reads the arguments; nil where one of them is none.
  init?(_ arguments: some Sequence<String>) {
    var chosen: [Section] = []
    for argument in arguments {
      switch argument {
      case "--quick": isQuick = true
      case "--full": isFull = true
      default:
        guard let section = Section(rawValue: argument) else { return nil }
        chosen.append(section)
      }
    }
    if !chosen.isEmpty { sections = chosen }
  }

  /// The numbers of articles in the stores that are opened.
  var sizes: [Int] { isQuick ? [1_000] : isFull ? [1_000, 10_000, 100_000] : [1_000, 10_000] }
  /// The store that is more than any peer is asked to open.
  var hugeSize: Int? { isFull ? 1_000_000 : nil }
  /// The store in which keys are pressed.
  var keySize: Int { isQuick ? 1_000 : 10_000 }
  /// The articles of the file that is too large for memory.
  var largeSize: Int { hugeSize ?? keySize }
  /// How long an article's body is, in words. A million of them is a file of more than 2³¹ bytes
  /// with bodies half as long, and is read in half the time.
  func words(of articles: Int) -> ClosedRange<Int> {
    isQuick ? 40...120 : articles == hugeSize ? 90...270 : 200...600
  }
  /// How many bytes of news are laid out.
  var layoutBytes: Int { isQuick ? 1_000_000 : 10_000_000 }
  /// How often what is compared is run, by turns.
  var turns: Int { isQuick ? 2 : 5 }
}
