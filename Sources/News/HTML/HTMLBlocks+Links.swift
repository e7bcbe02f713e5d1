// Links: a number in brackets after their words, and a list of the addresses at the end.

extension HTMLBlocks {
  /// The most links that are listed; those after them are words alone.
  private static let mostLinks = 1000

  /// A link, and what stood before it.
  struct Link {
    let address: String
    /// Where its words begin.
    let text: Int
    /// How many pictures waited for the end of the block.
    let pictures: Int
  }

  /// A link that leads out of the page.
  func link(_ name: String, _ attributes: HTMLAttributes) -> Link? {
    guard name == "a", numbersLinks, let reference = attributes["href"],
      let address = base.absolute(PlainText.line(reference))
    else { return nil }
    return Link(
      address: HTMLAddress.withoutTrackers(address), text: text.count, pictures: pictures.count)
  }

  /// Numbers a link after its words, or under its picture; one that has neither, or whose words are
  /// its address, needs none.
  mutating func number(_ link: Link, from start: Int) {
    let isHere = blocks.count == start
    let words = isHere ? text[min(link.text, text.count)...] : text[...]
    let spelt = PlainText.line(String(decoding: words, as: UTF8.self))
    let isOfPicture = isHere && spelt.isEmpty && pictures.count > link.pictures
    guard !spelt.isEmpty || !isHere || isOfPicture,
      !HTMLAddress.isSpelling(spelt, of: link.address)
    else { return }
    guard let number = number(of: link.address) else { return }
    if isOfPicture {
      pictures[pictures.count - 1].number(number)
    } else if !text.isEmpty {
      append(" [\(number)]")
    } else if let last = blocks.indices.last {
      blocks[last].number(number)
    }
  }

  private mutating func number(of address: String) -> Int? {
    if let known = linkNumbers[address] { return known }
    guard links.count < Self.mostLinks else { return nil }
    links.append(address)
    linkNumbers[address] = links.count
    return links.count
  }

  /// The list of links, which are written from left to right wherever they stand.
  mutating func appendLinks() {
    for (index, address) in links.enumerated() where blocks.count < Block.most {
      blocks.append(Block(.item(number: index + 1), address, direction: .leftToRight))
    }
  }
}

extension Block {
  /// Puts a link's number after the words, if there are any.
  fileprivate mutating func number(_ number: Int) {
    text += text.isEmpty ? "[\(number)]" : " [\(number)]"
  }
}
