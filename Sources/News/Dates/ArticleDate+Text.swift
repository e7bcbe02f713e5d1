extension ArticleDate {
  /// The date as RFC 3339 has it, at the offset it was written with: `2021-03-24T00:00:00+08:00`.
  ///
  /// An offset has no seconds there; one that has is cut to minutes, and the instant stays.
  public var rfc3339: String {
    let minutes = offset / 60
    let local = Int(clamping: seconds) + minutes * 60
    let days = (local - Self.remainder(local, 86_400)) / 86_400
    let clock = Self.remainder(local, 86_400)
    let day = DateScanner.Day(sinceEpoch: days)
    let date = "\(Self.padded(day.year, 4))-\(Self.padded(day.month))-\(Self.padded(day.day))"
    let time = [clock / 3600, clock / 60 % 60, clock % 60].map { Self.padded($0) }
    let zone = "\(Self.padded(abs(minutes) / 60)):\(Self.padded(abs(minutes) % 60))"
    return "\(date)T\(time.joined(separator: ":"))\(minutes < 0 ? "-" : "+")\(zone)"
  }

  private static func remainder(_ value: Int, _ divisor: Int) -> Int {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  private static func padded(_ value: Int, _ width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
