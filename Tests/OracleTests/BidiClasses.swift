import UnicodeData

extension BidiClass {
  /// The class that FriBidi gives this name.
  static func named(_ name: String) -> BidiClass? { byName[name] }

  private static let byName: [String: BidiClass] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)".uppercased(), $0) })
    names["LTR"] = .l
    names["RTL"] = .r
    names["BS"] = .b
    names["SS"] = .s
    return names
  }()

  /// Whether it begins an isolate.
  var opensIsolate: Bool { self == .lri || self == .rli || self == .fsi }

  /// Whether it begins an embedding or an override.
  var opensEmbedding: Bool { self == .lre || self == .rle || self == .lro || self == .rlo }

  /// The class of a scalar.
  init(of scalar: UInt32) { self = ScalarTable.shared.properties(of: scalar).bidiClass }
}
