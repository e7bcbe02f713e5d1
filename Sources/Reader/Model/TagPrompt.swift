import Display
public import News

/// The line in which an article's tags are typed.
public struct TagPrompt: Equatable, Sendable {
  /// The article.
  public let id: ArticleID
  /// The tags that it has.
  public let own: [String]
  /// All tags that some article has.
  let known: [String]
  /// What was typed.
  public internal(set) var line = TypedLine()
  /// The word that Tab completes, and which of the tags it stands for was taken last.
  private var completion: (stem: String, index: Int)?

  init(_ id: ArticleID, own: [String], known: [String]) {
    self.id = id
    self.own = own
    self.known = known
  }

  /// Does what a key means in the line; Tab completes the word before the cursor, and again takes
  /// the next tag that begins so.
  mutating func press(_ key: Key, reading direction: Direction) -> TypedLine.Outcome {
    guard key == .tab else {
      completion = nil
      return line.press(key, reading: direction)
    }
    complete()
    return .edited
  }

  /// The same line over the same article.
  public static func == (a: TagPrompt, b: TagPrompt) -> Bool {
    a.id == b.id && a.own == b.own && a.known == b.known && a.line == b.line
  }
}

extension TagPrompt {
  private mutating func complete() {
    let word = String(line.before.reversed().prefix { !TagText.isSeparator($0) }.reversed())
    let isTakenOff = word.first == "-"
    let typed = isTakenOff ? String(word.dropFirst()) : word
    let stem = completion?.stem ?? typed
    // What is to be taken off has to be there, what is to be added has not.
    let fitting = (isTakenOff ? own : known.filter { !own.contains($0) })
      .filter { $0.hasPrefix(stem) }
    guard !fitting.isEmpty else { return }
    let index = completion.map { ($0.index + 1) % fitting.count } ?? 0
    line.replace(last: typed.count, with: fitting[index])
    completion = (stem, index)
  }
}
