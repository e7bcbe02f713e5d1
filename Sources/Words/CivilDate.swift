/// A day of the Gregorian calendar and a time of day, at some offset from UTC.
struct CivilDate: Equatable {
  var year: Int
  /// 1 to 12.
  var month: Int
  /// 1 to 31.
  var day: Int
  /// 0 is Sunday.
  var weekday: Int
  var hour: Int
  var minute: Int

  /// What a clock `offset` seconds east of UTC shows at an instant, counted from 1970.
  ///
  /// Years count from March here, so that the leap day is a year's last.
  init(seconds: Int64, offset: Int) {
    let local = seconds.clampedToYears + Int64(offset)
    let (days, rest) = local.floored(by: 86_400)
    let shifted = days + 719_468  // days since 0000-03-01
    let (era, dayOfEra) = shifted.floored(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    weekday = Int((days + 4).floored(by: 7).remainder)
    hour = Int(rest / 3600)
    minute = Int(rest / 60 % 60)
  }

  /// Whether both fall on the same day.
  func isSameDay(as other: CivilDate) -> Bool {
    year == other.year && month == other.month && day == other.day
  }
}

extension Int64 {
  /// Within what a year of at most nine digits needs, so that arithmetic can't overflow.
  var clampedToYears: Int64 { Swift.min(Swift.max(self, -1 << 54), 1 << 54) }

  /// Quotient and remainder, the remainder never negative.
  fileprivate func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
