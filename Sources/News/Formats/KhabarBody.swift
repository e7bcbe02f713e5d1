/// The body of khabar's own article: a text with blank lines between its paragraphs, or an array
/// of such texts and of blocks.
enum KhabarBody {
  /// The blocks of the member `body`.
  static func blocks(in element: borrowing JSONElement, _ problems: inout [Problem]) -> [Block] {
    guard let body = element.member("body", of: element.root) else { return [] }
    let blocks = blocks(of: body, in: element, &problems)
    guard blocks.count > Block.most else { return blocks }
    problems.append(element.problem(body, .cut(member: "body")))
    return Array(blocks[..<Block.most])
  }

  private static func blocks(
    of body: JSONElement.Node, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> [Block] {
    switch element.kind(body) {
    case .string, .longString:
      return paragraphs(element.text(body, as: "body", &problems))
    case .array:
      var blocks: [Block] = []
      element.forEach(of: body) { item in
        guard blocks.count <= Block.most else { return }
        blocks +=
          element.kind(item) == .object
          ? Self.block(item, in: element, &problems)
          : paragraphs(element.text(item, as: "body", &problems))
      }
      return blocks
    case .object:
      return block(body, in: element, &problems)
    case .number, .yes, .no, .null:
      problems.append(
        element.problem(body, .wrongType(member: "body", expected: "a text or an array")))
      return []
    }
  }

  private static func paragraphs(_ text: String?) -> [Block] {
    PlainText.paragraphs(text ?? "").map { Block(.paragraph, $0) }
  }

  /// One object of the array; a block without a text is none, but a figure may be.
  private static func block(
    _ node: JSONElement.Node, in element: borrowing JSONElement, _ problems: inout [Problem]
  ) -> [Block] {
    let direction = element.direction("dir", of: node, &problems)
    let type = element.line("type", of: node, &problems) ?? "paragraph"
    if type == "figure" {
      return figure(node, in: element, direction, &problems).map { [$0] } ?? []
    }
    guard let value = element.member("text", of: node),
      let text = element.text(value, as: "text", &problems)
    else {
      if element.member("text", of: node) == nil {
        problems.append(element.problem(node, .missing(member: "text")))
      }
      return []
    }
    if type == "preformatted" { return [Block(.preformatted, text, direction: direction)] }
    let kind = kind(of: type, node, in: element, &problems)
    let parts = PlainText.paragraphs(text)
    if case .paragraph = kind { return parts.map { Block(kind, $0, direction: direction) } }
    if case .quote = kind { return parts.map { Block(kind, $0, direction: direction) } }
    let whole = parts.joined(separator: "\n")
    return whole.isEmpty ? [] : [Block(kind, whole, direction: direction)]
  }

  private static func kind(
    of type: String, _ node: JSONElement.Node, in element: borrowing JSONElement,
    _ problems: inout [Problem]
  ) -> Block.Kind {
    switch type {
    case "paragraph": return .paragraph
    case "heading":
      let level = element.count("level", of: node, &problems) ?? 2
      return .heading(level: min(max(level, 1), 6))
    case "quote": return .quote(by: element.line("by", of: node, &problems))
    case "item": return .item(number: element.count("number", of: node, &problems))
    default:
      if let value = element.member("type", of: node) {
        let kinds = "paragraph, heading, quote, item, preformatted or figure"
        problems.append(element.problem(value, .wrongType(member: "type", expected: kinds)))
      }
      return .paragraph
    }
  }

  /// A figure: `image` as the article's own, `alt` and `caption` beside it.
  private static func figure(
    _ node: JSONElement.Node, in element: borrowing JSONElement, _ direction: WritingDirection?,
    _ problems: inout [Problem]
  ) -> Block? {
    var picture = element.picture("image", of: node, &problems) ?? Picture()
    picture.url = picture.url ?? element.line("url", of: node, &problems)
    picture.alternative = element.line("alt", of: node, &problems) ?? picture.alternative
    picture.caption = element.line("caption", of: node, &problems) ?? picture.caption
    guard picture != Picture() else {
      problems.append(element.problem(node, .missing(member: "image")))
      return nil
    }
    return Block(.figure(picture), picture.caption ?? "", direction: direction)
  }
}
