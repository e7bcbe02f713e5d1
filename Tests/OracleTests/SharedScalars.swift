import TestSupport
import UnicodeData

/// Scalars to make random texts of, in groups that one rule or another treats alike.
///
/// Only those of which our Unicode and that of the oracles say the same: where a text of these comes
/// out otherwise, a rule is read otherwise.
struct SharedScalars {
  private var groups: [(weight: Int, common: [UInt32], all: [UInt32])] = []
  private var total = 0

  /// Adds a group, of which so many among all weights are drawn.
  mutating func add(_ weight: Int, _ scalars: [UInt32]) {
    guard !scalars.isEmpty else { return }
    let common = scalars.filter {
      $0 < 0x7F || (0x5B0...0x6FF).contains($0) || (0x2000...0x206F).contains($0)
    }
    groups.append((weight, common.isEmpty ? scalars : common, scalars))
    total += weight
  }

  /// Draws a scalar: three times of four one that news holds.
  func draw(_ random: inout Random) -> UInt32 {
    var place = random.below(total)
    for group in groups {
      place -= group.weight
      if place >= 0 { continue }
      return random.below(4) > 0
        ? group.common[random.below(group.common.count)] : group.all[random.below(group.all.count)]
    }
    return 0x20
  }

  /// Draws a text of `count` scalars at most.
  func text(upTo count: Int, _ random: inout Random) -> [UInt32] {
    (0...random.below(count)).map { _ in draw(&random) }
  }

  /// All that may be drawn from: what stands below U+20000 but surrogates and noncharacters.
  static let candidates = (UInt32(1)..<0x2_0000).filter { scalar in
    !(0xD800...0xDFFF).contains(scalar) && !(0xFDD0...0xFDEF).contains(scalar)
      && scalar & 0xFFFE != 0xFFFE
  }
}

// MARK: For order

extension SharedScalars {
  /// Letters, numbers, separators, brackets, spaces: nothing that a rule of order sees otherwise.
  static let plain = ordered(isPlain: true)
  /// With marks, and with controls of embeddings, overrides and isolates.
  static let rich = ordered(isPlain: false)

  private static let shared: [BidiClass: [UInt32]] = Dictionary(
    grouping: candidates.filter(isOrderedAlike)
  ) { ScalarTable.shared.properties(of: $0).bidiClass }

  private static func ordered(isPlain: Bool) -> SharedScalars {
    let weights: [(BidiClass, Int)] = [
      (.l, 12), (.r, 10), (.al, 14), (.en, 8), (.an, 5), (.es, 3), (.et, 4), (.cs, 5), (.ws, 12),
      (.s, 1), (.bn, 2),
    ]
    let marks: [(BidiClass, Int)] = [
      (.nsm, 8), (.lre, 2), (.rle, 2), (.lro, 2), (.rlo, 2), (.pdf, 3), (.lri, 2), (.rli, 2),
      (.fsi, 2), (.pdi, 5),
    ]
    var scalars = SharedScalars()
    for (bidiClass, weight) in weights + (isPlain ? [] : marks) {
      scalars.add(weight, shared[bidiClass] ?? [])
    }
    let neutrals = shared[.on] ?? []
    let table = ScalarTable.shared
    scalars.add(10, neutrals.filter { table.properties(of: $0).isBracket })
    scalars.add(6, neutrals.filter { !table.properties(of: $0).isBracket })
    return scalars
  }

  /// Whether it has one bidi class, one mirror image and one kind of bracket in all three, and is a
  /// cluster of its own that normalization leaves as it is.
  private static func isOrderedAlike(_ scalar: UInt32) -> Bool {
    let own = ScalarTable.shared.properties(of: scalar)
    let isAlone =
      switch own.graphemeBreak {
      case .other, .control, .zwj: own.conjunctBreak != .consonant
      // One with a direction of its own goes with its letter all the same.
      case .extend: own.columns == 0 && [.nsm, .bn].contains(own.bidiClass)
      case .prepend: own.isFormat
      default: false
      }
    guard isAlone, own.bidiClass != .b, own.isMark || !own.mayCompose else { return false }
    let mirror = BidiMirror.mirror(of: scalar) ?? scalar
    return ICU.bidiClass(of: scalar) == own.bidiClass
      && FriBidi.bidiClass(of: scalar) == own.bidiClass
      && FriBidi.mirror(of: scalar) == mirror && ICU.mirror(of: scalar) == mirror
      && FriBidi.pair(of: scalar) == BidiBracket(scalar)?.pair
  }
}
