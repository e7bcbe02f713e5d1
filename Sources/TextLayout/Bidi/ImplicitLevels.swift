import UnicodeData

// I1–I2: from types to levels.
extension BidiResolver {
  mutating func resolveImplicitLevels() {
    let level = sequence.level
    let left = EmbeddingLevel(rawValue: level.rawValue + (level.isRightToLeft ? 1 : 0))
    let right = EmbeddingLevel(rawValue: level.rawValue + (level.isRightToLeft ? 0 : 1))
    let number = EmbeddingLevel(rawValue: level.rawValue + (level.isRightToLeft ? 1 : 2))
    for index in 0..<sequence.count {
      let resolved: EmbeddingLevel
      switch types[index] {
      case .l: resolved = left
      case .r: resolved = right
      default: resolved = number
      }
      levels[place(of: index)] = resolved
    }
  }
}
