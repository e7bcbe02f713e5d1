/// One value of JSON, decoded to a tape of nodes over one buffer; both are used again for the
/// next value, so that reading allocates nothing in the long run.
///
/// A string over its cap keeps its kind (`longString`) and loses its text; what is nested more
/// than 16 deep, or is more than a quarter of a million values, is checked and left out.
struct JSONElement: ~Copyable {
  /// The longest string that is kept, in bytes.
  static let longestText = 4 << 20
  /// The most text that is kept of one value, in bytes.
  static let mostText = 16 << 20
  /// The longest name of a member that is kept, in bytes.
  static let longestName = 256
  static let deepest = 16
  static let mostNodes = 1 << 18

  /// A value within the element.
  struct Node: Equatable, Sendable {
    fileprivate let index: Int32
  }

  private struct Entry {
    var kind: JSONKind
    var name: Range<Int32>
    var text: Range<Int32>
    /// The index after this value and all that it holds.
    var next: Int32
    var line: UInt32
    var column: UInt32
  }

  /// The file's name, for problems.
  let file: String
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// An element of `file` without a value.
  init(file: String) { self.file = file }

  /// The value itself.
  var root: Node { Node(index: 0) }

  /// Takes the value that `token`, the last one of `reader`, begins.
  mutating func load(_ reader: inout JSONReader, _ token: JSONToken) throws(JSONFault) {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    var open: [Int] = []
    var token = token
    var name: Range<Int32> = 0..<0
    while true {
      switch token {
      case .end: return
      case .key: name = try take(&reader, cap: min(Self.longestName, room)) ?? 0..<0
      case .endObject, .endArray: entries[open.removeLast()].next = Int32(entries.count)
      case .beginObject, .beginArray, .string, .number, .yes, .no, .null:
        if try add(token, name, &reader, depth: open.count) { open.append(entries.count - 1) }
        name = 0..<0
      }
      if open.isEmpty { return }
      token = try reader.next()
    }
  }

  /// What `node` is.
  func kind(_ node: Node) -> JSONKind { entries[Int(node.index)].kind }

  /// The member of that name; nil where there is none, or only null. The last of several counts.
  func member(_ name: StaticString, of node: Node) -> Node? {
    guard kind(node) == .object else { return nil }
    var found: Node?
    var index = node.index + 1
    let end = entries[Int(node.index)].next
    while index < end {
      if isName(name, at: index) { found = Node(index: index) }
      index = entries[Int(index)].next
    }
    return found.flatMap { kind($0) == .null ? nil : $0 }
  }

  /// Calls `body` with each item of an array or each member's value of an object, in order.
  func forEach(of node: Node, _ body: (Node) -> Void) {
    guard kind(node) == .array || kind(node) == .object else { return }
    var index = node.index + 1
    let end = entries[Int(node.index)].next
    while index < end {
      body(Node(index: index))
      index = entries[Int(index)].next
    }
  }

  /// The bytes of a string or number; empty for other kinds.
  func withText<R>(_ node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let text = entries[Int(node.index)].text
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(text.lowerBound)..<Int(text.upperBound)]))
    }
  }

  /// How many bytes of text are kept.
  var textSize: Int { bytes.count }

  /// Calls `body` with the bytes of every string of at most `limit` bytes, in order.
  func forEachText(upTo limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for entry in entries where entry.kind == .string && entry.text.count <= limit {
        let range = Int(entry.text.lowerBound)..<Int(entry.text.upperBound)
        body(UnsafeBufferPointer(rebasing: bytes[range]))
      }
    }
  }

  /// A problem where `node` stands.
  func problem(_ node: Node, _ reason: Problem.Reason) -> Problem {
    let entry = entries[Int(node.index)]
    return Problem(
      file: file, line: Int(entry.line), column: Int(entry.column), reason: reason)
  }
}

extension JSONElement {
  /// Adds a value; true where it is a container whose contents follow.
  private mutating func add(
    _ token: JSONToken, _ name: Range<Int32>, _ reader: inout JSONReader, depth: Int
  ) throws(JSONFault) -> Bool {
    let place = reader.place
    let isContainer = token == .beginObject || token == .beginArray
    guard let kind = token.kind, entries.count < Self.mostNodes else {
      if isContainer { try reader.skip() }
      return false
    }
    var entry = Entry(
      kind: kind, name: name, text: 0..<0, next: Int32(entries.count + 1),
      line: UInt32(clamping: place.line), column: UInt32(clamping: place.column))
    if token == .string || token == .number {
      if let text = try take(&reader, cap: min(Self.longestText, room)) {
        entry.text = text
      } else {
        entry.kind = .longString
      }
    }
    entries.append(entry)
    guard isContainer, depth == Self.deepest else { return isContainer }
    try reader.skip()
    return false
  }

  /// How many bytes of text are still kept.
  private var room: Int { max(0, Self.mostText - bytes.count) }

  private mutating func take(_ reader: inout JSONReader, cap: Int) throws(JSONFault)
    -> Range<Int32>?
  {
    let start = Int32(bytes.count)
    guard try reader.text(into: &bytes, cap: cap) else { return nil }
    return start..<Int32(bytes.count)
  }

  private func isName(_ name: StaticString, at index: Int32) -> Bool {
    let range = entries[Int(index)].name
    guard range.count == name.utf8CodeUnitCount else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<range.count
      where bytes[Int(range.lowerBound) + offset] != name.utf8Start[offset] {
        return false
      }
      return true
    }
  }
}
