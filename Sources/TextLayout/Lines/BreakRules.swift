import UnicodeData

/// The rules of UAX #14 for Unicode 17, each a function named after it: what it says about a break
/// between a state and a unit, or nil. The first that speaks decides. LB1 is in the tables, LB2 and
/// LB3 in `BreakOpportunities`, LB10 in `BreakState`.
enum BreakRules {
  typealias Rule = @Sendable (BreakState, BreakUnit) -> BreakOpportunity?

  /// What the rules say of a break before `unit`.
  static func opportunity(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity {
    if before.absorbs(unit) { return .prohibited }  // LB9; the rules before it say the same
    var unit = unit
    let isJoiner = unit.lineBreakClass == .zwj
    if isJoiner || unit.lineBreakClass == .cm {
      unit = BreakUnit(lineBreakClass: .al, isEastAsian: false)
    }
    for rule in inOrder {
      if let opportunity = rule(before, unit) { return opportunity }
    }
    return .allowed  // LB31
  }

  private static let inOrder: [Rule] = [
    lb4, lb5, lb6, lb7, lb8, lb8a, lb11, lb12, lb12a, lb13, lb14, lb15a, lb15b, lb15c, lb15d, lb16,
    lb17, lb18, lb19, lb19a, lb20, lb20a, lb21, lb21a, lb21b, lb22, lb23, lb23a, lb24, lb25, lb26,
    lb27, lb28, lb28a, lb29, lb30, lb30a, lb30b,
  ]
}

// MARK: Mandatory breaks, spaces, joiners

extension BreakRules {
  /// BK !
  @Sendable private static func lb4(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    before.adjacent == .bk ? .mandatory : nil
  }

  /// CR × LF, CR !, LF !, NL !
  @Sendable private static func lb5(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    switch before.adjacent {
    case .cr: unit.lineBreakClass == .lf ? .prohibited : .mandatory
    case .lf, .nl: .mandatory
    default: nil
    }
  }

  /// × (BK | CR | LF | NL)
  @Sendable private static func lb6(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.bk, .cr, .lf, .nl))
  }

  /// × SP, × ZW
  @Sendable private static func lb7(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.sp, .zw))
  }

  /// ZW SP* ÷
  @Sendable private static func lb8(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    before.last == .zw ? .allowed : nil
  }

  /// ZWJ ×
  @Sendable private static func lb8a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(before.endsInJoiner)
  }

  /// × WJ, WJ ×
  @Sendable private static func lb11(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.wj) || before.isAfter(.wj))
  }

  /// GL ×
  @Sendable private static func lb12(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(before.isAfter(.gl))
  }

  /// [^SP BA HY HH] × GL
  @Sendable private static func lb12a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(unit.isOf(.gl) && !before.isAfter(.sp, .ba, .hy, .hh))
  }
}

// MARK: Punctuation

extension BreakRules {
  /// × CL, × CP, × EX, × SY
  @Sendable private static func lb13(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.cl, .cp, .ex, .sy))
  }

  /// OP SP* ×
  @Sendable private static func lb14(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(before.last == .op)
  }

  /// (sot | BK | CR | LF | NL | OP | QU | GL | SP | ZW) [Pi & QU] SP* ×
  @Sendable private static func lb15a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(before.context.contains(.quotationStart))
  }

  /// × [Pf & QU] (SP | GL | WJ | CL | QU | CP | EX | IS | SY | BK | CR | LF | NL | ZW | eot)
  @Sendable private static func lb15b(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(unit.isOf(.quFinal) && unit.following.contains(.quotationEnd))
  }

  /// SP ÷ IS NU
  @Sendable private static func lb15c(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    let applies = before.isAfter(.sp) && unit.isOf(.is) && unit.following.contains(.number)
    return applies ? .allowed : nil
  }

  /// × IS
  @Sendable private static func lb15d(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(unit.isOf(.is))
  }

  /// (CL | CP) SP* × NS
  @Sendable private static func lb16(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited((before.last == .cl || before.last == .cp) && unit.isOf(.ns))
  }

  /// B2 SP* × B2
  @Sendable private static func lb17(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(before.last == .b2 && unit.isOf(.b2))
  }

  /// SP ÷
  @Sendable private static func lb18(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    before.isAfter(.sp) ? .allowed : nil
  }

  /// × [QU - Pi], [QU - Pf] ×
  @Sendable private static func lb19(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.qu, .quFinal) || before.isAfter(.qu, .quInitial))
  }

  /// Unless East Asian scalars stand on both sides: [^EA] × QU, × QU ([^EA] | eot), QU × [^EA],
  /// (sot | [^EA]) QU ×
  @Sendable private static func lb19a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    let isBefore = unit.lineBreakClass.isQuotation
    let isAfter = before.adjacent.isQuotation
    return prohibited(
      isBefore && (!before.isEastAsian || unit.following.contains(.narrow))
        || isAfter && (!unit.isEastAsian || before.context.contains(.narrow)))
  }

  /// ÷ CB, CB ÷
  @Sendable private static func lb20(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    unit.isOf(.cb) || before.isAfter(.cb) ? .allowed : nil
  }

  /// (sot | BK | CR | LF | NL | SP | ZW | CB | GL) (HY | HH) × (AL | HL)
  @Sendable private static func lb20a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(before.context.contains(.wordStart) && unit.lineBreakClass.isAlphabetic)
  }

  /// × BA, × HH, × HY, × NS, BB ×
  @Sendable private static func lb21(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.ba, .hh, .hy, .ns) || before.isAfter(.bb))
  }

  /// HL (HY | HH) × [^HL]
  @Sendable private static func lb21a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(before.context.contains(.hebrew) && !unit.isOf(.hl))
  }

  /// SY × HL
  @Sendable private static func lb21b(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(before.isAfter(.sy) && unit.isOf(.hl))
  }

  /// × IN
  @Sendable private static func lb22(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(unit.isOf(.in))
  }
}

