import UnicodeData

/// Resolves the embedding level of each scalar of a paragraph (UAX #9, P2–I2).
///
/// One file beside this one is one section of the standard; each extends the resolver over its
/// scratch. All of it is linear in the scalars, and the buffers are kept from paragraph to
/// paragraph: each that is used is at least `count` long, and only its first `count` elements mean
/// something.
struct BidiResolver {
  /// How many scalars the paragraph has.
  var count = 0
  /// Which classes there are.
  var present: BidiClassSet = []
  /// The level of the paragraph (P2–P3, or as told).
  var paragraphLevel = EmbeddingLevel.zero
  /// The resolved level of each scalar; what X9 removes has the level of the scalar before it.
  var levels: [EmbeddingLevel] = []

  // MARK: Isolates, in the order of their initiators (BD9)

  var isolates: [Isolate] = []
  var openIsolates: [Int] = []

  // MARK: Level runs (BD7, X10), where there are explicit controls

  /// The class of each scalar, that of an override where one is in force.
  var classes: [BidiClass] = []
  var statuses = DirectionalStatusStack()
  var runs: [LevelRun] = []
  var continuedRuns: [Int] = []

  // MARK: The isolating run sequence at hand (BD13)

  var sequence = IsolatingRunSequence()
  /// The class of each of its scalars, and in its mixed stretches what the rules make of it.
  var types: [BidiClass] = []
  /// The place of each of its scalars in the paragraph; not used when it is the whole of it.
  var places: [UInt32] = []
  /// Where the rules have something to decide, in order.
  var mixedStretches: [MixedStretch] = []

  // MARK: Bracket pairs of the sequence (BD14–BD16)

  var openBrackets: [OpenBracket] = []
  var bracketPairs: [BracketPair] = []

  init() {}

  /// Resolves a paragraph.
  mutating func resolve(_ text: borrowing ScalarText, _ direction: ParagraphDirection) {
    count = text.count
    present = text.present.bidiClasses
    levels.makeRoom(for: count, .zero)
    findParagraphLevel(direction, text)
    setLevels(of: 0..<count, to: paragraphLevel)
    // Nothing to be decided in half of all paragraphs: no word, no number goes the other way.
    if present.isDisjoint(with: .raising(above: paragraphLevel)) { return }
    types.makeRoom(for: count, .l)
    if present.isDisjoint(with: .explicit) {
      resolveAsOneSequence(text)
    } else {
      classes.makeRoom(for: count, .l)
      places.makeRoom(for: count, 0)
      copyClasses(of: text, &classes)
      resolveExplicitLevels()
      resolveSequences(text)
      levelRemoved()
    }
    resetSeparators(text)
  }
}

extension BidiResolver {
  /// Without explicit controls the paragraph is one level run, and that is one sequence.
  private mutating func resolveAsOneSequence(_ text: borrowing ScalarText) {
    copyClasses(of: text, &types)
    sequence = IsolatingRunSequence(
      count: count, level: paragraphLevel, startOfSequence: paragraphLevel.direction,
      endOfSequence: paragraphLevel.direction, isWholeParagraph: true)
    resolveSequence(text)
  }

  /// The rules of one sequence, in their order. Its scalars have its level already.
  mutating func resolveSequence(_ text: borrowing ScalarText) {
    findMixedStretches()
    if mixedStretches.isEmpty { return }
    for stretch in mixedStretches { resolveWeakTypes(of: stretch) }
    if text.hasBrackets { resolveBracketPairs(text) }
    for stretch in mixedStretches {
      resolveNeutralTypes(of: stretch)
      resolveImplicitLevels(of: stretch)
    }
  }

  mutating func setLevels(of places: Range<Int>, to level: EmbeddingLevel) {
    levels.withUnsafeMutableBufferPointer { $0[places].update(repeating: level) }
  }
}

private func copyClasses(of text: borrowing ScalarText, _ classes: inout [BidiClass]) {
  let given = text.classes.span
  let properties = text.table.properties
  var classes = classes.mutableSpan
  for place in 0..<text.count {
    classes[unchecked: place] = properties[given[unchecked: place]].bidiClass
  }
}
