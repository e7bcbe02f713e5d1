import UnicodeData

/// Finds the line break opportunities of a text (UAX #14, no tailoring), in linear time.
///
/// What the rules say of a state and a unit is asked once and remembered in a table, so that a scalar
/// costs two loads; states are found as text meets them. Letters, digits and spaces are passed over
/// without it (`PlainUnit`), which halves the time. Keep one a thread: it owns that memory.
struct BreakOpportunities {
  private let properties = ScalarTable.shared.properties
  /// Class → its column; where the rules look ahead, the first of several.
  private let columns: [UInt8]
  /// Column → the unit it stands for.
  private let units: [BreakUnit]
  /// Columns from here on stand for units whose `following` is added to the column.
  private let firstAhead: UInt8
  /// The states met so far: that at the start of a text, those after plain units, others.
  private var states = PlainUnit.allCases.map(\.state)
  /// A row of columns for each state: `Transition`s, 0 where not asked yet.
  private var transitions: [UInt32]
  /// Class → what it is among plain units.
  private let plainUnits: [PlainUnit]

  /// What the rules said: where the next state's row starts in the low 24 bits, the opportunity above,
  /// and a bit that is always set.
  private enum Transition {
    static let rowMask: UInt32 = 0xFF_FFFF
    static let known: UInt32 = 1 << 31

    static func opportunity(_ entry: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: entry >> 24 & 3)
    }
  }

  /// Has met no text yet.
  init() {
    let properties = properties
    let unitOfClass = (0..<properties.count).map { number in
      let own = properties[ScalarClass(rawValue: UInt8(number))]
      return BreakUnit(lineBreakClass: own.lineBreakClass, isEastAsian: own.isEastAsian)
    }
    var units: [BreakUnit] = []
    var places = [UInt8?](repeating: nil, count: 128)
    for unit in unitOfClass where unit.followingCount == 1 && places[unit.number] == nil {
      places[unit.number] = UInt8(units.count)
      units.append(unit)
    }
    firstAhead = UInt8(units.count)
    for unit in unitOfClass where places[unit.number] == nil {
      places[unit.number] = UInt8(units.count)
      for bits in 0..<unit.followingCount {
        var unit = unit
        unit.following = BreakUnit.Following(rawValue: UInt8(bits))
        units.append(unit)
      }
    }
    columns = unitOfClass.map { places[$0.number] ?? 0 }
    self.units = units
    transitions = [UInt32](repeating: 0, count: states.count * units.count)
    plainUnits = unitOfClass.map { PlainUnit($0) }
  }

  /// Writes for each scalar whether a line may break *before* it. The first has none (LB2), and the
  /// break at the end of the text (LB3) is not written. Both buffers have one element a scalar.
  mutating func resolve(
    _ classes: UnsafeBufferPointer<ScalarClass>,
    into opportunities: UnsafeMutableBufferPointer<BreakOpportunity>
  ) {
    precondition(opportunities.count >= classes.count, "a break opportunity for every scalar")
    guard !classes.isEmpty else { return }
    var position = 0
    var row = 0
    while position < classes.count {
      passPlain(classes, from: &position, in: &row, into: opportunities)
      if let column = follow(classes, from: &position, in: &row, into: opportunities) {
        learn(row, column)
      }
    }
    opportunities[0] = .prohibited
  }
}

// MARK: Steps

extension BreakOpportunities {
  /// Where the state is that after a plain unit, passes over those that follow it.
  private func passPlain(
    _ classes: UnsafeBufferPointer<ScalarClass>, from position: inout Int, in row: inout Int,
    into opportunities: UnsafeMutableBufferPointer<BreakOpportunity>
  ) {
    guard var last = plainUnit(before: row) else { return }
    let plainUnits = plainUnits.span
    var index = position
    while index < classes.count {
      let next = plainUnits[unchecked: Int(classes[index].rawValue)]
      if next == .other { break }
      opportunities[index] = last.opportunity(before: next)
      last = next
      index &+= 1
    }
    position = index
    row = Int(last.rawValue) * units.count
  }

