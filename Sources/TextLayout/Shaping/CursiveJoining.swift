import UnicodeData

/// Gives each Arabic letter the presentation form that its neighbours ask for, in logical order.
///
/// Letters join within one level run (UAX #9, 3.5): transparent characters between them are skipped,
/// but not one of another level. At an even level, which only an override can give to letters, each
/// joins to what it will stand beside: its sides change places. The forms are those of the paragraph:
/// where a line ends inside a word, they stay.
struct CursiveJoining {
  /// What stands for an alef that went into the cell of its lam.
  static let absorbed: UInt32 = .max

  private let forms = JoiningForms()

  init() {}

  /// Puts what each scalar shows into its place.
  func shape(_ text: inout ScalarText, _ levels: [EmbeddingLevel]) {
    join(&text.scalars, text.classes, text.count, text.table.properties, levels, forms)
  }
}

/// The last scalar that is not transparent, while its form waits for the one that follows it.
private struct WaitingLetter {
  /// Its place; -1 while there is none.
  var place = -1
  var scalar: UInt32 = 0
  var joinsBefore: UInt32 = 0
  var sides = JoiningForms.Sides()
  var level = EmbeddingLevel.zero
  /// Whether a format character stood behind it.
  var isFormatBehind = false
}

private func join(
  _ scalars: inout [UInt32], _ classes: [ScalarClass], _ count: Int, _ properties: ClassProperties,
  _ levels: [EmbeddingLevel], _ forms: borrowing JoiningForms
) {
  var waiting = WaitingLetter()
  var place = 0
  while true {
    place = skipPlain(&scalars, count, levels, forms, from: place, &waiting)
    let end = min(place + 64, count)
    place = joinRun(&scalars, classes, end, levels, forms, from: place, &waiting)
    if place == count { break }
    if place == end { continue }
    let own = properties[classes[place]]
    if own.joiningType == .t {
      waiting.isFormatBehind = waiting.isFormatBehind || own.isFormat
      if levels[place] != waiting.level && waiting.scalar != 0x200D
        && !BidiClassSet.removed.contains(own.bidiClass)
      {
        waiting.sides = []
      }
    } else {
      joinNext(classes[place], levels[place], forms, at: place, &waiting, &scalars)
    }
    place += 1
  }
  showAlone(waiting, forms, &scalars)
}

/// Gives a letter that waits the form of one that nothing behind it joins to.
private func showAlone(
  _ waiting: WaitingLetter, _ forms: borrowing JoiningForms, _ scalars: inout [UInt32]
) {
  if waiting.place < 0 { return }
  scalars[waiting.place] = forms.form(of: waiting.scalar, waiting.joinsBefore, 0, waiting.level)
}

/// Passes over ASCII, eight at a time, none of which joins: most of a text in English that has an
/// Arabic name in it. Returns where it ends.
private func skipPlain(
  _ scalars: inout [UInt32], _ count: Int, _ levels: [EmbeddingLevel],
  _ forms: borrowing JoiningForms, from start: Int, _ waiting: inout WaitingLetter
) -> Int {
  if start + 8 > count || scalars[start] >= 0x80 { return start }
  let end = endOfPlain(scalars, count, from: start)
  if end == start { return start }
  showAlone(waiting, forms, &scalars)
  waiting = WaitingLetter(place: end - 1, scalar: scalars[end - 1], level: levels[end - 1])
  return end
}

private func endOfPlain(_ scalars: [UInt32], _ count: Int, from start: Int) -> Int {
  let scalars = scalars.span
  var place = start
  while place &+ 8 <= count {
    var all: UInt32 = 0
    for index in place..<place &+ 8 { all |= scalars[unchecked: index] }
    if all >= 0x80 { break }
    place &+= 8
  }
  return place
}

/// Joins scalars as long as each stands right behind the one that waits and at its level, none is
/// transparent, and no lam meets an alef: what of most texts is most. In the shapes of a word there is
/// nothing to predict, so no branch depends on them. Returns the place of the first other scalar.
private func joinRun(
  _ scalars: inout [UInt32], _ classes: [ScalarClass], _ end: Int, _ levels: [EmbeddingLevel],
  _ forms: borrowing JoiningForms, from start: Int, _ waiting: inout WaitingLetter
) -> Int {
  if start == 0 || start >= end || waiting.place + 1 != start || waiting.isFormatBehind {
    return start
  }
  var scalars = scalars.mutableSpan
  let classes = classes.span
  let levels = levels.span
  let sidesOfClasses = forms.sides.span
  let deltas = forms.deltas.span
  let level = waiting.level
  let firstSides = JoiningForms.firstSides(at: level)
  let firstDelta = JoiningForms.firstDelta(at: level)
  var letter = waiting.scalar
  var joinsBefore = waiting.joinsBefore
  var before = UInt32(waiting.sides.rawValue)
  var place = start
  while place < end {
    let scalarClass = Int(classes[unchecked: place].rawValue)
    let sides = UInt32(sidesOfClasses[unchecked: firstSides &+ scalarClass].rawValue)
    if levels[unchecked: place] != level || sides & 4 != 0 { break }
    let scalar = scalars[unchecked: place]
    if letter == 0x0644 && scalar &- 0x0622 < 6 { break }
    let joins = before >> 1 & sides & 1
    let delta = deltas[
      unchecked: firstDelta &+ JoiningForms.place(letter, joinsBefore, joins)]
    scalars[unchecked: place &- 1] = letter &+ UInt32(delta)
    letter = scalar
    joinsBefore = joins
    before = sides
    place &+= 1
  }
  waiting.place = place - 1
  waiting.scalar = letter
  waiting.joinsBefore = joinsBefore
  waiting.sides = JoiningForms.Sides(rawValue: UInt8(before))
  return place
}

/// Joins the scalar that waits to the next one that is not transparent, which then waits.
private func joinNext(
  _ scalarClass: ScalarClass, _ level: EmbeddingLevel, _ forms: borrowing JoiningForms,
  at place: Int, _ waiting: inout WaitingLetter, _ scalars: inout [UInt32]
) {
  let scalar = scalars[place]
  let sides = forms.sides[JoiningForms.firstSides(at: level) + Int(scalarClass.rawValue)]
  // ZWJ joins at any level: the bidi algorithm does not see it, and it has none of its own.
  let isAtLevel = level == waiting.level || scalar == 0x200D || waiting.scalar == 0x200D
  let joins = isAtLevel && waiting.sides.contains(.after) && sides.contains(.before)
  let next = WaitingLetter(
    place: place, scalar: scalar, joinsBefore: joins ? 1 : 0, sides: sides, level: level)
  if joins && waiting.scalar == 0x0644 && waiting.level.isRightToLeft && !waiting.isFormatBehind,
    let ligature = forms.lamAlef(with: scalar)
  {
    scalars[waiting.place] = ligature + waiting.joinsBefore
    waiting = next
    waiting.scalar = CursiveJoining.absorbed
    waiting.sides = []
  } else {
    if waiting.place >= 0 {
      scalars[waiting.place] = forms.form(
        of: waiting.scalar, waiting.joinsBefore, next.joinsBefore, waiting.level)
    }
    waiting = next
  }
}
