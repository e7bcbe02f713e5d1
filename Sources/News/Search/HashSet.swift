/// Which texts were there before, by 64 bits of hash: a set that costs no allocation a text.
struct HashSet {
  private var slots = [UInt64](repeating: 0, count: 256)
  private var count = 0

  /// Takes a text; false when it was there.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if count * 2 >= slots.count { grow() }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a; 0 stands for an empty slot
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return insert(hash == 0 ? 1 : hash)
  }

  /// Empties it.
  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    for slot in slots.indices { slots[slot] = 0 }
  }

  private mutating func insert(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = hash
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for hash in old where hash != 0 { _ = insert(hash) }
  }
}
