extension Language {
  /// The date as short as a list needs it: the time today, else the day and month, with the year
  /// where it is another; `now` in seconds since 1970.
  public func listDate(_ moment: Moment, now: Int64, clock: Clock = .local) -> String {
    let date = civilDate(moment, clock)
    let today = CivilDate(seconds: now, offset: clock.offset(at: now))
    if date.isSameDay(as: today) { return moment.hasTime ? time(date) : plainText(.today) }
    let dayAndMonth = "\(date.day) \(monthNames(inLists: true)[date.month - 1])"
    return date.year == today.year ? dayAndMonth : "\(dayAndMonth) \(date.year)"
  }

  /// The whole date with the day of the week, and the time of day where one was given:
  /// «الاثنين 23 نوفمبر 2026، 18:40».
  public func pageDate(_ moment: Moment, clock: Clock = .local) -> String {
    let date = civilDate(moment, clock)
    let month = monthNames(inLists: false)[date.month - 1]
    let day = "\(weekdayNames[date.weekday]) \(date.day) \(month) \(date.year)"
    guard moment.hasTime else { return day }
    switch self {
    case .arabic: return "\(day)، \(time(date))"
    case .english: return "\(day), \(time(date))"
    }
  }
}

extension Language {
  private func civilDate(_ moment: Moment, _ clock: Clock) -> CivilDate {
    let offset = moment.hasTime ? clock.offset(at: moment.seconds) : moment.offset
    return CivilDate(seconds: moment.seconds, offset: offset)
  }

  private func time(_ date: CivilDate) -> String {
    let numbers = NumberText(groups: false)
    return numbers.text(of: date.hour, minimum: 2) + ":"
      + numbers.text(of: date.minute, minimum: 2)
  }

  private func monthNames(inLists: Bool) -> [String] {
    switch self {
    case .arabic: Self.arabicMonths
    case .english: inLists ? Self.englishMonthsShort : Self.englishMonths
    }
  }

  private var weekdayNames: [String] {
    switch self {
    case .arabic: Self.arabicWeekdays
    case .english: Self.englishWeekdays
    }
  }

  private static let arabicMonths = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
  ]
  private static let arabicWeekdays = [
    "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let englishMonthsShort = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let englishWeekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
