import Glibc

/// Fields as the formats want them: a value of another type costs the field and is reported.
extension JSONElement {
  /// The longest field of one line, in bytes.
  static let longestLine = 8192

  /// A field of one line; nil where it is absent or empty.
  func line(_ name: StaticString, of node: Node, _ problems: inout [Problem]) -> String? {
    member(name, of: node).flatMap { line($0, as: name, &problems) }
  }

  /// The first of several fields of one line.
  func line(_ names: [StaticString], of node: Node, _ problems: inout [Problem]) -> String? {
    for name in names {
      if let line = line(name, of: node, &problems) { return line }
    }
    return nil
  }

  /// A string as one line.
  func line(_ node: Node, as name: StaticString, _ problems: inout [Problem]) -> String? {
    string(node, as: name, limit: Self.longestLine, &problems) { PlainText.line($0) }
  }

  /// A string as text of several lines.
  func text(_ node: Node, as name: StaticString, _ problems: inout [Problem]) -> String? {
    string(node, as: name, limit: Self.longestText, &problems) { PlainText.lines($0) }
  }

  /// An id: a string, or a number as it is written.
  func id(_ name: StaticString, of node: Node, _ problems: inout [Problem]) -> String? {
    member(name, of: node).flatMap { lineOrNumber($0, as: name, &problems) }
  }

  /// A string as one line, or a number as it is written.
  private func lineOrNumber(
    _ node: Node, as name: StaticString, _ problems: inout [Problem]
  ) -> String? {
    guard kind(node) == .number else { return line(node, as: name, &problems) }
    guard withText(node, { $0.count <= Self.longestLine }) else {
      problems.append(problem(node, .tooLong(member: "\(name)", limit: Self.longestLine)))
      return nil
    }
    return withText(node) { PlainText.line($0) }
  }

  /// A date as it is written, a text or a number: the first of several members that is there.
  /// Programs without a date write `None` or `null`.
  func dateText(_ names: [StaticString], of node: Node, _ problems: inout [Problem])
    -> (value: Node, text: String)?
  {
    for name in names {
      guard let value = member(name, of: node) else { continue }
      let text = lineOrNumber(value, as: name, &problems)
      if let text, text != "None", text != "null" { return (value, text) }
    }
    return nil
  }

  /// A base direction; `auto` is none.
  func direction(_ name: StaticString, of node: Node, _ problems: inout [Problem])
    -> WritingDirection?
  {
    guard let value = member(name, of: node), let text = line(value, as: name, &problems)
    else { return nil }
    let direction = WritingDirection(rawValue: text.lowercased())
    if direction == nil, text.lowercased() != "auto" {
      problems.append(
        problem(value, .wrongType(member: "\(name)", expected: "ltr, rtl or auto")))
    }
    return direction
  }

  /// A whole number of things, as a number or as text; digits of three kinds, grouped or not.
  func count(_ name: StaticString, of node: Node, _ problems: inout [Problem]) -> Int? {
    guard let value = member(name, of: node) else { return nil }
    let isText = kind(value) == .number || kind(value) == .string
    var text = isText ? withText(value) { PlainText.line($0) } : ""
    // 4.0 is a whole number in JSON; in a text it may be anything.
    if kind(value) == .number, text.hasSuffix(".0") { text.removeLast(2) }
    if isText, text.isEmpty { return nil }
    if let count = Digits.count(in: text) { return count }
    problems.append(problem(value, .wrongType(member: "\(name)", expected: "a whole number")))
    return nil
  }

  /// Names: a text, an object with a name, or an array of either. An item that is neither is
  /// reported and left out.
  func names(_ name: StaticString, of node: Node, _ problems: inout [Problem]) -> [String] {
    guard let value = member(name, of: node) else { return [] }
    var names: [String] = []
    func add(_ item: Node) {
      let line: String?
      switch kind(item) {
      case .object: line = self.line(["name", "title", "label", "url"], of: item, &problems)
      case .string, .longString, .null: line = self.line(item, as: name, &problems)
      case .array, .number, .yes, .no:
        let expected = "a text, an object or an array of these"
        problems.append(problem(item, .wrongType(member: "\(name)", expected: expected)))
        return
      }
      if let line { names.append(line) }
    }
    if kind(value) == .array { forEach(of: value, add) } else { add(value) }
    return names
  }

  /// Names in one text, parted by one of `marks`; or as `names(_:of:_:)` has them.
  func names(
    _ name: StaticString, partedBy marks: Set<Character>, of node: Node,
    _ problems: inout [Problem]
  ) -> [String] {
    let names = names(name, of: node, &problems)
    guard let value = member(name, of: node), kind(value) == .string else { return names }
    return names.flatMap { $0.split(whereSeparator: marks.contains) }
      .map { PlainText.line(String($0)) }.filter { !$0.isEmpty }
  }

  /// A picture: its address, an object, or the first of an array of either.
  func picture(_ name: StaticString, of node: Node, _ problems: inout [Problem]) -> Picture? {
    guard let value = member(name, of: node) else { return nil }
    return picture(value, as: name, &problems)
  }

  private func picture(_ value: Node, as name: StaticString, _ problems: inout [Problem])
    -> Picture?
  {
    var value = value
    if kind(value) == .array {
      var first: Node?
      forEach(of: value) { if first == nil { first = $0 } }
      guard let first, kind(first) != .array else { return nil }
      value = first
    }
    guard kind(value) == .object else {
      return line(value, as: name, &problems).map { Picture(url: $0) }
    }
    let picture = Picture(
      url: line(["url", "src", "href", "contentUrl"], of: value, &problems),
      alternative: line(["alt", "alternative"], of: value, &problems),
      caption: line("caption", of: value, &problems))
    return picture == Picture() ? nil : picture
  }

  private func string(
    _ node: Node, as name: StaticString, limit: Int, _ problems: inout [Problem],
    _ read: (UnsafeBufferPointer<UInt8>) -> String
  ) -> String? {
    switch kind(node) {
    case .string:
      let isTooLong = withText(node) { $0.count > limit }
      guard !isTooLong else { break }
      let hasNUL = withText(node) { text in
        text.baseAddress.map { memchr($0, 0, text.count) != nil } ?? false
      }
      if hasNUL { problems.append(problem(node, .damaged("the control 0x00 in \(name)"))) }
      let text = hasNUL ? withText(node) { Self.withoutNUL($0, read) } : withText(node, read)
      return text.isEmpty ? nil : text
    case .longString: break
    case .null: return nil
    case .object, .array, .number, .yes, .no:
      problems.append(problem(node, .wrongType(member: "\(name)", expected: "a text")))
      return nil
    }
    problems.append(problem(node, .tooLong(member: "\(name)", limit: limit)))
    return nil
  }

  /// Reads a text that has U+FFFD wherever `bytes` have NUL.
  private static func withoutNUL(
    _ bytes: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) -> String
  ) -> String {
    var mended: [UInt8] = []
    for byte in bytes {
      if byte == 0 { mended += "\u{FFFD}".utf8 } else { mended.append(byte) }
    }
    return mended.withUnsafeBufferPointer(read)
  }
}
