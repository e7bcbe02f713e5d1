import Foundation
import TestSupport
import Testing

@testable import News

/// The reader against Foundation's, which is made for whole documents, on seeded random ones.
struct JSONDifferentialTests {
  @Test func valuesAreFoundationsValues() throws {
    var random = Random(seed: 8259)
    for _ in 0..<2000 {
      let text = RandomJSON.document(using: &random)
      let ours = try #require(try? value(of: Array(text.utf8)), "refused: \(text)")
      let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(ours == plain(theirs), "\(text)")
    }
  }

  @Test func faultsAreFoundationsFaults() throws {
    var random = Random(seed: 627)
    var refused = 0
    for _ in 0..<4000 {
      var bytes = Array(RandomJSON.document(using: &random).utf8)
      let at = Int.random(in: 0..<bytes.count, using: &random)
      guard bytes[at] < 0x80 else { continue }
      bytes[at] = Array(" ,:[]{}\"0-.1x\\n".utf8).randomElement(using: &random) ?? 0x20
      let ours = try? value(of: bytes)
      let theirs = try? JSONSerialization.jsonObject(with: Data(bytes))
      let text = String(decoding: bytes, as: UTF8.self)
      // Foundation lets a comma stand before a bracket; RFC 8259 doesn't.
      let isLenient = ours == nil && text.contains(/,\s*[\]}]/)
      #expect(isLenient || (ours == nil) == (theirs == nil), "\(text)")
      if ours == nil { refused += 1 }
    }
    #expect(refused > 1000)
  }

  /// A value of JSON as text that is the same for the same value.
  private func value(of bytes: [UInt8]) throws -> String {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
    rewind(file)
    var reader = JSONReader(ByteSource(fileno(file)))
    var element = JSONElement(file: "")
    try element.load(&reader, try reader.next())
    guard try reader.next() == .end, reader.damages.isEmpty else { throw CancellationError() }
    return described(element.root, in: element)
  }

  private func described(_ node: JSONElement.Node, in element: borrowing JSONElement) -> String {
    switch element.kind(node) {
    case .array:
      var items: [String] = []
      element.forEach(of: node) { items.append(described($0, in: element)) }
      return "[" + items.joined(separator: " ") + "]"
    case .object:
      var members: [String] = []
      for (index, name) in RandomJSON.names.enumerated() {
        if let member = element.member(name, of: node) {
          members.append("\(index)=\(described(member, in: element))")
        }
      }
      return "{" + members.joined(separator: " ") + "}"
    case .string, .longString:
      return element.withText(node) { "'" + String(decoding: $0, as: UTF8.self) + "'" }
    case .number:
      return element.withText(node) { "\(Double(String(decoding: $0, as: UTF8.self)) ?? .nan)" }
    case .yes: return "true"
    case .no: return "false"
    case .null: return "null"
    }
  }

  private func plain(_ value: Any) -> String {
    switch value {
    case let items as [Any]: return "[" + items.map(plain).joined(separator: " ") + "]"
    case let members as [String: Any]:
      let known = RandomJSON.names.enumerated().compactMap { index, name in
        members["\(name)"].flatMap { $0 is NSNull ? nil : "\(index)=\(plain($0))" }
      }
      return "{" + known.joined(separator: " ") + "}"
    case let text as String: return "'" + text + "'"
    case is NSNull: return "null"
    case let number as NSNumber:
      if String(cString: number.objCType) == "c" { return number.boolValue ? "true" : "false" }
      return "\(number.doubleValue)"
    default: return "?"
    }
  }
}

/// Random documents of JSON, with white space and escapes wherever they may be.
enum RandomJSON {
  static let names: [StaticString] = ["a", "خبر", "n\"q", ""]

  static func document(using random: inout Random) -> String {
    let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in value(3, &random) }
    return "[" + items.joined(separator: ",") + "]"
  }

  private static func value(_ depth: Int, _ random: inout Random) -> String {
    space(&random) + bare(depth, &random) + space(&random)
  }

  private static func bare(_ depth: Int, _ random: inout Random) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return ["true", "false", "null"].randomElement(using: &random) ?? "null"
    case 1, 2: return number(&random)
    case 3, 4, 5: return string(&random)
    case 6:
      let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        value(depth - 1, &random)
      }
      return "[" + (items.isEmpty ? space(&random) : items.joined(separator: ",")) + "]"
    default:
      let members = names.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
        .map { name in
          let quoted = "\(name)".replacingOccurrences(of: "\"", with: "\\\"")
          return "\(space(&random))\"\(quoted)\"\(space(&random)):\(value(depth - 1, &random))"
        }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  private static func number(_ random: inout Random) -> String {
    var text = Bool.random(using: &random) ? "-" : ""
    text += String(Int.random(in: 0...99_999, using: &random))
    if Bool.random(using: &random) { text += ".\(Int.random(in: 0...999, using: &random))" }
    return text
  }

  private static func string(_ random: inout Random) -> String {
    let letters = [
      "a", "ع", "😀", "é", "\\n", "\\\"", "\\\\", "\\/", "\\u062e", "\\uD83D\\uDCF0", " ", "\u{7f}",
    ]
    let count = Int.random(in: 0...6, using: &random)
    return "\"" + (0..<count).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      + "\""
  }

  private static func space(_ random: inout Random) -> String {
    ["", "", " ", "\n", "\t\r\n"].randomElement(using: &random) ?? ""
  }
}
