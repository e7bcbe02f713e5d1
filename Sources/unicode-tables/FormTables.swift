/// Arabic letters and their presentation forms, mirrors and brackets: what flags of a class lead to.
struct FormTables {
  /// Letter → isolated, final, initial, medial form; 0 where there is none.
  private(set) var forms: [Int: [Int]] = [:]
  /// Alef → the isolated form of lam with it; the final form follows.
  private(set) var lamAlefs: [Int: Int] = [:]
  /// Bracket → whether it opens, the opener of its pair in canonical form.
  private(set) var brackets: [(scalar: Int, isOpen: Bool, pair: Int)] = []

  private static let tags = ["<isolated>", "<final>", "<initial>", "<medial>"]

  init(_ database: Database) {
    for (scalar, (tag, parts)) in database.decompositions {
      guard let place = Self.tags.firstIndex(of: tag) else { continue }
      if parts.count == 1, (0x0600...0x06FF).contains(parts[0]) {
        forms[parts[0], default: [0, 0, 0, 0]][place] = scalar
      } else if (0xFEF5...0xFEFC).contains(scalar), place == 0 {
        lamAlefs[parts[1]] = scalar
      }
    }
    for (scalar, (partner, isOpen)) in database.brackets {
      let opener = isOpen ? scalar : partner
      let canonical = database.decompositions[opener]
      let pair = canonical?.tag == "" ? canonical?.scalars.first ?? opener : opener
      brackets.append((scalar, isOpen, pair))
    }
    brackets.sort { $0.scalar < $1.scalar }
  }

  /// Whether `scalar` has a presentation form of its own.
  func hasForms(_ scalar: Int) -> Bool { forms[scalar] != nil }
}
