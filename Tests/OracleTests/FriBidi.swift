import CFribidi
import TextLayout
import UnicodeData

/// A paragraph as FriBidi orders and shapes it. Its buffers are kept from paragraph to paragraph.
struct FriBidi {
  private var count = 0
  private var scalars: [FriBidiChar] = []
  private var types: [FriBidiCharType] = []
  private var direction = khabar_fribidi_automatic
  /// The embedding level of each scalar, before L1 at the ends of lines.
  private(set) var levels: [FriBidiLevel] = []

  /// Resolves the levels of a paragraph; nil where FriBidi cannot.
  mutating func resolve(_ text: [UInt32], _ asked: ParagraphDirection) -> Bool {
    count = text.count
    scalars = text
    types = [FriBidiCharType](repeating: FriBidiCharType(0), count: count)
    levels = [FriBidiLevel](repeating: 0, count: count)
    var brackets = [FriBidiBracketType](repeating: 0, count: count)
    direction =
      switch asked {
      case .leftToRight: khabar_fribidi_left_to_right
      case .rightToLeft: khabar_fribidi_right_to_left
      default: khabar_fribidi_automatic
      }
    let length = FriBidiStrIndex(count)
    fribidi_get_bidi_types(scalars, length, &types)
    fribidi_get_bracket_types(scalars, length, types, &brackets)
    return fribidi_get_par_embedding_levels_ex(types, brackets, length, &direction, &levels) != 0
  }

  /// The places of a line's scalars from left to right.
  func order(of line: Range<Int>) -> [Int] {
    var map = (0..<FriBidiStrIndex(count)).map { $0 }
    var levels = levels
    let done = map.withUnsafeMutableBufferPointer { map in
      fribidi_reorder_line(
        0, types, FriBidiStrIndex(line.count), FriBidiStrIndex(line.lowerBound), direction, &levels,
        nil, map.baseAddress)
    }
    return done == 0 ? [] : map[line].map { Int($0) }
  }

  /// What each scalar shows: its presentation form, a ligature in the place of its lam.
  func shapes() -> [UInt32] {
    let length = FriBidiStrIndex(count)
    var joining = [FriBidiArabicProp](repeating: 0, count: count)
    var shapes = scalars
    fribidi_get_joining_types(scalars, length, &joining)
    fribidi_join_arabic(types, length, levels, &joining)
    fribidi_shape_arabic(khabar_fribidi_arabic, levels, length, &joining, &shapes)
    // FriBidi has a ligature in the place of its alef.
    for place in shapes.indices.dropLast().reversed() where shapes[place] == Self.filler {
      shapes.swapAt(place, place + 1)
    }
    return shapes
  }

  /// What stands in the place of an alef that went into the ligature before it.
  static let filler: UInt32 = 0xFEFF
}

extension FriBidi {
  /// A scalar's bidi class.
  static func bidiClass(of scalar: UInt32) -> BidiClass? {
    BidiClass.named(String(cString: fribidi_get_bidi_type_name(fribidi_get_bidi_type(scalar))))
  }

  /// A scalar's mirror image, or itself.
  static func mirror(of scalar: UInt32) -> UInt32 {
    var mirror: FriBidiChar = scalar
    return fribidi_get_mirror_char(scalar, &mirror) != 0 ? mirror : scalar
  }

  /// The opening bracket that a bracket pairs by; nil for what is no bracket.
  static func pair(of scalar: UInt32) -> UInt32? {
    let bracket = fribidi_get_bracket(scalar)
    return bracket == 0 ? nil : bracket & 0x7FFF_FFFF
  }

  /// The name of a scalar's joining type: U, R, D, C, T or L.
  static func joiningType(of scalar: UInt32) -> String {
    String(cString: fribidi_get_joining_type_name(fribidi_get_joining_type(scalar)))
  }
}
