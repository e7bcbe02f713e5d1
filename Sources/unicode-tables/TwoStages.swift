/// A table of one byte a scalar in two stages: blocks of 128, equal ones kept once.
struct TwoStages {
  /// Block numbers, by scalar / 128; trailing zero blocks may be cut.
  private(set) var blocks: [UInt8] = []
  /// The blocks, one after the other.
  private(set) var values: [UInt8] = []

  /// Fails when there are more than 256 different blocks.
  init(_ table: [UInt8]) throws {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    for start in stride(from: 0, to: table.count, by: 128) {
      let block = table[start..<start + 128]
      if numbers[block] == nil {
        numbers[block] = numbers.count
        values += block
      }
      guard let number = numbers[block], number < 256 else {
        throw TableError("more than 256 different blocks: a block's number no longer fits a byte")
      }
      blocks.append(UInt8(number))
    }
  }
}
