/// The encoding of a text: UTF-8 (RFC 8259 §8.1); a byte order mark before it is passed over.
extension JSONReader {
  /// Passes over the mark; UTF-16 and UTF-32 are a fault that says so.
  mutating func passByteOrderMark() throws(JSONFault) {
    _ = try peek()
    var count = end
    // A pipe may hand on less than four bytes at first: then only what is there is looked at.
    count = min(count, 4)
    let head = (0..<4).map { $0 < count ? Int(bytes[$0]) : -1 }
    if let name = encoding(of: head) {
      throw fault("the text is in \(name); it must be in UTF-8")
    }
    if head[0] == 0xEF, head[1] == 0xBB, head[2] == 0xBF {
      at = 3
      lineStart = 3
    }
  }

  /// The name of another encoding that a text begins in, by its mark or by zeros beside its
  /// first bytes.
  private func encoding(of head: [Int]) -> String? {
    switch (head[0], head[1], head[2], head[3]) {
    case (0xFF, 0xFE, 0, 0), (1..., 0, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...): "UTF-32"
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (1..., 0, 1..., 0), (0, 1..., 0, 1...): "UTF-16"
    default: nil
    }
  }
}
