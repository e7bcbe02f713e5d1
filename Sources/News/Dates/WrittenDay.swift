import Foundation

/// A day as it was written, in the calendar it was written in.
struct WrittenDay: Equatable {
  enum System: Equatable, Sendable {
    case gregorian
    /// Umm al-Qura's, by which the newspapers of the Peninsula are dated.
    case hijri
    /// The solar one of Iran and Afghanistan.
    case jalali
  }

  var year: Int
  var month: Int
  var day: Int
  /// Nil where only the year tells.
  var system: System?

  /// The day in the Gregorian calendar; nil where there is no such day.
  func gregorian(_ habits: DateHabits, hasPersianDigits: Bool, hasArabicDigits: Bool)
    -> DateScanner.Day?
  {
    let guess = Self.system(
      ofYear: year, habits.language, persian: hasPersianDigits, arabic: hasArabicDigits)
    switch system ?? guess {
    case .gregorian: return DateScanner.Day(year: year, month: month, day: day)
    case .hijri: return day(in: Self.hijri, isSeen: true)
    case .jalali: return day(in: Self.jalali, isSeen: false)
    }
  }

  /// The calendar of a year without a word about it: the years 1421 to 1500 of the Hijra began in
  /// 2000, the solar ones before are of our time too.
  private static func system(
    ofYear year: Int, _ language: String?, persian: Bool, arabic: Bool
  ) -> System {
    guard 1300...1500 ~= year else { return .gregorian }
    guard year < 1421 else { return .hijri }
    let primary = language?.lowercased().prefix { $0 != "-" && $0 != "_" } ?? ""
    if ["fa", "pes", "prs", "ps", "ckb", "ku"].contains(primary) || persian { return .jalali }
    return primary == "ar" || arabic ? .hijri : .jalali
  }
}

extension WrittenDay {
  // Made at first use: most files never need them.
  private static let hijri = calendar(.islamicUmmAlQura)
  private static let jalali = calendar(.persian)

  private static func calendar(_ identifier: Calendar.Identifier) -> Calendar {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = .gmt
    return calendar
  }

  /// The day by a calendar of Foundation's. Months that begin when the moon is seen may have a
  /// 30th day that the calendar does not know; then it is the day after the 29th.
  private func day(in calendar: Calendar, isSeen: Bool) -> DateScanner.Day? {
    guard 1...12 ~= month, 1...(isSeen ? 30 : 31) ~= day, 1...9999 ~= year,
      let date = calendar.date(from: DateComponents(year: year, month: month, day: day))
    else { return nil }
    guard isSeen || calendar.component(.day, from: date) == day else { return nil }
    return DateScanner.Day(sinceEpoch: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}

extension WrittenDay {
  /// A day in three numbers, the year first or last; nil where they can be none.
  ///
  /// Where only one of two small numbers can be the month, it is; a year of two digits is one
  /// from 1970 to 2069.
  init?(
    _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int),
    _ third: (value: Int, digits: Int), between mark: Unicode.Scalar, _ orders: DayOrders
  ) {
    guard second.digits <= 2 else { return nil }
    if first.digits == 4 {
      guard third.digits <= 2 else { return nil }
      self.init(year: first.value, month: second.value, day: third.value)
      return
    }
    guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
    var year = third.value
    if third.digits == 2 {
      // Three numbers of two digits are a day only where one of them tells.
      let isTold = max(first.value, second.value) > 12 || first.value == second.value
      guard mark == "/", isTold else { return nil }
      year += year < 70 ? 2000 : 1900
    }
    let isDayFirst = orders.isDayFirst(first.value, second.value, between: mark)
    self.init(
      year: year, month: isDayFirst ? second.value : first.value,
      day: isDayFirst ? first.value : second.value)
  }
}