// MARK: Numbers

extension BreakRules {
  /// (AL | HL) × NU, NU × (AL | HL)
  @Sendable private static func lb23(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(
      before.adjacent.isAlphabetic && unit.isOf(.nu)
        || before.isAfter(.nu) && unit.lineBreakClass.isAlphabetic)
  }

  /// PR × (ID | EB | EM), (ID | EB | EM) × PO
  @Sendable private static func lb23a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(
      before.isAfter(.pr) && unit.lineBreakClass.isIdeographic
        || before.adjacent.isIdeographic && unit.isOf(.po))
  }

  /// (PR | PO) × (AL | HL), (AL | HL) × (PR | PO)
  @Sendable private static func lb24(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(
      before.isAfter(.pr, .po) && unit.lineBreakClass.isAlphabetic
        || before.adjacent.isAlphabetic && unit.isOf(.pr, .po))
  }

  /// NU (SY | IS)* [CL | CP] × (PO | PR), (PO | PR) × OP [IS] NU, (PO | PR | HY | IS) × NU,
  /// NU (SY | IS)* × NU
  @Sendable private static func lb25(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    switch unit.lineBreakClass {
    case .po, .pr: prohibited(before.isInNumber || before.isAfterClosedNumber)
    case .op: prohibited(before.isAfter(.po, .pr) && unit.following.contains(.number))
    case .nu: prohibited(before.isAfter(.po, .pr, .hy, .is) || before.isInNumber)
    default: nil
    }
  }
}

// MARK: Scripts

extension BreakRules {
  /// JL × (JL | JV | H2 | H3), (JV | H2) × (JV | JT), (JT | H3) × JT
  @Sendable private static func lb26(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    switch before.adjacent {
    case .jl: prohibited(unit.isOf(.jl, .jv, .h2, .h3))
    case .jv, .h2: prohibited(unit.isOf(.jv, .jt))
    case .jt, .h3: prohibited(unit.isOf(.jt))
    default: nil
    }
  }

  /// (JL | JV | JT | H2 | H3) × PO, PR × (JL | JV | JT | H2 | H3)
  @Sendable private static func lb27(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(
      before.adjacent.isHangul && unit.isOf(.po)
        || before.isAfter(.pr) && unit.lineBreakClass.isHangul)
  }

  /// (AL | HL) × (AL | HL)
  @Sendable private static func lb28(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(before.adjacent.isAlphabetic && unit.lineBreakClass.isAlphabetic)
  }

  /// With A for (AK | ◌ | AS): AP × A, A × (VF | VI), A VI × (AK | ◌), A × A VF
  @Sendable private static func lb28a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    let isAksara = unit.lineBreakClass.isAksara
    return prohibited(
      before.isAfter(.ap) && isAksara
        || before.adjacent.isAksara && unit.isOf(.vf, .vi)
        || before.context.contains(.aksara) && unit.isOf(.ak, .alDottedCircle)
        || before.adjacent.isAksara && isAksara && unit.following.contains(.finalVirama))
  }

  /// IS × (AL | HL)
  @Sendable private static func lb29(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    prohibited(before.isAfter(.is) && unit.lineBreakClass.isAlphabetic)
  }

  /// (AL | HL | NU) × [OP - EA], [CP - EA] × (AL | HL | NU)
  @Sendable private static func lb30(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity? {
    let isAfterWord = before.adjacent.isAlphabetic || before.isAfter(.nu)
    let isBeforeWord = unit.lineBreakClass.isAlphabetic || unit.isOf(.nu)
    return prohibited(
      isAfterWord && unit.isOf(.op) && !unit.isEastAsian
        || before.isAfter(.cp) && !before.isEastAsian && isBeforeWord)
  }

  /// sot (RI RI)* RI × RI, [^RI] (RI RI)* RI × RI
  @Sendable private static func lb30a(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(before.context.contains(.firstOfPair) && unit.isOf(.ri))
  }

  /// EB × EM, [ExtPict & Cn] × EM
  @Sendable private static func lb30b(_ before: BreakState, _ unit: BreakUnit) -> BreakOpportunity?
  {
    prohibited(before.isAfter(.eb, .idUnassigned, .alUnassigned) && unit.isOf(.em))
  }

  private static func prohibited(_ applies: Bool) -> BreakOpportunity? {
    applies ? .prohibited : nil
  }
}

extension BreakUnit {
  fileprivate func isOf(_ classes: LineBreakClass...) -> Bool { classes.contains(lineBreakClass) }
}

extension BreakState {
  fileprivate func isAfter(_ classes: LineBreakClass...) -> Bool { classes.contains(adjacent) }
}
