import Foundation
import TestSupport
import Testing
import TextLayout

/// One line of `Goldens/order.txt`.
struct OrderGolden: CustomTestStringConvertible {
  var direction: ParagraphDirection
  var width: Columns
  var input: String
  var lines: [String]
  var testDescription: String

  init?(_ line: Substring) {
    guard !line.isEmpty, !line.hasPrefix("#"), let colon = line.firstIndex(of: ":"),
      let arrow = line.range(of: "=>")
    else { return nil }
    let head = line[..<colon].split(separator: " ")
    let directions: [Substring: ParagraphDirection] = [
      "auto": .automatic, "ltr": .leftToRight, "rtl": .rightToLeft, "any": .rightToLeftIfAny,
    ]
    guard head.count == 2, let direction = directions[head[0]], let width = Int(head[1]) else {
      return nil
    }
    self.direction = direction
    self.width = Columns(width)
    input = String(line[colon..<arrow.lowerBound].dropFirst(2).dropLast())
    lines = line[arrow.upperBound...].dropFirst().components(separatedBy: " | ")
    testDescription = String(line)
  }

  static let all: [OrderGolden] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/order.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap(OrderGolden.init)
  }()
}

@Suite struct OrderGoldenTests {
  @Test(arguments: OrderGolden.all)
  func linesAreShownInTheirOrder(_ golden: OrderGolden) {
    let lines = laid(
      CapRTL.text(golden.input), within: golden.width, LayoutOptions(direction: golden.direction))
    #expect(lines.map(CapRTL.spelling(of:)) == golden.lines)
  }

  @Test func goldensAreFound() {
    #expect(OrderGolden.all.count >= 60)
  }
}
