/// Which of two small numbers before a year is the day.
enum DayOrder: Equatable, Sendable {
  case dayFirst, monthFirst
}

extension DayOrder {
  /// What a text shows of the order of days and months in figures.
  enum Evidence: Equatable {
    case none
    /// There is a day that may be meant either way.
    case either
    /// There is one that can be meant in one way only.
    case only(DayOrder)
  }

  /// Looks for `3/24/2021`, `24/3/2021` and the like; digits are of three kinds.
  static func evidence(in text: UnsafeBufferPointer<UInt8>) -> Evidence {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")), slash > 0 else { return .none }
    var numbers: [(value: Int, digits: Int)] = []
    let scalars = Array(
      DateScanner.withoutControls(String(decoding: text, as: UTF8.self)).unicodeScalars)
    var at = 0
    while at < scalars.count {
      var number = (value: 0, digits: 0)
      while at < scalars.count, let digit = Digits.value(scalars[at]), number.digits < 9 {
        number = (number.value * 10 + digit, number.digits + 1)
        at += 1
      }
      let isPart = number.digits > 0
      if isPart { numbers.append(number) }
      if numbers.count == 3 {
        if let evidence = evidence(of: numbers) { return evidence }
        numbers = []
      }
      // The parts stand with one slash between them, and none before the first.
      let isSlash = at < scalars.count && scalars[at] == "/"
      if !(isPart && isSlash) { numbers = [] }
      at += 1
      while isSlash, !isPart, at < scalars.count, Digits.value(scalars[at]) != nil { at += 1 }
    }
    return .none
  }

  private static func evidence(of numbers: [(value: Int, digits: Int)]) -> Evidence? {
    guard numbers[0].digits <= 2, numbers[1].digits <= 2, numbers[2].digits == 4 else { return nil }
    switch (numbers[0].value, numbers[1].value) {
    case (1...12, 1...12): return numbers[0].value == numbers[1].value ? Evidence.none : .either
    case (13...31, 1...12): return .only(.dayFirst)
    case (1...12, 13...31): return .only(.monthFirst)
    default: return nil
    }
  }
}