  /// The plain unit that leads to the state of a row whatever comes before it.
  private func plainUnit(before row: Int) -> PlainUnit? {
    guard row > 0 && row <= Int(PlainUnit.space.rawValue) * units.count else { return nil }
    return PlainUnit(rawValue: UInt8(row / units.count))
  }

  /// Follows known transitions; at the first unknown one returns its column, at the end nil, and
  /// nil behind a plain unit.
  private func follow(
    _ classes: UnsafeBufferPointer<ScalarClass>, from position: inout Int, in start: inout Int,
    into opportunities: UnsafeMutableBufferPointer<BreakOpportunity>
  ) -> Int? {
    let lastPlain = UInt(PlainUnit.space.rawValue) * UInt(units.count)
    return transitions.withUnsafeBufferPointer { transitions in
      columns.withUnsafeBufferPointer { columns in
        var row = start
        for index in position..<classes.count {
          var column = columns[Int(classes[index].rawValue)]
          if column >= firstAhead { column += following(column, in: classes, after: index) }
          let entry = transitions[row + Int(column)]
          guard entry != 0 else {
            position = index
            start = row
            return Int(column)
          }
          opportunities[index] = unsafeBitCast(
            Transition.opportunity(entry), to: BreakOpportunity.self)
          row = Int(entry & Transition.rowMask)
          if UInt(bitPattern: row &- 1) < lastPlain {
            position = index + 1
            start = row
            return nil
          }
        }
        position = classes.count
        return nil
      }
    }
  }

  /// Asks the rules what the state of a row and the unit of a column lead to.
  private mutating func learn(_ row: Int, _ column: Int) {
    let before = states[row / units.count]
    let next = before.advanced(by: units[column])
    let number = states.firstIndex(of: next) ?? states.count
    if number == states.count {
      states.append(next)
      transitions += repeatElement(0, count: units.count)
    }
    let opportunity = BreakRules.opportunity(before, units[column])
    transitions[row + column] =
      Transition.known | UInt32(opportunity.rawValue) << 24 | UInt32(number * units.count)
  }

  /// What follows the unit at `index`, marks belonging to it (LB9): `BreakUnit.Following` as a number.
  private func following(
    _ column: UInt8, in classes: UnsafeBufferPointer<ScalarClass>, after index: Int
  ) -> UInt8 {
    let next = unit(in: classes, after: index)
    switch units[Int(column)].lineBreakClass {
    case .qu, .quInitial, .quFinal:
      guard let next else { return 3 }
      return (next.endsQuotation ? 1 : 0) | (next.isEastAsian ? 0 : 2)
    case .is:
      return next?.lineBreakClass == .nu ? 1 : 0
    case .op:
      guard let next, next.lineBreakClass == .is else {
        return next?.lineBreakClass == .nu ? 1 : 0
      }
      return unit(in: classes, after: next.index)?.lineBreakClass == .nu ? 1 : 0
    default:
      return next?.lineBreakClass == .vf ? 1 : 0
    }
  }

  /// The first unit after the one at `index`. Cost is linear over a text: a run of marks is passed
  /// over for its own base and at most once more for an opening punctuation before it.
  private func unit(
    in classes: UnsafeBufferPointer<ScalarClass>, after index: Int
  ) -> Ahead? {
    for index in index + 1..<classes.count {
      let own = properties[classes[index]]
      if !own.lineBreakClass.isMark {
        return Ahead(
          index: index, lineBreakClass: own.lineBreakClass, isEastAsian: own.isEastAsian)
      }
    }
    return nil
  }

  /// A unit that the rules look ahead to.
  private struct Ahead {
    var index: Int
    var lineBreakClass: LineBreakClass
    var isEastAsian: Bool

    /// Ends what a final quotation mark closes: rule LB15b.
    var endsQuotation: Bool {
      switch lineBreakClass {
      case .sp, .gl, .wj, .cl, .qu, .quInitial, .quFinal, .cp, .ex, .is, .sy: true
      case .bk, .cr, .lf, .nl, .zw: true
      default: false
      }
    }
  }
}
