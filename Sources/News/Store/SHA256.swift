/// SHA-256 (FIPS 180-4), for keys that must be the same on every machine for ever and that nobody
/// can make collide on purpose.
struct SHA256 {
  private var state: [8 of UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var block = [64 of UInt8](repeating: 0)
  private var filled = 0
  private var count: UInt64 = 0

  /// Takes in one byte.
  mutating func append(_ byte: UInt8) {
    block[filled] = byte
    filled += 1
    count &+= 1
    if filled == 64 { compress() }
  }

  /// Takes in the UTF-8 of a text.
  mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// The first 16 bytes of the digest, as two numbers.
  mutating func first16Bytes() -> (UInt64, UInt64) {
    let bits = count &* 8
    append(0x80)
    while filled != 56 { append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    return (
      UInt64(state[0]) << 32 | UInt64(state[1]), UInt64(state[2]) << 32 | UInt64(state[3])
    )
  }
}

extension SHA256 {
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// FIPS 180-4, section 6.2.2, over a schedule of 16 words that is renewed as it goes.
  private mutating func compress() {
    var words = [16 of UInt32](repeating: 0)
    for i in 0..<16 {
      words[i] =
        UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16
        | UInt32(block[4 * i + 2]) << 8 | UInt32(block[4 * i + 3])
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    Self.constants.withUnsafeBufferPointer { constants in
      for i in 0..<64 {
        if i >= 16 {
          let w1 = words[(i + 1) & 15]
          let w14 = words[(i + 14) & 15]
          let s0 = rotate(w1, 7) ^ rotate(w1, 18) ^ (w1 >> 3)
          let s1 = rotate(w14, 17) ^ rotate(w14, 19) ^ (w14 >> 10)
          words[i & 15] = words[i & 15] &+ s0 &+ words[(i + 9) & 15] &+ s1
        }
        let upper1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let chosen = (e & f) ^ (~e & g)
        let first = h &+ upper1 &+ chosen &+ constants[i] &+ words[i & 15]
        let upper0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        (h, g, f, e) = (g, f, e, d &+ first)
        (d, c, b, a) = (c, b, a, first &+ upper0 &+ majority)
      }
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
    filled = 0
  }

  private func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }
}
