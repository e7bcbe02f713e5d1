/// A date with words in it, or with its parts in any order: weekday, day, month, year, time, zone,
/// and perhaps the same day by another calendar.
///
/// RFC 822 §5 is one of these ways; «الثلاثاء 12 مارس 2024 - 03:45 م» is another. A word that is
/// no part of a date costs the whole: better no date than a wrong one.
struct DateInWords {
  /// The days that were named, each perhaps by its own calendar.
  private(set) var days: [WrittenDay] = []
  var clock: DateScanner.Clock?

  let tokens: [DateToken]
  var at = 0
  private let orders: DayOrders
  private var day: Int?
  private var month: DateNames.Month?
  private var year: Int?
  private var numeric: WrittenDay?
  private var system: WrittenDay.System?
  /// The clock was the last thing read, so that م is «after noon» and not «of our era».
  var isAfterClock = false
  /// A word for a half of the day that stood before its clock, as in Urdu.
  var halfBefore: DateNames.Half?
  private var hasZone = false

  /// Nil where `text` holds anything that is no part of a date or of a time.
  init?(_ text: String, _ orders: DayOrders) {
    guard let tokens = DateToken.tokens(of: text), !tokens.isEmpty else { return nil }
    self.tokens = tokens
    self.orders = orders
    while at < self.tokens.count {
      guard step() else { return nil }
    }
    guard endDay() else { return nil }
  }

  /// The day that counts: of several calendars' the Gregorian one, of several days the first.
  var best: WrittenDay? {
    days.first { $0.system == .gregorian } ?? days.first { $0.system == nil && $0.year > 1500 }
      ?? days.last
  }
}

extension DateInWords {
  private mutating func step() -> Bool {
    switch tokens[at].kind {
    case .mark(let mark): passMark(mark)
    case .word(let word): takeWord(word)
    case .number(let value, let digits): takeNumber(value, digits)
    }
  }

  func kind(_ offset: Int) -> DateToken.Kind? {
    at + offset < tokens.count ? tokens[at + offset].kind : nil
  }

  func number(_ offset: Int) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits) = kind(offset) else { return nil }
    return (value, digits)
  }

  func word(_ offset: Int) -> String? {
    guard case .word(let word) = kind(offset) else { return nil }
    return word
  }

  func isMark(_ mark: Unicode.Scalar, _ offset: Int) -> Bool { kind(offset) == .mark(mark) }
}

// MARK: Marks and words

extension DateInWords {
  private mutating func passMark(_ mark: Unicode.Scalar) -> Bool {
    if takeOffset(mark) { return true }
    if passSecondDay() { return true }
    switch mark {
    case ",", "،", "٬", "、", "，", "-", "‐", "‑", "–", "—", "־", "|", "/", ".", ";", "؛",
      ":", "•", "·", ")", "'", "’", "׳", "״", "=":
      at += 1
    case "(":
      at += 1
      // The zone's name in words, which says nothing new (RFC 822 §3.4.3); or a month's second name.
      guard clock != nil, month(at: 0) == nil, number(0) == nil, hasZone || !isZone(at: 0) else {
        return true
      }
      while at < tokens.count, !isMark(")", 0) { at += 1 }
    case "[":
      // The name of a zone (RFC 9557 §4.1).
      while at < tokens.count, !isMark("]", 0) { at += 1 }
      at += 1
    default:
      return false
    }
    return true
  }

  /// A zone in figures, straight after its sign: `+0300`, `+03:00`, and after GMT also `+3`.
  private mutating func takeOffset(_ mark: Unicode.Scalar) -> Bool {
    let isWest = mark == "-" || mark == "\u{2212}"
    guard isWest || mark == "+", clock != nil, let (value, digits) = number(1),
      !tokens[at + 1].isApart
    else { return false }
    var minutes: Int
    var size = 2
    if digits == 4, value <= 1400, value % 100 < 60 {
      minutes = value / 100 * 60 + value % 100
    } else if digits <= 2, value <= 14, isMark(":", 2), let (rest, digits) = number(3),
      digits == 2, rest < 60
    {
      minutes = value * 60 + rest
      size = 4
    } else if digits <= 2, value <= 14, hasZone || mark == "+" {
      minutes = value * 60
    } else {
      return false
    }
    clock?.offset = (isWest ? -minutes : minutes) * 60
    hasZone = true
    at += size
    return true
  }

