import TextLayout
import UnicodeData
import _FoundationICU

/// A paragraph as the ICU of the toolchain orders and breaks it. Owns what ICU allocates.
final class ICU {
  private let paragraph = swift_ubidi_open()
  private let line = swift_ubidi_open()
  private let iterator: OpaquePointer?
  private var units: [UInt16] = []
  /// UTF-16 unit → the place of its scalar, and one more.
  private var places: [Int] = []
  /// Place of a scalar → its first UTF-16 unit, and one more.
  private var starts: [Int] = []

  init() {
    var status = U_ZERO_ERROR
    // Arabic, because ICU's English takes curly quotation marks for brackets.
    iterator = swift_ubrk_open(UBRK_LINE, "ar", nil, 0, &status)
  }

  deinit {
    swift_ubidi_close(line)
    swift_ubidi_close(paragraph)
    swift_ubrk_close(iterator)
  }

  private func encode(_ text: [UInt32]) {
    units.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for (place, value) in text.enumerated() {
      starts.append(units.count)
      if value >= 0x1_0000 {
        units.append(UInt16(truncatingIfNeeded: 0xD7C0 + (value >> 10)))
        places.append(place)
      }
      units.append(UInt16(truncatingIfNeeded: value < 0x1_0000 ? value : 0xDC00 | value & 0x3FF))
      places.append(place)
    }
    starts.append(units.count)
    places.append(text.count)
  }
}

// MARK: Order

extension ICU {
  /// The places of each line's scalars from left to right; nil where ICU says no.
  func orders(
    of lines: [Range<Int>], in text: [UInt32], _ direction: ParagraphDirection
  ) -> [[Int]]? {
    encode(text)
    let level: UInt8 =
      switch direction {
      case .leftToRight: 0
      case .rightToLeft: 1
      default: UInt8(UBIDI_DEFAULT_LTR)
      }
    return units.withUnsafeBufferPointer { units in
      var status = U_ZERO_ERROR
      swift_ubidi_setPara(paragraph, units.baseAddress, Int32(units.count), level, nil, &status)
      let orders = lines.map { order(of: $0, &status) }
      return status.rawValue > 0 ? nil : orders
    }
  }

  private func order(of range: Range<Int>, _ status: inout UErrorCode) -> [Int] {
    let start = starts[range.lowerBound]
    let end = starts[range.upperBound]
    if start == end { return [] }
    swift_ubidi_setLine(paragraph, Int32(start), Int32(end), line, &status)
    var map = [Int32](repeating: 0, count: end - start)
    swift_ubidi_getVisualMap(line, &map, &status)
    if status.rawValue > 0 { return [] }
    return map.compactMap { unit in
      let unit = start + Int(unit)
      return starts[places[unit]] == unit ? places[unit] : nil
    }
  }
}

// MARK: Breaks

extension ICU {
  /// Whether a line may or has to end before each scalar.
  func breaks(in text: [UInt32]) -> [Bool] {
    encode(text)
    var breaks = [Bool](repeating: false, count: text.count)
    units.withUnsafeBufferPointer { units in
      var status = U_ZERO_ERROR
      swift_ubrk_setText(iterator, units.baseAddress, Int32(units.count), &status)
      _ = swift_ubrk_first(iterator)
      while case let unit = Int(swift_ubrk_next(iterator)), unit >= 0 && unit < units.count {
        breaks[places[unit]] = true
      }
    }
    return breaks
  }
}

// MARK: What it knows of a scalar

extension ICU {
  private static let bidiClasses: [BidiClass] = [
    .l, .r, .en, .es, .et, .an, .cs, .b, .s, .ws, .on, .lre, .lro, .al, .rle, .rlo, .pdf, .nsm, .bn,
    .fsi, .lri, .rli, .pdi,
  ]

  /// Its bidi class.
  static func bidiClass(of scalar: UInt32) -> BidiClass {
    bidiClasses[Int(swift_u_charDirection(UChar32(scalar)).rawValue)]
  }

  /// Its mirror image, or itself.
  static func mirror(of scalar: UInt32) -> UInt32 {
    UInt32(swift_u_charMirror(UChar32(scalar)))
  }

  /// The names of ULineBreak's numbers.
  private static let lineBreakClasses = [
    "XX", "AI", "AL", "B2", "BA", "BB", "BK", "CB", "CL", "CM", "CR", "EX", "GL", "HY", "ID", "IN",
    "IS", "LF", "NS", "NU", "OP", "PO", "PR", "QU", "SA", "SG", "SP", "SY", "ZW", "NL", "WJ", "H2",
    "H3", "JL", "JT", "JV", "CP", "CJ", "HL", "RI", "EB", "EM", "ZWJ", "AK", "AP", "AS", "VF", "VI",
  ]

  /// Its line break class by its short name, before LB1.
  static func lineBreakClass(of scalar: UInt32) -> String {
    lineBreakClasses[Int(swift_u_getIntPropertyValue(UChar32(scalar), UCHAR_LINE_BREAK))]
  }

  /// What rules ask of its general category.
  enum Category { case initialPunctuation, finalPunctuation, other }

  /// Its general category.
  static func category(of scalar: UInt32) -> Category {
    switch UInt32(swift_u_charType(UChar32(scalar))) {
    case U_INITIAL_PUNCTUATION.rawValue: .initialPunctuation
    case U_FINAL_PUNCTUATION.rawValue: .finalPunctuation
    default: .other
    }
  }

  /// Whether its East_Asian_Width is F, W or H.
  static func isEastAsian(_ scalar: UInt32) -> Bool {
    let width = swift_u_getIntPropertyValue(UChar32(scalar), UCHAR_EAST_ASIAN_WIDTH)
    return [U_EA_FULLWIDTH, U_EA_WIDE, U_EA_HALFWIDTH].contains { width == $0.rawValue }
  }

  /// Extended_Pictographic.
  static func isPictographic(_ scalar: UInt32) -> Bool {
    swift_u_hasBinaryProperty(UChar32(scalar), UCHAR_EXTENDED_PICTOGRAPHIC) != 0
  }
}
