import TestSupport
import Testing

@testable import TextLayout

/// UTF-8 in, and what is none, against the standard library's decoder.
@Suite struct DecodingTests {
  /// Bytes that make well-formed text likely, and every fault of it.
  private static let bytes: [UInt8] = [
    0x00, 0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xA9, 0xBF, 0xC0, 0xC1, 0xC2, 0xD8, 0xDF,
    0xE0, 0xE2, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFC, 0xFE, 0xFF,
  ]

  @Test func anyBytesAreDecodedAsTheStandardLibraryDoes() throws {
    var random = Random(seed: 81)
    var text = ScalarText()
    for _ in 0..<200_000 {
      let bytes = bytes(&random)
      let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
      bytes.withUnsafeBufferPointer { text.decode($0) }
      try #require(
        text.scalars[..<text.count].elementsEqual(expected),
        "\(bytes.map { String($0, radix: 16) })")
    }
  }

  @Test func everySequenceOfTwoAndThreeBytesIsDecodedAsTheStandardLibraryDoes() throws {
    var text = ScalarText()
    for first in UInt8(0x7E)...0xFF {
      for second in UInt8.min...UInt8.max {
        for third: [UInt8] in [[], [0x41], [0x80], [0xBF], [0xC2], [0xE2, 0x80], [0x80, 0x80]] {
          let bytes = [first, second] + third
          let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
          bytes.withUnsafeBufferPointer { text.decode($0) }
          try #require(text.scalars[..<text.count].elementsEqual(expected), "\(bytes)")
        }
      }
    }
  }

  @Test func offsetsOfFaultsAreTheirs() {
    var text = ScalarText()
    let bytes: [UInt8] = [0x61, 0xE2, 0x80, 0x62, 0xF0, 0x9F, 0x98, 0xFF, 0xD7, 0x90]
    bytes.withUnsafeBufferPointer { text.decode($0) }
    #expect(text.scalars[..<text.count] == [0x61, 0xFFFD, 0x62, 0xFFFD, 0xFFFD, 0x05D0])
    #expect(text.offsets[...text.count] == [0, 1, 3, 4, 7, 8, 10])
  }

  /// Runs of whole characters with a fault in between, or nothing but faults.
  private func bytes(_ random: inout Random) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.below(24) {
      switch random.below(4) {
      case 0: bytes.append(Self.bytes[random.below(Self.bytes.count)])
      case 1: bytes.append(UInt8(random.below(256)))
      case 2: bytes += [UInt8](repeating: 0x61, count: random.below(20))
      default: bytes += Array(["א", "ب", "中", "😀", "é"][random.below(5)].utf8)
      }
    }
    return bytes
  }
}
