/// First and second scalar → primary composite.
struct CompositionPairs {
  /// First << 32 | second, ascending.
  private let keys: [UInt64]
  private let composites: [UInt32]

  init() {
    let numbers = EncodedBytes(NormalizationData.compositions).numbers(ofSize: 3)
    let places = 0..<numbers.count / 3
    keys = places.map { UInt64(numbers[3 * $0]) << 32 | UInt64(numbers[3 * $0 + 1]) }
    composites = places.map { numbers[3 * $0 + 2] }
  }

  subscript(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let key = UInt64(first) << 32 | UInt64(second)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? composites[low] : nil
  }
}
