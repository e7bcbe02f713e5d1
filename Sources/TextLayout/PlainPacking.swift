import UnicodeData

// The road that nearly all of most texts takes: scalars of which each is a cluster.
extension ClusterPacking {
  /// Adds scalars from `start` on, where a grapheme cluster begins, as long as they are plain and
  /// have the level of the run at hand. Each begins a cluster, since no rule but GB999 knows it or
  /// what stands before it. Returns the place of the first other one.
  mutating func addPlain(_ text: borrowing AnalysedText, from start: Int) -> Int {
    guard count > 0 && text.levels[start] == runLevel else { return start }
    if start >= endOfLevel { endOfLevel = text.endOfLevel(from: start) }
    var place = start
    var stop = start
    while place == stop && place < endOfLevel {
      place = addPlainEights(text, place..<endOfLevel)
      stop = min(place + 8, endOfLevel)
      place = addPlainOnes(text, place..<stop)
    }
    noteLast(of: start..<place, text)
    return place
  }

  private mutating func addPlainOnes(
    _ text: borrowing AnalysedText, _ places: Range<Int>
  ) -> Int {
    let shown = text.shown.span
    let classes = text.classes.span
    let offsets = text.offsets.span
    let opportunities = text.opportunities.span
    let plainMeasures = text.plainMeasures.span
    let level = UInt64(runLevel.rawValue) << 53
    var place = places.lowerBound
    var count = count
    while place < places.upperBound {
      let measure = plainMeasures[unchecked: Int(classes[unchecked: place].rawValue)]
      if measure == 0 { break }
      let scalar = shown[unchecked: place]
      clusters[count].bits =
        UInt64(offsets[unchecked: place]) | (UInt64(scalar) & 0x1F_FFFF) << 32 | level
      measures[count].bits = measure
      measures[count &- 1].bits |=
        opportunities[unchecked: place] == .prohibited ? 0 : ClusterMeasure.mayBreak
      // An alef in the cell of its lam is written over by what follows.
      count &+= scalar == CursiveJoining.absorbed ? 0 : 1
      place &+= 1
    }
    self.count = count
    return place
  }

  /// The same eight at a time, as long as no alef among them is in the cell of its lam: half the
  /// instructions. A word holds what is asked of eight, the first in the lowest byte.
  private mutating func addPlainEights(
    _ text: borrowing AnalysedText, _ places: Range<Int>
  ) -> Int {
    let classes = text.classes.span
    let plainMeasures = text.plainMeasures.span
    let shown = text.shown.span.bytes
    let offsets = text.offsets.span.bytes
    let opportunities = text.opportunities.span.bytes
    let level = SIMD8<UInt64>(repeating: UInt64(runLevel.rawValue) << 53)
    var place = places.lowerBound
    while place &+ 8 <= places.upperBound {
      var ofEight: UInt64 = 0
      for index in 0..<8 {
        let measure = plainMeasures[unchecked: Int(classes[unchecked: place &+ index].rawValue)]
        ofEight |= UInt64(measure) &<< UInt64(8 &* index)
      }
      let scalars = shown.unsafeLoadUnaligned(
        fromUncheckedByteOffset: 4 &* place, as: SIMD8<UInt32>.self)
      if ofEight.hasZeroByte || scalars.holdAbsorbed { break }
      let sources = offsets.unsafeLoadUnaligned(
        fromUncheckedByteOffset: 4 &* place, as: SIMD8<UInt32>.self)
      let packed =
        SIMD8<UInt64>(truncatingIfNeeded: sources) | level
        | SIMD8<UInt64>(truncatingIfNeeded: scalars) &<< 32
      UnsafeMutableRawPointer(clusters + count).storeBytes(of: packed, as: SIMD8<UInt64>.self)
      let breaks = UInt64(
        littleEndian: opportunities.unsafeLoadUnaligned(
          fromUncheckedByteOffset: place, as: UInt64.self)
      ).mayBreakBefore
      measures[count &- 1].bits |= UInt8(truncatingIfNeeded: breaks)
      UnsafeMutableRawPointer(measures + count).storeBytes(
        of: (ofEight | breaks >> 8).littleEndian, as: UInt64.self)
      count &+= 8
      place &+= 8
    }
    return place
  }

  /// Makes the last of some plain scalars the grapheme cluster at hand; an alef in the cell of its
  /// lam has none.
  private mutating func noteLast(of places: Range<Int>, _ text: borrowing AnalysedText) {
    guard let last = places.last(where: { text.shown[$0] != CursiveJoining.absorbed }) else {
      return
    }
    beginCluster(at: text.offsets[last], runLevel)
    emitted = 1
  }
}

extension SIMD8<UInt32> {
  /// Whether `CursiveJoining.absorbed` is among them, which alone has the highest bit.
  @inline(__always)
  fileprivate var holdAbsorbed: Bool {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return (two.x | two.y) >> 31 != 0
  }
}

extension UInt64 {
  /// Whether one of its bytes is zero; none may have its highest bit set.
  @inline(__always)
  fileprivate var hasZeroByte: Bool {
    (self &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0
  }

  /// Eight opportunities as `ClusterMeasure.mayBreak` in each byte.
  @inline(__always)
  fileprivate var mayBreakBefore: UInt64 {
    ((self | self >> 1) & 0x0101_0101_0101_0101) << 2
  }
}
