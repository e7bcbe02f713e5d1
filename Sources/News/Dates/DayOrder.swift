/// Which of two small numbers before a year is the day.
enum DayOrder: Equatable, Sendable {
  case dayFirst, monthFirst
}

/// The orders of day and month in figures, by the mark that stands between them: who writes
/// `3/24/2021` may write `24-3-2021` as well. Between stops the day is always first.
struct DayOrders: Equatable, Sendable {
  enum Mark: CaseIterable, Sendable {
    case slash, dash
  }

  var slash = DayOrder.dayFirst
  var dash = DayOrder.dayFirst
  /// The mark between whose numbers the order holds even where there is no such day; else what can
  /// be meant in one way only is.
  var strict: Mark?

  subscript(_ mark: Mark) -> DayOrder {
    get { mark == .slash ? slash : dash }
    set { if mark == .slash { slash = newValue } else { dash = newValue } }
  }

  /// Whether the first of two numbers is the day.
  func isDayFirst(_ first: Int, _ second: Int, between scalar: Unicode.Scalar) -> Bool {
    let mark = Mark(scalar)
    let order = mark.map { self[$0] } ?? .dayFirst
    if let strict, mark == strict { return order == .dayFirst }
    return order == .dayFirst ? second <= 12 : first > 12
  }
}

extension DayOrders.Mark {
  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "/": self = .slash
    case "-", "‐", "‑", "–", "—": self = .dash
    default: return nil
    }
  }

  /// The marks between which a text has a day in figures whose order may tell something, or is told
  /// by others: `3/24/2021`, `3-4-2021`. Whether it is a date at all is another matter.
  static func marks(in text: UnsafeBufferPointer<UInt8>) -> Set<Self> {
    guard mayHaveDay(text) else { return [] }
    let scalars = Array(
      DateScanner.withoutControls(String(decoding: text, as: UTF8.self)).unicodeScalars)
    var marks: Set<Self> = []
    var numbers: [(value: Int, digits: Int)] = []
    var last: Self?
    var at = 0
    while at < scalars.count {
      var number = (value: 0, digits: 0)
      while at < scalars.count, let digit = Digits.value(scalars[at]), number.digits < 9 {
        number = (number.value * 10 + digit, number.digits + 1)
        at += 1
      }
      let next = at < scalars.count ? Self(scalars[at]) : nil
      at += 1
      guard number.digits > 0 else {
        numbers = []
        continue
      }
      numbers.append(number)
      if numbers.count == 3 {
        if let last, isDay(numbers) { marks.insert(last) }
        numbers = []
      } else if next == nil || numbers.count == 2 && next != last {
        numbers = []
      }
      last = next
    }
    return marks
  }

  private static func isDay(_ numbers: [(value: Int, digits: Int)]) -> Bool {
    let (first, second) = (numbers[0], numbers[1])
    return first.digits <= 2 && second.digits <= 2 && [2, 4].contains(numbers[2].digits)
      && first.value != second.value && min(first.value, second.value) <= 12
  }

  /// A quick look: whether a number of one or two digits that nothing stands before is followed by a
  /// mark and a digit. Letters beyond ASCII may be digits.
  private static func mayHaveDay(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    guard text.count > 2 else { return false }
    for at in 1..<text.count - 1 {
      let byte = text[at]
      guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == 0xE2 else { continue }
      guard isDigit(text[at + 1]) || text[at + 1] >= 0x80 else { continue }
      if text[at - 1] >= 0x80 { return true }
      var start = at
      while start > 0, isDigit(text[start - 1]) { start -= 1 }
      guard 1...2 ~= at - start else { continue }
      if start == 0 || !"/-".utf8.contains(text[start - 1]) { return true }
    }
    return false
  }
}
