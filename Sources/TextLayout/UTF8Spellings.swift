/// Scalars as they are spelt in UTF-8, for all that news is made of: looked up, since to put the bytes
/// together takes twice the instructions, and a branch on how many there are is a wrong guess at every
/// other space.
struct UTF8Spellings: Sendable {
  static let shared = UTF8Spellings()

  /// Scalar / 256 → where its page begins in `words`; the last is for all from U+10000 on.
  let pages: [UInt16]
  /// Pages of 256: bytes in the low three, the first lowest, and their count above. The first page
  /// is zeros, for all that has none here.
  let words: [UInt32]

  /// The letters with two bytes at most, punctuation and presentation forms.
  private static let spelt: [UInt32] = Array(0x00...0x07) + [0x20] + Array(0xFB...0xFE)

  /// A look at both, for as long as the spellings last.
  struct Table {
    let pages: UnsafeBufferPointer<UInt16>
    let words: UnsafeBufferPointer<UInt32>
  }

  @inline(__always)
  func withTable(_ body: (Table) -> Void) {
    pages.withUnsafeBufferPointer { pages in
      words.withUnsafeBufferPointer { body(Table(pages: pages, words: $0)) }
    }
  }

  private init() {
    var pages = [UInt16](repeating: 0, count: 257)
    var words = [UInt32](repeating: 0, count: 256)
    for page in Self.spelt {
      pages[Int(page)] = UInt16(words.count)
      words += (page << 8..<(page + 1) << 8).map { scalar in
        let (bytes, count) = Self.spelling(of: scalar)
        return bytes | UInt32(count) << 24
      }
    }
    self.pages = pages
    self.words = words
  }

  /// The bytes of a scalar, the first lowest, and how many they are.
  static func spelling(of scalar: UInt32) -> (bytes: UInt32, count: Int) {
    let last = 0x80 | scalar & 0x3F
    let third = 0x80 | scalar >> 6 & 0x3F
    switch scalar {
    case ..<0x80: return (scalar, 1)
    case ..<0x800: return (0xC0 | scalar >> 6 | last << 8, 2)
    case ..<0x10000: return (0xE0 | scalar >> 12 | third << 8 | last << 16, 3)
    default:
      let second = 0x80 | scalar >> 12 & 0x3F
      return (0xF0 | scalar >> 18 | second << 8 | third << 16 | last << 24, 4)
    }
  }
}
