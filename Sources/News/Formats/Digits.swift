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

  /// A whole number not below 0, its groups of three perhaps parted by commas, Latin or Arabic.
  static func count(in text: String) -> Int? {
    var count = 0
    var digits = 0
    var inGroup: Int?
    for scalar in text.unicodeScalars {
      if let digit = value(scalar) {
        let (tenfold, over) = count.multipliedReportingOverflow(by: 10)
        let (sum, overToo) = tenfold.addingReportingOverflow(digit)
        if over || overToo { return nil }
        count = sum
        digits += 1
        if let size = inGroup { inGroup = size + 1 }
      } else if scalar == "," || scalar == "\u{66C}", digits > 0 {
        if inGroup != nil && inGroup != 3 || inGroup == nil && digits > 3 { return nil }
        inGroup = 0
      } else {
        return nil
      }
    }
    return digits > 0 && (inGroup == nil || inGroup == 3) ? count : nil
  }
}
