/// When clocks in the United States are put forward, by the Energy Policy Act of 2005 and the Uniform
/// Time Act of 1966, as it was before and after 1986: «3:45 p.m. ET» is another instant in March than
/// in January.
enum AmericanSummer {
  /// Whether a time of a day, in seconds, is one of summer.
  static func contains(_ day: DateScanner.Day, _ seconds: Int) -> Bool {
    let (start, end): (DateScanner.Day?, DateScanner.Day?) =
      switch day.year {
      case 2007...: (sunday(2, of: 3, day.year), sunday(1, of: 11, day.year))
      case 1987..<2007: (sunday(1, of: 4, day.year), lastSunday(of: 10, day.year))
      case 1967..<1987: (lastSunday(of: 4, day.year), lastSunday(of: 10, day.year))
      default: (nil, nil)
      }
    guard let start, let end else { return false }
    // Both changes are at two o'clock.
    let two = 2 * 3600
    let (from, to) = (start.sinceEpoch * 86_400 + two, end.sinceEpoch * 86_400 + two)
    return from..<to ~= day.sinceEpoch * 86_400 + seconds
  }

  private static func sunday(_ number: Int, of month: Int, _ year: Int) -> DateScanner.Day? {
    guard let first = DateScanner.Day(year: year, month: month, day: 1)?.sinceEpoch else {
      return nil
    }
    // The first day of 1970 was a Thursday.
    let weekday = ((first + 4) % 7 + 7) % 7
    return DateScanner.Day(sinceEpoch: first + (7 - weekday) % 7 + (number - 1) * 7)
  }

  private static func lastSunday(of month: Int, _ year: Int) -> DateScanner.Day? {
    sunday(5, of: month, year).flatMap { $0.month == month ? $0 : sunday(4, of: month, year) }
  }
}
