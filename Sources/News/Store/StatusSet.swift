/// Numbers of statuses, a bit each: those of the articles that a file brings first follow one
/// another, and a million of them take less than a megabyte.
struct StatusSet {
  private var words: [Int64: UInt64] = [:]

  /// Whether a number is in it.
  func contains(_ status: Int64) -> Bool {
    words[status >> 6, default: 0] & 1 << UInt64(status & 63) != 0
  }

  /// Adds a number; false where it was in it.
  mutating func insert(_ status: Int64) -> Bool {
    let bit: UInt64 = 1 << UInt64(status & 63)
    let before = words[status >> 6, default: 0]
    guard before & bit == 0 else { return false }
    words[status >> 6] = before | bit
    return true
  }

  /// Takes a number out; false where it was not in it.
  mutating func remove(_ status: Int64) -> Bool {
    guard contains(status) else { return false }
    words[status >> 6, default: 0] &= ~(1 << UInt64(status & 63))
    return true
  }
}
