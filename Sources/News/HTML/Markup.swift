/// What HTML is found in a text that may be plain.
enum Markup: Equatable {
  case none
  /// Only tags that stand within a paragraph, or entities.
  case inline
  /// Tags that part paragraphs.
  case blocks

  /// Looks for tags of elements that exist, and for entities; other `<` and `&` are letters.
  init(of text: String) {
    self = .none
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "<"), let name = Self.tag(bytes[(at + 1)...]) {
          let element = HTMLElement(name)
          if element.partsText || element == .lineBreak {
            self = .blocks
            return
          }
          if element != .inline || Self.phrases.contains(name) { self = .inline }
        } else if bytes[at] == UInt8(ascii: "&"), Self.isEntity(bytes[(at + 1)...]) {
          self = .inline
        }
        at += 1
      }
    }
  }

  private static let phrases: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "code", "del", "em", "font", "i", "ins", "kbd", "mark",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  /// The name of the tag whose `<` stands before.
  private static func tag(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var rest = bytes
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let name = rest.prefix(12).prefix(while: isNameByte)
    guard let first = name.first, first > UInt8(ascii: "9") else { return nil }
    switch rest.dropFirst(name.count).first {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x09, 0x0A:
      return String(decoding: name, as: UTF8.self).lowercased()
    default: return nil
    }
  }

  /// `name;`, `#1234;` or `#x12ab;`.
  private static func isEntity(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = bytes.prefix(12)
    if rest.first == UInt8(ascii: "#") { rest = rest.dropFirst() }
    let name = rest.prefix(while: isNameByte)
    return name.count > 1 && rest.dropFirst(name.count).first == UInt8(ascii: ";")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
