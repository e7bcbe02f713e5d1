/// The data of canonical normalization (UAX #15).
struct Normalization {
  /// Scalar → its full canonical decomposition, Hangul syllables aside; ascending.
  private(set) var decompositions: [(scalar: Int, full: [Int])] = []
  /// First, second, composite: ascending by the first two.
  private(set) var compositions: [(first: Int, second: Int, composite: Int)] = []
  /// The scalars whose NFC_Quick_Check is No or Maybe.
  private(set) var uncertain: Set<Int> = []
  private let combiningClass: [UInt8]

  init(_ database: Database) {
    combiningClass = database.combiningClass
    let canonical = database.decompositions.filter { $0.value.tag.isEmpty }
      .mapValues(\.scalars)
    for (scalar, parts) in canonical {
      decompositions.append((scalar, parts.flatMap { Self.decompose($0, canonical) }))
      guard isPrimary(scalar, parts) else {
        uncertain.insert(scalar)
        continue
      }
      compositions.append((parts[0], parts[1], scalar))
    }
    // What composes with the scalar before it, or starts with something that does.
    let seconds = Set(compositions.map(\.second))
    uncertain.formUnion(seconds)
    for (scalar, full) in decompositions where full.first.map(seconds.contains) == true {
      uncertain.insert(scalar)
    }
    uncertain.formUnion(0x1161...0x1175)
    uncertain.formUnion(0x11A8...0x11C2)
    decompositions.sort { $0.scalar < $1.scalar }
    compositions.sort { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// NFC_Quick_Check is Yes.
  func isCertainlyComposed(_ scalar: Int) -> Bool { !uncertain.contains(scalar) }
}

extension Normalization {
  /// CompositionExclusions.txt: a set that only grows with characters encoded from then on, and has
  /// not grown since Unicode 5.2.
  private static let exclusions: [ClosedRange<Int>] = [
    0x0958...0x095F, 0x09DC...0x09DD, 0x09DF...0x09DF, 0x0A33...0x0A33, 0x0A36...0x0A36,
    0x0A59...0x0A5B, 0x0A5E...0x0A5E, 0x0B5C...0x0B5D, 0x0F43...0x0F43, 0x0F4D...0x0F4D,
    0x0F52...0x0F52, 0x0F57...0x0F57, 0x0F5C...0x0F5C, 0x0F69...0x0F69, 0x0F76...0x0F76,
    0x0F78...0x0F78, 0x0F93...0x0F93, 0x0F9D...0x0F9D, 0x0FA2...0x0FA2, 0x0FA7...0x0FA7,
    0x0FAC...0x0FAC, 0x0FB9...0x0FB9, 0x2ADC...0x2ADC,
    0xFB1D...0xFB1D, 0xFB1F...0xFB1F, 0xFB2A...0xFB4E, 0x1D15E...0x1D164, 0x1D1BB...0x1D1C0,
  ]

  /// Not a singleton, not a decomposition that starts with or is of a mark, not excluded.
  private func isPrimary(_ scalar: Int, _ parts: [Int]) -> Bool {
    parts.count == 2 && combiningClass[scalar] == 0 && combiningClass[parts[0]] == 0
      && !Self.exclusions.contains { $0.contains(scalar) }
  }

  private static func decompose(_ scalar: Int, _ canonical: [Int: [Int]]) -> [Int] {
    guard let parts = canonical[scalar] else { return [scalar] }
    return parts.flatMap { decompose($0, canonical) }
  }
}
