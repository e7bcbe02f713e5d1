/// Keys to press, as a text: `j j Enter Space m q`.
///
/// Keys are parted by spaces and spelt as tmux spells them (`C-f`, `PPage`); `5*j` is five of one.
public struct KeyScript: ExpressibleByStringLiteral {
  /// The names of the keys, in the order they are pressed.
  public let names: [String]

  /// The keys of a script.
  public init(_ script: String) {
    names = script.split(separator: " ").flatMap { word -> [String] in
      let parts = word.split(separator: "*", maxSplits: 1)
      guard parts.count == 2, let times = Int(parts[0]) else { return [String(word)] }
      return Array(repeating: String(parts[1]), count: times)
    }
  }

  /// The keys of a script.
  public init(stringLiteral value: String) { self.init(value) }
}
