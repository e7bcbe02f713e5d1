import UnicodeData

// Each was looked at: the text of UAX #9 and its test files are with us.
extension KnownDifference {
  /// What FriBidi 1.0.8 is known to do.
  static let ofFriBidi = [
    KnownDifference(reason: "FriBidi before 1.0.9 mixes up an isolate with one closed before it") {
      let classes = $0.map { BidiClass(of: $0) }
      guard let closed = classes.firstIndex(of: .pdi) else { return false }
      return classes[..<closed].contains(where: \.opensIsolate)
        && classes[closed...].contains(where: \.opensIsolate)
    },
    KnownDifference(reason: "FriBidi looks past what stands before a bracket (N0) beside a mark") {
      holdsBracketPair($0) && $0.contains { BidiClass(of: $0) == .nsm }
    },
    KnownDifference(reason: "FriBidi looks past the start of an embedding for a bracket (N0)") {
      holdsBracketPair($0) && $0.contains { BidiClass(of: $0).opensEmbedding }
    },
    unmatchedPDI,
  ]

  /// What ICU is known to do.
  static let ofICU = [
    KnownDifference(reason: "ICU leaves a mark behind a closing bracket as it is (N0)") {
      zip($0, $0.dropFirst()).contains { bracket, mark in
        BidiBracket(bracket)?.kind == .close && BidiClass(of: mark) == .nsm
      }
    },
    KnownDifference(reason: "ICU sees what X9 removes before a mark (W1)") {
      zip($0, $0.dropFirst()).contains { removed, mark in
        BidiClass(of: removed) == .bn && BidiClass(of: mark) == .nsm
      }
    },
    KnownDifference(reason: "ICU pairs more than 63 open brackets (BD16)") {
      $0.count { BidiBracket($0)?.kind == .open } > 63
    },
    unmatchedPDI,
  ]

  /// Texts that neither orders as we do: the least of each by name, so that any other one fails. More
  /// of them than 50,000 seeded paragraphs hold were looked at: they are of this kind, or of that of
  /// `unmatchedPDI`.
  static let ofBoth = [
    KnownDifference(
      reason:
        "ICU pairs more than 63 open brackets (BD16), FriBidi mixes up isolates (before 1.0.9)",
      only: "5D0 28×64 5D1 29 A62F 2068 2D 2067 20 2069 2069 2068 699")
  ]

  private static let unmatchedPDI = KnownDifference(
    reason: "FriBidi and ICU let no override change the class of a PDI without initiator (X6a)"
  ) {
    let classes = $0.map { BidiClass(of: $0) }
    guard let override = classes.firstIndex(where: { $0 == .lro || $0 == .rlo }) else {
      return false
    }
    return classes[override...].contains(.pdi) && !classes.contains(where: \.opensIsolate)
  }

  private static func holdsBracketPair(_ text: [UInt32]) -> Bool {
    let kinds = text.compactMap { BidiBracket($0)?.kind }
    return kinds.contains(.open) && kinds.contains(.close)
  }
}
