/// Puts scalars into Normalization Form C (UAX #15). It owns its scratch: keep one a thread.
///
/// Text that is in NFC already is only looked at; elsewhere just the stretches from one certain
/// starter to the next are decomposed, put in canonical order and composed again. Cost is linear but
/// for the ordering of marks, n log n in one stretch.
public struct Composer {
  /// A scalar of a stretch that is being composed.
  private struct Piece {
    var scalar: UInt32
    var combiningClass: UInt8
    var origin: UInt32
  }

  private var pieces: [Piece] = []
  private var scalars: [UInt32] = []
  private var origins: [UInt32] = []

  /// A composer without scratch.
  public init() {}

  /// Composes `text` in place. `places` has one number a scalar, ascending: where it comes from; each
  /// scalar of the result keeps the number of the first scalar that went into it, lowered where need
  /// be so that they still ascend. Returns whether anything changed.
  @discardableResult
  public mutating func compose(_ text: inout [UInt32], places: inout [UInt32]) -> Bool {
    let table = ScalarTable.shared
    guard var stretch = nextStretch(in: text, from: 0, table) else { return false }
    scalars.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    var copied = 0
    while true {
      scalars += text[copied..<stretch.lowerBound]
      origins += places[copied..<stretch.lowerBound]
      decompose(stretch, of: text, places)
      composePieces()
      copied = stretch.upperBound
      guard let next = nextStretch(in: text, from: copied, table) else { break }
      stretch = next
    }
    scalars += text[copied...]
    origins += places[copied...]
    swap(&scalars, &text)
    swap(&origins, &places)
    return true
  }
}

// MARK: Steps

extension Composer {
  /// The next stretch that may not be in NFC: from the last certain starter before a doubtful scalar
  /// to the next one after it. Marks in canonical order that never compose are not doubtful.
  private func nextStretch(
    in text: [UInt32], from start: Int, _ table: ScalarTable
  ) -> Range<Int>? {
    var starter = start
    var last: UInt8 = 0
    for index in start..<text.count {
      let properties = table.properties(of: text[index])
      guard properties.needsNormalization else {
        starter = index
        last = 0
        continue
      }
      let own = properties.isReordered ? CombiningClass.of(text[index]) : 0
      if properties.mayCompose || own < last && own != 0 {
        return starter..<endOfStretch(in: text, after: index, table)
      }
      last = own
    }
    return nil
  }

  private func endOfStretch(in text: [UInt32], after index: Int, _ table: ScalarTable) -> Int {
    var end = index + 1
    while end < text.count, table.properties(of: text[end]).needsNormalization { end += 1 }
    return end
  }

  /// Fills `pieces` with the canonical decomposition of a stretch, in canonical order.
  private mutating func decompose(_ stretch: Range<Int>, of text: [UInt32], _ places: [UInt32]) {
    pieces.removeAll(keepingCapacity: true)
    for index in stretch {
      Composition.decompose(text[index]) { scalar in
        let own = CombiningClass.of(scalar)
        pieces.append(Piece(scalar: scalar, combiningClass: own, origin: places[index]))
      }
    }
    var start = 0
    while start < pieces.count {
      var end = start
      while end < pieces.count, pieces[end].combiningClass != 0 { end += 1 }
      if end - start > 1 { pieces[start..<end].sort { $0.combiningClass < $1.combiningClass } }
      start = end + 1
    }
  }

  /// Canonical composition (D117) of `pieces`, appended to the result.
  private mutating func composePieces() {
    let first = scalars.count
    var starter: Int?
    var last: UInt8 = 0
    for piece in pieces {
      if let place = starter, isUnblocked(piece, after: last, adjacent: place == scalars.count - 1),
        let composite = Composition.compose(scalars[place], piece.scalar)
      {
        scalars[place] = composite
        continue
      }
      if piece.combiningClass == 0 { starter = scalars.count }
      last = piece.combiningClass
      scalars.append(piece.scalar)
      origins.append(piece.origin)
    }
    makeOriginsAscend(from: first)
  }

  /// Nothing between the starter and the piece keeps them apart (D115).
  private func isUnblocked(_ piece: Piece, after last: UInt8, adjacent: Bool) -> Bool {
    adjacent || last != 0 && last < piece.combiningClass
  }

  private mutating func makeOriginsAscend(from first: Int) {
    guard var lowest = origins.last else { return }
    for index in stride(from: origins.count - 1, through: first, by: -1) {
      lowest = min(lowest, origins[index])
      origins[index] = lowest
    }
  }
}
