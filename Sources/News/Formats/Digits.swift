/// Digits of three kinds: 0–9, Arabic-Indic ٠–٩ and Persian ۰–۹.
enum Digits {
  /// The value of a digit; nil where it is none.
  static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x660...0x669: Int(scalar.value - 0x660)
    case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
    default: nil
    }
  }

  /// A whole number not below 0, its groups of three, or of two before them, perhaps parted by commas,
  /// Latin or Arabic, or by spaces that do not break; or a number of thousands, millions or billions: `1.2K`, `12 ألف`.
  /// A plus may follow, and the word for what is counted: `2k+`, `12 مشاهدة`.
  static func count(in text: String) -> Int? {
    let scalars = text.unicodeScalars
    let end = scalars.lastIndex { value($0) != nil }.map { scalars.index(after: $0) }
    guard let end else { return nil }
    let rest = scalars[end...]
    var words = String(rest).split { $0 == " " || $0 == "+" }
      .map { DateNames.folded($0.unicodeScalars) }
    if let last = words.last, counted.contains(last) { words.removeLast() }
    guard let first = words.first else {
      return rest.last == " " ? nil : whole(scalars[..<end])
    }
    guard words.count == 1, let unit = units[first] else { return nil }
    return count(of: unit, scalars[..<end])
  }
}

extension Digits {
  private static func whole(_ scalars: some Sequence<Unicode.Scalar>) -> Int? {
    var count = 0
    var groups = [0]
    for scalar in scalars {
      if let digit = value(scalar) {
        let (tenfold, over) = count.multipliedReportingOverflow(by: 10)
        let (sum, overToo) = tenfold.addingReportingOverflow(digit)
        if over || overToo { return nil }
        count = sum
        groups[groups.count - 1] += 1
      } else if isGroupMark(scalar), groups[0] > 0 {
        groups.append(0)
      } else {
        return nil
      }
    }
    guard groups.count > 1 else { return groups[0] > 0 ? count : nil }
    // In South Asia all groups but the last are of two.
    let inner = groups.dropFirst().dropLast()
    let isByThree = groups[0] <= 3 && inner.allSatisfy { $0 == 3 }
    let isByTwo = groups[0] <= 2 && inner.allSatisfy { $0 == 2 }
    return groups.last == 3 && (isByThree || isByTwo) ? count : nil
  }

  /// `number` times `unit`; where it has a fraction, that has at most six digits.
  private static func count(of unit: Int, _ number: Substring.UnicodeScalarView) -> Int? {
    let marks: Set<Unicode.Scalar> = [".", "٫"]
    let mark = number.firstIndex { marks.contains($0) }
    guard let count = whole(number[..<(mark ?? number.endIndex)]) else { return nil }
    let (product, over) = count.multipliedReportingOverflow(by: unit)
    var sum = product
    var tenth = unit
    if let mark {
      for scalar in number[mark...].dropFirst() {
        guard let digit = value(scalar) else { return nil }
        tenth /= 10
        sum = sum.addingReportingOverflow(digit * tenth).partialValue
      }
    }
    return over || sum < 0 ? nil : sum
  }

  private static func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\u{66C}" || scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  /// Words for what is counted, folded.
  private static let counted: Set<String> = {
    let words = """
      view views comment comments like likes share shares read reads
      مشاهدة مشاهدات قراءة قراءات تعليق تعليقات إعجاب إعجابات مشاركة مشاركات زيارة زيارات
      بازدید دیدگاه نظر پسند تبصرہ تبصرے תגובה תגובות צפיות לייקים שיתופים
      """
    return Set(
      words.split(whereSeparator: \.isWhitespace).map { DateNames.folded($0.unicodeScalars) })
  }()

  /// Words for thousands, millions and billions, and for those of South Asia, folded.
  private static let units: [String: Int] = {
    let names = [
      (1_000, "k thousand ألف ألفا آلاف هزار ہزار אלף אלפים"),
      (100_000, "lakh lakhs لاکھ"), (10_000_000, "crore crores کروڑ"),
      (1_000_000, "m million مليون مليونا ملايين میلیون ملین מיליון"),
      (1_000_000_000, "b bn billion مليار مليارا مليارات میلیارد ارب מיליארד"),
    ]
    var units: [String: Int] = [:]
    for (unit, words) in names {
      for word in words.split(separator: " ") {
        units[DateNames.folded(word.unicodeScalars)] = unit
      }
    }
    return units
  }()
}
