/// Bodies, as one format or another means them: markup, plain text, or a text that may be either.
extension JSONElement {
  /// Whether the root has a member of that name, not null.
  func has(_ name: StaticString) -> Bool { member(name, of: root) != nil }

  /// The value at the end of a path of names.
  func member(at path: [StaticString], of node: Node) -> Node? {
    var found: Node? = node
    for name in path { found = found.flatMap { member(name, of: $0) } }
    return found
  }

  /// The first item of an array; what is no array is its own first.
  func first(of node: Node) -> Node? {
    guard kind(node) == .array else { return node }
    var first: Node?
    forEach(of: node) { if first == nil { first = $0 } }
    return first
  }

  /// A field of one line at the end of a path; nil where a step is missing or is another thing.
  func line(at path: [StaticString], of node: Node, _ problems: inout [Problem]) -> String? {
    guard let name = path.last, let value = member(at: path, of: node) else { return nil }
    return line(value, as: name, &problems)
  }

  /// The blocks of HTML on a page at `base`.
  func html(
    _ value: Node?, as name: StaticString, base: String? = nil, _ problems: inout [Problem]
  ) -> [Block] {
    guard let value, let text = text(value, as: name, &problems) else { return [] }
    let body = HTMLBody.blocks(of: text, base: base)
    if body.isCut { problems.append(problem(value, .cut(member: "\(name)"))) }
    return body.blocks
  }

  /// The paragraphs of plain text, parted by blank lines.
  func plain(_ value: Node?, as name: StaticString, _ problems: inout [Problem]) -> [Block] {
    guard let value, let text = text(value, as: name, &problems) else { return [] }
    return paragraphs(of: text, value, name, &problems)
  }

  /// The paragraphs of plain text, each of its lines being one.
  func lines(_ value: Node?, as name: StaticString, _ problems: inout [Problem]) -> [Block] {
    guard let value, let text = text(value, as: name, &problems) else { return [] }
    return paragraphs(
      of: text.split(separator: "\n").joined(separator: "\n\n"), value, name, &problems)
  }

  /// The blocks of a text that services fill with HTML or without: with where tags are found.
  func mixed(
    _ value: Node?, as name: StaticString, base: String? = nil, numbersLinks: Bool = true,
    _ problems: inout [Problem]
  ) -> [Block] {
    guard let value, let text = text(value, as: name, &problems) else { return [] }
    let body: (blocks: [Block], isCut: Bool)
    switch Markup(of: text) {
    case .none: return paragraphs(of: text, value, name, &problems)
    case .inline:
      let paragraphs = PlainText.paragraphs(text).map { "<p>\($0)</p>" }
      body = HTMLBody.blocks(
        of: paragraphs.joined(), base: base, numbersLinks: numbersLinks)
    case .blocks:
      body = HTMLBody.blocks(of: text, base: base, numbersLinks: numbersLinks)
    }
    if body.isCut { problems.append(problem(value, .cut(member: "\(name)"))) }
    return body.blocks
  }

  /// A field of one line that may hold markup, which is left out.
  func words(_ value: Node?, as name: StaticString, _ problems: inout [Problem]) -> String? {
    let blocks = mixed(value, as: name, numbersLinks: false, &problems)
    let line = PlainText.line(blocks.map(\.text).joined(separator: " "))
    return line.isEmpty ? nil : line
  }

  /// A summary in plain text, its paragraphs parted by blank lines.
  func summary(_ value: Node?, as name: StaticString, _ problems: inout [Problem]) -> String? {
    let text = mixed(value, as: name, numbersLinks: false, &problems).map(\.text).joined(
      separator: "\n\n")
    return text.isEmpty ? nil : text
  }

  private func paragraphs(
    of text: String, _ value: Node, _ name: StaticString, _ problems: inout [Problem]
  ) -> [Block] {
    let paragraphs = PlainText.paragraphs(text)
    if paragraphs.count > Block.most {
      problems.append(problem(value, .cut(member: "\(name)")))
    }
    return paragraphs.prefix(Block.most).map { Block(.paragraph, $0) }
  }
}
