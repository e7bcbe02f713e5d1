/// Numbers that are the same in every run (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number below `limit`; 0 where there is none.
  mutating func below(_ limit: Int) -> Int {
    limit > 0 ? Int(next() >> 33) % limit : 0
  }

  /// Whether something that happens `count` times in a hundred happens now.
  mutating func happens(_ count: Int) -> Bool {
    below(100) < count
  }
}
