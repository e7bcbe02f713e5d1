/// The digits that numbers are written in.
enum Digits: Sendable, CaseIterable {
  /// 0123456789
  case latin
  /// ٠١٢٣٤٥٦٧٨٩
  case arabicIndic
  /// ۰۱۲۳۴۵۶۷۸۹, also used by Urdu
  case persian

  /// The scalar of zero; the others follow it.
  var zero: UInt32 {
    switch self {
    case .latin: 0x30
    case .arabicIndic: 0x0660
    case .persian: 0x06F0
    }
  }

  /// What parts the thousands: U+066C between Arabic digits.
  var groupSeparator: Unicode.Scalar {
    switch self {
    case .latin: ","
    case .arabicIndic, .persian: "\u{066C}"
    }
  }

  /// The scalar of a digit from 0 to 9.
  func scalar(of digit: UInt) -> Unicode.Scalar {
    Unicode.Scalar(zero + UInt32(digit % 10)) ?? "0"
  }
}
