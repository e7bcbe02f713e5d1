/// A map from scalars to numbers, sorted and searched by halves: for what a flag has announced.
struct SortedPairs {
  private let keys: [UInt32]
  private let values: [UInt32]

  /// Decodes key, value, key, value … of three bytes each, keys ascending.
  init(_ data: EncodedBytes) {
    let numbers = data.numbers(ofSize: 3)
    let places = 0..<numbers.count / 2
    keys = places.map { numbers[2 * $0] }
    values = places.map { numbers[2 * $0 + 1] }
  }

  /// The value of `key`.
  subscript(_ key: UInt32) -> UInt32? {
    let place = keys.lowerBound(of: key)
    return place < keys.count && keys[place] == key ? values[place] : nil
  }
}

extension [UInt32] {
  /// The first place whose number is not less than `key`, in an ascending array.
  func lowerBound(of key: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
