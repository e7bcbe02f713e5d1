import UnicodeData

// I1–I2: from types to levels.
extension BidiResolver {
  mutating func resolveImplicitLevels(of stretch: MixedStretch) {
    let level = sequence.level.rawValue
    let isOdd = sequence.level.isRightToLeft
    let left = EmbeddingLevel(rawValue: level + (isOdd ? 1 : 0))
    let right = EmbeddingLevel(rawValue: level + (isOdd ? 0 : 1))
    let number = EmbeddingLevel(rawValue: level + (isOdd ? 1 : 2))
    for index in stretch.start..<stretch.end {
      let type = types[index]
      levels[place(of: index)] = type == .r ? right : type == .l ? left : number
    }
  }
}
