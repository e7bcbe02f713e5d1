import Foundation
import Glibc

/// Every date text that is accepted.
///
/// RFC 3339; `YYYY-MM-DD`, perhaps with `hh:mm[:ss[.fraction]]` after a space or T, perhaps with
/// an offset or a zone's letters; the other forms of ISO 8601, `YYYYMMDD`, `YYYY-DDD`, `YYYY-Www-D`;
/// `D/M/YYYY`, taken as `M/D/YYYY` where only that is possible; RFC 822; dates with the names of
/// months in Arabic, Persian, Urdu, Hebrew and English, by the Gregorian calendar, the
/// Hijra's or the solar one; seconds or milliseconds since 1970. Digits may be Arabic-Indic or
/// Persian. What has no zone is local time.
extension ArticleDate {
  /// Reads a date and, where it stands apart, the time of day; nil where either can't be read.
  ///
  /// A time within `text` goes before `time`.
  public init?(reading text: String, time: String? = nil) {
    self.init(reading: text, time: time, DateHabits())
  }

  /// Reads a date as a file writes it.
  init?(reading text: String, time: String? = nil, _ habits: DateHabits) {
    if let (day, clock) = Self.figures(text, habits.orders) ?? Self.words(text, habits.orders) {
      self.init(text, day, clock, time: time, habits)
    } else if let (start, zone) = Self.zoneOfPlace(text) {
      var there = habits
      there.isUTC = true
      guard var date = ArticleDate(reading: String(start), time: time, there), date.hasTime else {
        return nil
      }
      if date.offset == 0 {
        // As of a clock there: its offset just before is the one that it shows but in the hour of a
        // change.
        let about = Date(timeIntervalSince1970: Double(date.seconds))
        let first = zone.secondsFromGMT(for: about)
        date.offset = zone.secondsFromGMT(for: about.addingTimeInterval(-Double(first)))
        date.seconds -= Int64(date.offset)
      }
      self = date
    } else {
      self.init(epoch: text)
    }
  }

  /// What stands before the name of a zone of the IANA's, `Asia/Riyadh`, at the end of a text, and
  /// that zone.
  private static func zoneOfPlace(_ text: String) -> (start: Substring, zone: TimeZone)? {
    guard text.last?.isLetter == true, let space = text.lastIndex(of: " ") else { return nil }
    let name = text[text.index(after: space)...]
    guard name.contains("/"), name.first?.isLetter == true,
      let zone = TimeZone(identifier: String(name))
    else { return nil }
    return (text[..<space], zone)
  }
}

extension ArticleDate {
  private typealias Parts = (day: WrittenDay, clock: DateScanner.Clock?)

  /// A date in figures alone, as most are.
  private static func figures(_ text: String, _ orders: DayOrders) -> Parts? {
    var scanner = DateScanner(text)
    guard var day = scanner.day(orders) else { return isoFigures(text) }
    if scanner.isAtEnd { return (day, nil) }
    guard let separator = scanner.separator(), let clock = scanner.clock() else { return nil }
    // RFC 3339 §1: the calendar is the Gregorian one.
    if separator == .letter { day.system = .gregorian }
    return (day, clock)
  }

  private static func isoFigures(_ text: String) -> Parts? {
    var scanner = DateScanner(text)
    guard let day = scanner.isoDay() else { return nil }
    if scanner.isAtEnd { return (day, nil) }
    let separator = scanner.separator()
    var compact = scanner
    if let clock = compact.compactClock() { return (day, clock) }
    guard separator != nil, let clock = scanner.clock() else { return nil }
    return (day, clock)
  }

  private static func words(_ text: String, _ orders: DayOrders) -> Parts? {
    guard let words = DateInWords(DateScanner.withoutControls(text), orders),
      let day = words.best
    else { return nil }
    return (day, words.clock)
  }

  /// A time of day that stands apart from its date.
  private static func clock(_ text: String) -> DateScanner.Clock? {
    var scanner = DateScanner(text)
    if let clock = scanner.clock() { return clock }
    guard let words = DateInWords(DateScanner.withoutControls(text), DayOrders()),
      words.days.isEmpty
    else { return nil }
    return words.clock
  }

  private init?(
    _ text: String, _ written: WrittenDay, _ clock: DateScanner.Clock?, time: String?,
    _ habits: DateHabits
  ) {
    func has(_ digits: ClosedRange<UInt32>) -> Bool {
      text.unicodeScalars.contains { digits.contains($0.value) }
    }
    guard
      let day = written.gregorian(
        habits, hasPersianDigits: has(0x6F0...0x6F9), hasArabicDigits: has(0x660...0x669))
    else { return nil }
    var clock = clock
    if clock == nil, let time {
      guard let read = Self.clock(time) else { return nil }
      clock = read
    }
    let hasTime = clock != nil
    var exact = clock ?? DateScanner.Clock()
    if hasTime, exact.offset == nil, habits.isUTC { exact.offset = 0 }
    if exact.hasAmericanSummer, AmericanSummer.contains(day, exact.seconds) {
      exact.offset = exact.offset.map { $0 + 3600 }
    }
    self.init(day: day, clock: exact, hasTime: hasTime)
  }

  private init?(day: DateScanner.Day, clock: DateScanner.Clock, hasTime: Bool) {
    if let offset = clock.offset {
      let seconds = day.sinceEpoch * 86_400 + clock.seconds - offset
      self.init(seconds: Int64(seconds), offset: offset, hasTime: hasTime)
      return
    }
    var local = tm()
    local.tm_year = Int32(day.year - 1900)
    local.tm_mon = Int32(day.month - 1)
    local.tm_mday = Int32(day.day)
    local.tm_hour = Int32(clock.seconds / 3600)
    local.tm_min = Int32(clock.seconds / 60 % 60)
    local.tm_sec = Int32(clock.seconds % 60)
    local.tm_isdst = -1
    let seconds = mktime(&local)
    // -1 is an error, or the last second of 1969.
    guard seconds != -1 || local.tm_year == 69 else { return nil }
    self.init(seconds: Int64(seconds), offset: local.tm_gmtoff, hasTime: hasTime)
  }
}
