import UnicodeData

/// Resolves the embedding level of each scalar of a paragraph (UAX #9, P2–I2).
///
/// One file beside this one is one section of the standard; each extends the resolver over its
/// scratch. All of it is linear in the scalars, and the buffers are kept from paragraph to
/// paragraph: each is at least `count` long, and only its first `count` elements mean something.
struct BidiResolver {
  /// How many scalars the paragraph has.
  var count = 0
  /// The class of each scalar as it was given; not filled where all is left to right.
  var classes: [BidiClass] = []
  /// Which classes there are.
  var present: BidiClassSet = []
  /// The level of the paragraph (P2–P3, or as told).
  var paragraphLevel = EmbeddingLevel.zero
  /// The resolved level of each scalar; what X9 removes has the level of the scalar before it.
  var levels: [EmbeddingLevel] = []

  // MARK: Isolates, in the order of their initiators (BD9)

  var isolates: [Isolate] = []
  var openIsolates: [Int] = []

  // MARK: Level runs of what X9 keeps (BD7, X10)

  var statuses = DirectionalStatusStack()
  var kept: [KeptScalar] = []
  var runs: [LevelRun] = []
  var continuedRuns: [Int] = []

  // MARK: The isolating run sequence at hand (BD13)

  var sequence = IsolatingRunSequence()
  /// The class of each of its scalars as the rules change it.
  var types: [BidiClass] = []
  /// The place of each of its scalars in the paragraph; not used when it is the whole of it.
  var places: [Int] = []

  // MARK: Bracket pairs of the sequence (BD14–BD16)

  var openBrackets: [OpenBracket] = []
  var bracketPairs: [BracketPair] = []

  init() {}

  /// Resolves a paragraph.
  mutating func resolve(_ text: borrowing ScalarText, _ direction: ParagraphDirection) {
    count = text.count
    present = text.presentBidiClasses
    makeRoom()
    if direction != .rightToLeft && present.isDisjoint(with: .reordering) {
      return beLeftToRight()
    }
    load(text)
    findParagraphLevel(direction, text)
    if present.isDisjoint(with: .explicit) {
      resolveAsOneSequence(text)
    } else {
      resolveExplicitLevels()
      resolveSequences(text)
      levelRemoved()
    }
    resetSeparators()
  }
}

extension BidiResolver {
  private mutating func makeRoom() {
    let more = count - classes.count
    guard more > 0 else { return }
    classes.append(contentsOf: repeatElement(.l, count: more))
    types.append(contentsOf: repeatElement(.l, count: more))
    places.append(contentsOf: repeatElement(0, count: more))
    levels.append(contentsOf: repeatElement(.zero, count: more))
  }

  /// Where nothing can raise a level above the paragraph's 0, that is all there is to resolve.
  private mutating func beLeftToRight() {
    paragraphLevel = .zero
    let count = count
    var levels = levels.mutableSpan
    for place in 0..<count { levels[place] = .zero }
  }

  /// Takes over the classes of a text.
  private mutating func load(_ text: borrowing ScalarText) {
    isolates.removeAll(keepingCapacity: true)
    copyClasses(text.classes, count, text.table.properties, &classes, &types)
  }

  /// Without explicit controls the paragraph is one level run, and that is one sequence.
  private mutating func resolveAsOneSequence(_ text: borrowing ScalarText) {
    sequence = IsolatingRunSequence(
      count: count, level: paragraphLevel, startOfSequence: paragraphLevel.direction,
      endOfSequence: paragraphLevel.direction, isWholeParagraph: true)
    resolveSequence(text)
  }

  /// The rules of one sequence, in their order.
  mutating func resolveSequence(_ text: borrowing ScalarText) {
    resolveWeakTypes()
    if text.hasBrackets {
      resolveBracketPairs(text)
    }
    resolveNeutralTypes()
    resolveImplicitLevels()
  }
}

private func copyClasses(
  _ given: [ScalarClass], _ count: Int, _ properties: ClassProperties,
  _ classes: inout [BidiClass], _ types: inout [BidiClass]
) {
  var classes = classes.mutableSpan
  var types = types.mutableSpan
  for place in 0..<count {
    let bidiClass = properties[given[place]].bidiClass
    classes[place] = bidiClass
    types[place] = bidiClass
  }
}
