import Foundation

/// A file of news: JSON in any shape that the reader knows, from bytes to articles.
///
/// Memory does not grow with the file. A bad field costs the field, a bad article the article, a
/// broken line of JSON Lines the line, a fault in a list the article that it stands in; where no other
/// is found behind it, what follows.
public struct NewsFile: Sendable {
  /// A shape, and how many articles of a file are of it.
  public struct Shape: Equatable, Sendable {
    /// The shape's name, one of `formats`.
    public var name: String
    /// How many articles are of it.
    public var articles: Int

    /// A shape and its articles.
    public init(name: String, articles: Int) {
      self.name = name
      self.articles = articles
    }
  }

  /// What came of reading.
  public struct Outcome: Equatable, Sendable {
    /// The shapes that were recognised, in the order in which they were met.
    public var shapes: [Shape]
    /// How many articles were handed on.
    public var articles: Int
    /// How many problems were reported.
    public var problems: Int

    /// The shape that was recognised first; nil where none was.
    public var format: String? { shapes.first?.name }

    /// What came of reading.
    public init(shapes: [Shape] = [], articles: Int = 0, problems: Int = 0) {
      self.shapes = shapes
      self.articles = articles
      self.problems = problems
    }
  }

  /// The file's name as problems say it; `-` is standard input.
  public let name: String

  /// The shape the file is said to be of; nil lets its contents tell.
  public let format: String?

  /// A file of that name, of any shape or of one of `formats`.
  public init(name: String, format: String? = nil) {
    self.name = name
    self.format = format
  }

  /// The names of all shapes.
  public static var formats: [String] { NewsFormats.all.map { $0.name } }

  /// The name of a shape as `formats` has it, in whatever case and with whatever marks between its
  /// letters it is written; nil where there is no such shape.
  public static func format(named text: String) -> String? { NewsFormats.named(text)?.name }

  /// Reads `descriptor` from where it stands to its end, and does not close it.
  /// A shape of a name that does not exist is any shape.
  ///
  /// What can't be read twice, as a pipe, is kept in an unlinked file while that may be needed, up
  /// to 256 MiB.
  /// - Parameters:
  ///   - article: Takes each article, and how many elements stand before it in the file; false
  ///     stops.
  ///   - problem: Takes each problem, those of an article before the article.
  public func read(
    _ descriptor: Int32, article: (Article, _ place: Int) -> Bool, problem: (Problem) -> Void
  ) -> Outcome {
    read(descriptor, article: { found, place, _ in article(found, place) }, problem: problem)
      .outcome
  }

  /// What came of reading, and what helps to read the file again.
  struct Reading {
    var outcome = Outcome()
    /// Where lines end, for when the file has grown; nil for other files.
    var end: FileEnd?
    /// What the file's bytes are known by, if it was read from its start.
    var digest: Data?
  }

  /// The same, from where lines ended before, and with the offset that was reached; `goesOn` is told how
  /// much was read and asked before each piece of the file.
  func read(
    _ descriptor: Int32, from end: FileEnd? = nil,
    while goesOn: @escaping (_ read: Int) -> Bool = { _ in true },
    article: (Article, _ place: Int, _ offset: Int) -> Bool, problem: (Problem) -> Void
  ) -> Reading {
    var reading = Reading()
    var stream = NewsStream(
      descriptor, name: name, format: format.flatMap(NewsFormats.named), from: end,
      while: goesOn)
    while true {
      let step = stream.next()
      for found in stream.takeProblems() {
        reading.outcome.problems += 1
        problem(found)
      }
      switch step {
      case .end:
        reading.outcome.shapes = stream.shapes
        reading.end = stream.lineEnd
        if end == nil { reading.digest = stream.digest() }
        return reading
      case .nothing:
        continue
      case .article(let found, let place):
        reading.outcome.articles += 1
        guard article(found, place, stream.offset) else {
          reading.outcome.shapes = stream.shapes
          return reading
        }
      }
    }
  }
}
