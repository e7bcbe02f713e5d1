extension Array {
  /// Makes it at least `count` long, for a buffer that is kept from paragraph to paragraph. What was in
  /// it is lost where that asks for more memory: so the old is given back before the new is taken.
  mutating func makeRoom(for count: Int, _ filler: Element) {
    let old = self.count
    guard old < count else { return }
    self = []
    self = Array(repeating: filler, count: Swift.max(count, old + old / 2))
  }
}
