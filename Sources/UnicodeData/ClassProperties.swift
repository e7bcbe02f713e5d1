/// Class → properties: 256 words, the unused ones zero.
@frozen public struct ClassProperties {
  @usableFromInline let words: UnsafePointer<UInt32>

  /// How many classes there are; their numbers run from 0.
  public let count: Int

  init(_ data: EncodedBytes) {
    let numbers = data.numbers(ofSize: 4)
    let words = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    words.initialize(repeating: 0, count: 256)
    for (index, number) in numbers.enumerated() { words[index] = number }
    self.words = UnsafePointer(words)
    count = numbers.count
  }

  /// The properties of a class.
  @inlinable public subscript(_ scalarClass: ScalarClass) -> ScalarProperties {
    ScalarProperties(bits: words[Int(scalarClass.rawValue)])
  }
}
