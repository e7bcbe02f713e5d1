/// Reads the parts of a date from its text, from left to right.
struct DateScanner {
  struct Day: Equatable {
    var year: Int
    var month: Int
    var day: Int

    /// Days since 1970-01-01 in the Gregorian calendar.
    var sinceEpoch: Int {
      let shifted = month > 2 ? year : year - 1
      let era = (shifted >= 0 ? shifted : shifted - 399) / 400
      let yearOfEra = shifted - era * 400
      let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
      let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
      return era * 146_097 + dayOfEra - 719_468
    }

    /// The day that many days after 1970-01-01.
    init(sinceEpoch days: Int) {
      let shifted = days + 719_468
      let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
      let dayOfEra = shifted - era * 146_097
      let yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let shiftedMonth = (5 * dayOfYear + 2) / 153
      day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
      month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
      year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Nil where there is no such day.
    init?(year: Int, month: Int, day: Int) {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard 1...12 ~= month, day >= 1, day <= lengths[month - 1] else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }
  }

  struct Clock: Equatable {
    /// Seconds since 00:00:00; 86,400 in a leap second.
    var seconds = 0
    /// Seconds east of UTC; nil is local time.
    var offset: Int?
    /// Whether that is in winter, in a zone of the United States.
    var hasAmericanSummer = false
  }

  private var scalars: [Unicode.Scalar]
  private var at = 0

  /// The text without spaces at its ends, without bidi controls and ZWJ.
  init(_ text: String) { scalars = Array(Self.withoutControls(text).unicodeScalars) }

  /// A text without spaces at its ends, without bidi controls and ZWJ.
  static func withoutControls(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.last == " " { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
    let hasControl = scalars.contains { isControl($0) }
    guard hasControl else { return String(scalars) }
    let kept = String(String.UnicodeScalarView(scalars.filter { !isControl($0) }))
    return withoutControls(kept)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200D, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  var isAtEnd: Bool { at == scalars.count }

  /// `YYYY-MM-DD`, `D/M/YYYY` or `M/D/YYYY`; the mark between may be any of `-`, `/` and `.`.
  mutating func day(_ orders: DayOrders) -> WrittenDay? {
    guard let first = number(1...4), let mark = next, "-/.".unicodeScalars.contains(mark.scalar)
    else { return nil }
    at += 1
    guard let second = number(1...2), take(mark.scalar), let third = number(1...4) else {
      return nil
    }
    return WrittenDay(first, second, third, between: mark.scalar, orders)
  }

  /// A day by ISO 8601 that is not three numbers with a mark between: `YYYYMMDD` (§5.2.1.1),
  /// `YYYY-DDD` (§5.2.2), `YYYY-Www-D` and `YYYYWwwD` (§5.2.3).
  mutating func isoDay() -> WrittenDay? {
    guard let year = number(4...4), 1900...2199 ~= year.value,
      let first = Day(year: year.value, month: 1, day: 1)
    else { return nil }
    let hasMark = take("-")
    let day: Day
    if take("W") {
      guard let week = number(2...2), 1...53 ~= week.value, take("-") == hasMark,
        let weekday = number(1...1), 1...7 ~= weekday.value
      else { return nil }
      // The first week is the one with the fourth of January.
      let fourth = first.sinceEpoch + 3
      let monday = fourth - (fourth + 3) % 7
      day = Day(sinceEpoch: monday + (week.value - 1) * 7 + weekday.value - 1)
      guard week.value < 53 || Day(sinceEpoch: monday + 367).year == year.value else { return nil }
    } else if hasMark {
      guard let ordinal = number(3...3), ordinal.value > 0 else { return nil }
      day = Day(sinceEpoch: first.sinceEpoch + ordinal.value - 1)
      guard day.year == year.value else { return nil }
    } else {
      guard let month = number(2...2), let number = number(2...2),
        let found = Day(year: year.value, month: month.value, day: number.value)
      else { return nil }
      day = found
    }
    return WrittenDay(year: day.year, month: day.month, day: day.day, system: .gregorian)
  }

  /// `hhmm` or `hhmmss`, and perhaps a fraction and a zone, up to the end of the text.
  mutating func compactClock() -> Clock? {
    guard let hour = number(2...2), hour.value < 24, let minute = number(2...2), minute.value < 60
    else { return nil }
    let second = number(2...2)?.value ?? 0
    guard second <= 60 else { return nil }
    return end(Clock(seconds: hour.value * 3600 + minute.value * 60 + second))
  }

  /// What parts a date from its time.
  enum Separator { case letter, spaces }

  /// T, or spaces, or a comma.
  mutating func separator() -> Separator? {
    if take("T") || take("t") { return .letter }
    let start = at
    _ = take(",") || take("،")
    while take(" ") {}
    return at > start ? .spaces : nil
  }

  /// `hh:mm[:ss[.fraction]]` and perhaps a zone, up to the end of the text.
  mutating func clock() -> Clock? {
    guard let hour = number(1...2), hour.value <= 24, take(":"),
      let minute = number(1...2), minute.value < 60
    else { return nil }
    var clock = Clock(seconds: hour.value * 3600 + minute.value * 60)
    if take(":") {
      guard let second = number(2...2), second.value <= 60 else { return nil }
      clock.seconds += second.value
    }
    // The end of the day (ISO 8601:2004 §4.2.3).
    guard clock.seconds <= 86_400 else { return nil }
    return end(clock)
  }
}

extension DateScanner {
  /// A clock with its fraction, which says nothing here, and its zone, if they follow.
  private mutating func end(_ clock: Clock) -> Clock? {
    var clock = clock
    if take(".") || take(",") {
      guard number(1...18) != nil else { return nil }
    }
    while take(" ") {}
    if isAtEnd { return clock }
    guard let offset = offset() else { return nil }
    clock.offset = offset
    return isAtEnd ? clock : nil
  }

  /// `Z`, `±hh:mm`, `±hhmm` or `±hh`, in seconds.
  private mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isWest = take("-") || take("\u{2212}")
    guard isWest || take("+"), let hours = number(2...2), hours.value < 24 else { return nil }
    var seconds = hours.value * 3600
    if take(":") || !isAtEnd {
      guard let minutes = number(2...2), minutes.value < 60 else { return nil }
      seconds += minutes.value * 60
    }
    return isWest ? -seconds : seconds
  }

  private var next: (scalar: Unicode.Scalar, at: Int)? {
    at < scalars.count ? (scalars[at], at) : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard at < scalars.count, scalars[at] == scalar else { return false }
    at += 1
    return true
  }

  /// A number of so many digits, all of them.
  private mutating func number(_ digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
    let start = at
    var value = 0
    while at < scalars.count, at - start < digits.upperBound, let digit = Digits.value(scalars[at])
    {
      value = value * 10 + digit
      at += 1
    }
    let count = at - start
    return count >= digits.lowerBound ? (value, count) : nil
  }
}
