/// The time of day within a date in words.
extension DateInWords {
  /// `hh:mm[:ss[.fraction]]`, or an hour alone before a word for its half of the day.
  mutating func takeClock(_ hour: Int, _ digits: Int) -> Bool {
    guard digits <= 2, hour < 24, clock == nil else { return false }
    var seconds = hour * 3600
    var size = 1
    if isMark(":", 1) || word(1) == "h" || isDotOfClock(), let (minute, digits) = number(2),
      digits == 2, minute < 60
    {
      seconds += minute * 60
      size = 3
      if isMark(":", 3), let (second, digits) = number(4), digits == 2, second <= 60 {
        seconds += second
        size = 5
        if isMark(".", 5), number(6) != nil, !tokens[at + 6].isApart { size = 7 }
      }
    } else {
      guard isComplete || halfBefore != nil, 1...12 ~= hour, halfBefore != nil || isHalf(at: 1)
      else { return false }
    }
    clock = DateScanner.Clock(seconds: seconds)
    isAfterClock = true
    at += size
    defer { halfBefore = nil }
    return halfBefore.map { take($0) } ?? true
  }

  private func isHalf(at offset: Int) -> Bool {
    guard let first = word(offset) else { return false }
    return DateNames.sizeOfHalf(first, word(offset + 1), word(offset + 2)) != nil
  }

  /// Whether the stop that follows parts an hour from its minutes: behind a whole day, and with no
  /// third number.
  private func isDotOfClock() -> Bool {
    isMark(".", 1) && isComplete && !(isMark(".", 3) && number(4) != nil)
  }

  mutating func take(_ half: DateNames.Half) -> Bool {
    guard var clock else { return false }
    let hour = clock.seconds / 3600
    switch half {
    case .morning:
      guard hour <= 12 else { return false }
      if hour == 12 { clock.seconds -= 12 * 3600 }
    case .afternoon:
      if hour < 12 { clock.seconds += 12 * 3600 }
    case .noon:
      if hour < 11 { clock.seconds += 12 * 3600 }
    case .night:
      // The night of two days: twelve is its middle.
      if hour == 12 { clock.seconds -= 12 * 3600 }
      if 6..<12 ~= hour { clock.seconds += 12 * 3600 }
    }
    self.clock = clock
    return true
  }
}
