import Glibc

/// Every date text that is accepted.
///
/// RFC 3339; `YYYY-MM-DD`, perhaps with `hh:mm[:ss[.fraction]]` after a space or T, perhaps with
/// an offset; `M/D/YYYY`, taken as `D/M/YYYY` where only that is possible. Digits may be
/// Arabic-Indic or Persian. What has no zone is local time.
extension ArticleDate {
  /// Reads a date and, where it stands apart, the time of day; nil where either can't be read.
  ///
  /// A time within `text` goes before `time`.
  public init?(reading text: String, time: String? = nil) {
    var scanner = DateScanner(text)
    guard let day = scanner.day() else { return nil }
    var clock = DateScanner.Clock()
    var hasTime = false
    if !scanner.isAtEnd {
      guard scanner.separator(), let read = scanner.clock() else { return nil }
      clock = read
      hasTime = true
    } else if let time {
      var scanner = DateScanner(time)
      guard let read = scanner.clock() else { return nil }
      clock = read
      hasTime = true
    }
    self.init(day: day, clock: clock, hasTime: hasTime)
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
