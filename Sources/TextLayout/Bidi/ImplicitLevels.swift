import UnicodeData

// I1–I2: from types to levels.
extension BidiResolver {
  mutating func resolveImplicitLevels() {
    let level = sequence.level.rawValue
    let isOdd = sequence.level.isRightToLeft
    let increments = ImplicitLevels(
      left: EmbeddingLevel(rawValue: level + (isOdd ? 1 : 0)),
      right: EmbeddingLevel(rawValue: level + (isOdd ? 0 : 1)),
      number: EmbeddingLevel(rawValue: level + (isOdd ? 1 : 2)))
    if sequence.isWholeParagraph {
      increments.write(types, sequence.count, to: &levels)
    } else {
      increments.write(types, sequence.count, to: &levels, at: places)
    }
  }
}

/// What I1 and I2 make of each type at one level.
private struct ImplicitLevels {
  var left: EmbeddingLevel
  var right: EmbeddingLevel
  var number: EmbeddingLevel

  func level(of type: BidiClass) -> EmbeddingLevel {
    type == .r ? right : type == .l ? left : number
  }

  func write(_ types: [BidiClass], _ count: Int, to levels: inout [EmbeddingLevel]) {
    let types = types.span
    var levels = levels.mutableSpan
    for index in 0..<count { levels[index] = level(of: types[index]) }
  }

  func write(
    _ types: [BidiClass], _ count: Int, to levels: inout [EmbeddingLevel], at places: [Int]
  ) {
    let types = types.span
    let places = places.span
    var levels = levels.mutableSpan
    for index in 0..<count { levels[places[index]] = level(of: types[index]) }
  }
}
