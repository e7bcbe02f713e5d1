/// A date with words in it, or with its parts in any order: weekday, day, month, year, time, zone,
/// and perhaps the same day by another calendar.
///
/// RFC 822 §5 is one of these ways; «الثلاثاء 12 مارس 2024 - 03:45 م» is another. A word that is
/// no part of a date costs the whole: better no date than a wrong one.
struct DateInWords {
  /// The days that were named, each perhaps by its own calendar.
  private(set) var days: [WrittenDay] = []
  private(set) var clock: DateScanner.Clock?

  private let tokens: [DateToken]
  private var at = 0
  private let order: DayOrder
  private var day: Int?
  private var month: DateNames.Month?
  private var year: Int?
  private var numeric: WrittenDay?
  private var system: WrittenDay.System?
  /// The clock was the last thing read, so that م is «after noon» and not «of our era».
  private var isAfterClock = false
  private var hasZone = false

  /// Nil where `text` holds anything that is no part of a date or of a time.
  init?(_ text: String, order: DayOrder) {
    guard let tokens = DateToken.tokens(of: text), !tokens.isEmpty else { return nil }
    self.tokens = tokens
    self.order = order
    while at < self.tokens.count {
      guard step() else { return nil }
    }
    guard endDay() else { return nil }
  }

  /// The day that counts: the Gregorian one of several.
  var best: WrittenDay? { days.first { $0.system == .gregorian } ?? days.last }
}

extension DateInWords {
  private mutating func step() -> Bool {
    switch tokens[at].kind {
    case .mark(let mark): passMark(mark)
    case .word(let word): takeWord(word)
    case .number(let value, let digits): takeNumber(value, digits)
    }
  }

  private func kind(_ offset: Int) -> DateToken.Kind? {
    at + offset < tokens.count ? tokens[at + offset].kind : nil
  }

  private func number(_ offset: Int) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits) = kind(offset) else { return nil }
    return (value, digits)
  }

  private func word(_ offset: Int) -> String? {
    guard case .word(let word) = kind(offset) else { return nil }
    return word
  }

  private func isMark(_ mark: Unicode.Scalar, _ offset: Int) -> Bool { kind(offset) == .mark(mark) }
}

// MARK: Marks and words

extension DateInWords {
  private mutating func passMark(_ mark: Unicode.Scalar) -> Bool {
    if takeOffset(mark) { return true }
    switch mark {
    case ",", "،", "-", "–", "—", "|", "/", ".", ";", "؛", ":", "•", "·", ")", "'", "=":
      at += 1
    case "(":
      at += 1
      // The zone's name in words, which says nothing new (RFC 822 §3.4.3); or a month's second name.
      guard clock != nil, month(at: 0) == nil, number(0) == nil else { return true }
      while at < tokens.count, !isMark(")", 0) { at += 1 }
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

  private mutating func takeWord(_ word: String) -> Bool {
    let wasAfterClock = isAfterClock
    isAfterClock = false
    if let (found, size) = month(at: 0) {
      at += size
      return take(found)
    }
    at += 1
    if wasAfterClock, let half = DateNames.half(word) { return take(half) }
    if let found = DateNames.system(word), year != nil || numeric != nil {
      system = found
      return true
    }
    if let offset = DateNames.zone(word) {
      clock?.offset = offset
      hasZone = true
      return clock != nil
    }
    isAfterClock = wasAfterClock
    return DateNames.isPassedOver(word)
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

  private mutating func take(_ half: DateNames.Half) -> Bool {
    guard var clock else { return false }
    let hour = clock.seconds / 3600
    switch half {
    case .morning:
      guard hour <= 12 else { return false }
      if hour == 12 { clock.seconds -= 12 * 3600 }
    case .afternoon:
      if hour < 12 { clock.seconds += 12 * 3600 }
    }
    self.clock = clock
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
    case 2 where year == nil && month?.system == .gregorian:
      // RFC 2822 §4.3.
      year = value < 50 ? 2000 + value : 1900 + value
    default:
      return false
    }
    return true
  }

  private var isComplete: Bool {
    numeric != nil || day != nil && month != nil && year != nil
  }

  /// `hh:mm[:ss[.fraction]]`, or an hour alone before a word for its half of the day.
  private mutating func takeClock(_ hour: Int, _ digits: Int) -> Bool {
    guard digits <= 2, hour < 24, clock == nil else { return false }
    var seconds = hour * 3600
    var size = 1
    if isMark(":", 1), let (minute, digits) = number(2), digits == 2, minute < 60 {
      seconds += minute * 60
      size = 3
      if isMark(":", 3), let (second, digits) = number(4), digits == 2, second <= 60 {
        seconds += second
        size = 5
        if isMark(".", 5), number(6) != nil, !tokens[at + 6].isApart { size = 7 }
      }
    } else {
      guard isComplete, 1...12 ~= hour, let word = word(1), DateNames.half(word) != nil
      else { return false }
    }
    clock = DateScanner.Clock(seconds: seconds)
    isAfterClock = true
    at += size
    return true
  }

  /// `YYYY-MM-DD`, `D/M/YYYY` or `M/D/YYYY`.
  private mutating func takeNumericDay() -> Bool {
    guard let first = number(0), case .mark(let mark) = kind(1),
      "-/.".unicodeScalars.contains(mark),
      let second = number(2), isMark(mark, 3), let third = number(4),
      let found = WrittenDay(first, second, third, order)
    else { return false }
    if isComplete, !endDay() { return false }
    guard day == nil, month == nil, year == nil else { return false }
    numeric = found
    at += 5
    return true
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

extension WrittenDay {
  /// A day in three numbers, the year first or last; nil where they can be none.
  ///
  /// Where only one of two small numbers can be the month, it is.
  init?(
    _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int),
    _ third: (value: Int, digits: Int), _ order: DayOrder
  ) {
    guard second.digits <= 2 else { return nil }
    if first.digits == 4 {
      guard third.digits <= 2 else { return nil }
      self.init(year: first.value, month: second.value, day: third.value)
      return
    }
    guard first.digits <= 2, third.digits == 4 else { return nil }
    let isDayFirst = order == .dayFirst ? second.value <= 12 : first.value > 12
    self.init(
      year: third.value, month: isDayFirst ? second.value : first.value,
      day: isDayFirst ? first.value : second.value)
  }
}
