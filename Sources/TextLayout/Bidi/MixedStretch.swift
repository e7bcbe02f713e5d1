import UnicodeData

/// A stretch of a sequence in which the rules W1–I2 have something to decide.
///
/// Elsewhere all takes the sequence's own level whatever the rules make of it: right to left, where
/// there is neither a letter of the other direction nor a number; left to right, where there is no
/// right-to-left letter, no Arabic number, and no number behind either. Neutrals there stand between
/// strong types of the embedding direction, or at the border of such a stretch, where rule N2 gives
/// them the same. So most of a text is only looked through: a quarter of the time of the rules.
struct MixedStretch {
  /// Where it begins in the sequence: with the start, or what brings the other direction in.
  var start: Int
  /// Where it ends: before a strong type of the embedding direction, or with the sequence.
  var end: Int
  /// The strong type before it, AL included, or sos: for W2 and W7.
  var strongBefore: BidiClass
  /// The direction before it as N1 sees it.
  var directionBefore: BidiClass
}

extension BidiResolver {
  mutating func findMixedStretches() {
    mixedStretches.removeAll(keepingCapacity: true)
    let direction = sequence.level.direction
    let beginners: BidiClassSet = direction == .r ? .leftward : .rightwardInLeftToRight
    let enders: BidiClassSet = direction == .r ? .rightToLeftLetters : BidiClassSet(.l)
    // Only at the start may the direction before be the other one.
    var isMixed = sequence.startOfSequence != direction
    var index = 0
    while index < sequence.count {
      var start = index
      if !isMixed {
        start = first(of: beginners, from: index)
        if start == sequence.count { return }
        if types[start] == .en { start = firstTerminator(before: start, from: index) }
      }
      let end = first(of: enders, from: start)
      mixedStretches.append(
        MixedStretch(
          start: start, end: end,
          strongBefore: isMixed ? sequence.startOfSequence : strong(before: start, from: index),
          directionBefore: isMixed ? sequence.startOfSequence : direction))
      isMixed = false
      index = end
    }
  }

  /// The first scalar from `start` on of one of some classes; the sequence's end if there is none.
  private func first(of classes: BidiClassSet, from start: Int) -> Int {
    let types = types.span
    var index = start
    while index < sequence.count && !classes.contains(types[unchecked: index]) { index &+= 1 }
    return index
  }

  /// Where the European terminators begin that a number takes in (W5), marks on them included (W1);
  /// the number itself if there are none.
  private func firstTerminator(before number: Int, from start: Int) -> Int {
    var first = number
    var index = number
    while index > start && (types[index - 1] == .et || types[index - 1] == .nsm) {
      index -= 1
      if types[index] == .et { first = index }
    }
    return first
  }

  /// The last strong type before a stretch. What is looked at lies between it and the one before.
  private func strong(before end: Int, from start: Int) -> BidiClass {
    var index = end
    while index > start {
      index -= 1
      if types[index].isStrong { return types[index] }
    }
    return sequence.startOfSequence
  }
}