  /// The end of a range, `10–16 March`, `28 فبراير - 3 مارس 2024`: its first day counts.
  private mutating func passSecondDay() -> Bool {
    guard case .mark(let mark) = kind(0), Self.dashes.contains(mark), day != nil, year == nil,
      let (second, digits) = number(1), digits <= 2, 1...31 ~= second
    else { return false }
    let following = month(at: 2)
    guard following != nil || month != nil && isYear(after: 1) else { return false }
    at += 2
    if month != nil, let following { at += following.size }
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    let wasAfterClock = isAfterClock
    isAfterClock = false
    if let (found, size) = month(at: 0) {
      at += size
      return take(found)
    }
    if word == "t", numeric != nil, clock == nil, !tokens[at].isApart, number(1) != nil {
      // RFC 3339 §1: the calendar is the Gregorian one.
      system = .gregorian
      at += 1
      return true
    }
    if let size = DateNames.sizeOfHalf(word, self.word(1), self.word(2)) {
      let words = joined(size)
      let half = DateNames.half(words)
      if wasAfterClock, let half {
        at += size
        return take(half)
      }
      if clock == nil, words.unicodeScalars.count > 2, let half, number(size) != nil {
        at += size
        halfBefore = half
        return true
      }
    }
    at += 1
    if DateNames.isZonesWord(word), clock != nil { return passZone() }
    if let found = DateNames.system(word), year != nil || numeric != nil {
      system = found
      return true
    }
    if let offset = DateNames.zone(word) {
      takeZone(offset)
      return clock != nil
    }
    if let offset = DateNames.americanZone(word), clock != nil, !hasZone {
      takeZone(offset)
      clock?.hasAmericanSummer = true
      return true
    }
    isAfterClock = wasAfterClock
    return DateNames.isPassedOver(word)
  }

  /// A zone by its name; figures said more already.
  private mutating func takeZone(_ offset: Int) {
    if !hasZone { clock?.offset = offset }
    hasZone = true
  }

  private func joined(_ size: Int) -> String { (0..<size).compactMap { word($0) }.joined() }

  /// Whether the words for a zone stand here.
  private func isZone(at offset: Int) -> Bool {
    if isMark("+", offset) { return true }
    return word(offset).map { DateNames.zone($0) != nil || DateNames.isZonesWord($0) } ?? false
  }

  /// The name of a zone, behind the word for it: of a place whose hours change with the season, or
  /// that is not known, it says nothing.
  private mutating func passZone() -> Bool {
    while let word = word(0), month(at: 0) == nil {
      if let offset = DateNames.zone(word) { takeZone(offset) }
      at += 1
    }
    return true
  }

  /// The month whose name stands here, in one word or two.
  private func month(at offset: Int) -> (DateNames.Month, size: Int)? {
    guard let first = word(offset) else { return nil }
    if let second = word(offset + 1), let month = DateNames.month(first + " " + second) {
      return (month, 2)
    }
    return DateNames.month(first).map { ($0, 1) }
  }

  /// The month; said twice where a paper writes both its names, «مارس/آذار».
  private mutating func take(_ found: DateNames.Month) -> Bool {
    if isComplete, !endDay() { return false }
    guard month == nil || month == found else { return false }
    month = found
    return true
  }
}

// MARK: Numbers

extension DateInWords {
  private mutating func takeNumber(_ value: Int, _ digits: Int) -> Bool {
    isAfterClock = false
    if takeClock(value, digits) || takeNumericDay() { return true }
    if isComplete, !endDay() { return false }
    at += 1
    switch digits {
    case 4 where year == nil:
      year = value
    case 1...2 where day == nil:
      day = value
    case 2 where year == nil && month?.system == .gregorian && day != nil:
      // RFC 2822 §4.3.
      year = value < 50 ? 2000 + value : 1900 + value
    default:
      return false
    }
    return true
  }

  var isComplete: Bool {
    numeric != nil || day != nil && month != nil && year != nil
  }

  /// `YYYY-MM-DD`, `D/M/YYYY` or `M/D/YYYY`; `D.M.YY`.
  private mutating func takeNumericDay() -> Bool {
    guard let first = number(0), case .mark(let mark) = kind(1),
      mark == "/" || mark == "." || Self.dashes.contains(mark),
      let second = number(2), isMark(mark, 3), var third = number(4)
    else { return false }
    // RFC 2822 §4.3; between stops the day is first wherever years have two digits.
    let isShort = mark == "." && third.digits == 2 && first.digits <= 2
    if isShort { third = (third.value + (third.value < 50 ? 2000 : 1900), 4) }
    guard let found = WrittenDay(first, second, third, between: mark, orders) else { return false }
    if isComplete, !endDay() { return false }
    guard day == nil, month == nil, year == nil else { return false }
    numeric = found
    at += 5
    return true
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "—"]

  /// Whether a year follows the token at `offset`, behind a comma or not.
  private func isYear(after offset: Int) -> Bool {
    let next = offset + (isMark(",", offset + 1) || isMark("،", offset + 1) ? 2 : 1)
    return number(next)?.digits == 4
  }

  /// Ends the day that is being read, if one is; false where it lacks a part.
  private mutating func endDay() -> Bool {
    defer { (day, month, year, numeric, system) = (nil, nil, nil, nil, nil) }
    if var numeric {
      numeric.system = system
      days.append(numeric)
      return true
    }
    guard let day, let month, let year else { return day == nil && month == nil && year == nil }
    days.append(WrittenDay(year: year, month: month.number, day: day, system: month.system))
    return true
  }
}
