import Display
import News
import TextLayout

/// The links of a body: a number in brackets after their words, and the addresses as the list that
/// the body ends in.
struct PageLinks {
  /// Which blocks of the body are addresses; none where it doesn't end in such a list.
  private let addresses: Range<Int>

  init(in body: [Block]) {
    let end = body.count
    guard case .item(let last?)? = body.last?.kind, (1...end).contains(last),
      zip(body[(end - last)...], 1...).allSatisfy({ $0.isAddress && $0.kind == .item(number: $1) })
    else {
      addresses = end..<end
      return
    }
    addresses = end - last..<end
  }

  /// What the page shows of a block of the body, the links in it looking like links.
  func styled(_ shown: [TextBlock], of block: Int) -> [TextBlock] {
    if addresses.isEmpty { return shown }
    return shown.map { text in
      var text = text
      if addresses.contains(block) {
        text.style = .link
      } else {
        text.styles += numbers(in: text.text)
      }
      return text
    }
  }

  /// The numbers in brackets that an address has.
  private func numbers(in text: String) -> [StyledRange] {
    var found: [StyledRange] = []
    var start: Int?
    var number = 0
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "["):
        start = offset
        number = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = min(number * 10 + Int(byte - UInt8(ascii: "0")), addresses.count + 1)
      case UInt8(ascii: "]"):
        if let start, (1...addresses.count).contains(number) {
          found.append(
            StyledRange(UInt32(start)..<UInt32(offset + 1), style: Style.link.rawValue))
        }
        start = nil
      default: start = nil
      }
    }
    return found
  }
}

extension Block {
  /// Whether its text may be an address, which is written from left to right wherever it stands.
  fileprivate var isAddress: Bool { direction == .leftToRight && !text.utf8.contains(0x20) }
}
