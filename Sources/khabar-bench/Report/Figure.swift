/// One line of the report: what was measured, of khabar and of what ran beside it.
struct Figure {
  /// Something that khabar wants of itself.
  enum Bar {
    /// No more than this, in the figure's own unit.
    case atMost(Double)
    /// No more than so many times what runs beside it takes.
    case timesAtMost(Double)
    /// At least so many times what runs beside it reaches.
    case timesAtLeast(Double)
    /// No more than so much above what runs beside it takes.
    case aboveAtMost(Double)
  }

  /// What runs beside khabar, and what it came to.
  struct Peer {
    let name: String
    let value: Double
  }

  let what: String
  let unit: String
  let khabar: Double
  var peer: Peer?
  var bar: Bar?
}

extension Figure {
  /// khabar's value through that of what runs beside it.
  var ratio: Double? {
    guard let peer, peer.value > 0 else { return nil }
    return khabar / peer.value
  }

  /// Whether the bar is held; nil where there is none, or nothing to hold it against.
  var isHeld: Bool? {
    switch bar {
    case .atMost(let limit): khabar <= limit
    case .timesAtMost(let limit): ratio.map { $0 <= limit }
    case .timesAtLeast(let limit): ratio.map { $0 >= limit }
    case .aboveAtMost(let limit): peer.map { khabar <= $0.value + limit }
    case nil: nil
    }
  }

  /// Whether it is the same thing of khabar beside another peer.
  func repeats(_ other: Figure) -> Bool {
    what == other.what && khabar == other.khabar
  }

  /// The cells of its line.
  var cells: [String] {
    [
      what, "\(Self.text(khabar)) \(unit)",
      peer.map { "\($0.name) \(Self.text($0.value))" } ?? "",
      ratio.map { "\(Self.text($0))×" } ?? "", barText,
      isHeld.map { $0 ? "yes" : "**no**" } ?? "",
    ]
  }

  private var barText: String {
    switch bar {
    case .atMost(let limit): "≤ \(Self.text(limit)) \(unit)"
    case .timesAtMost(let limit): "≤ \(Self.text(limit))×"
    case .timesAtLeast(let limit): "≥ \(Self.text(limit))×"
    case .aboveAtMost(let limit): "≤ +\(Self.text(limit)) \(unit)"
    case nil: ""
    }
  }

  /// Three figures of a number, no more than are true.
  static func text(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0" }
    if value >= 100 { return String(Int(value.rounded())) }
    let scale: Double = value >= 10 ? 10 : value >= 0.1 ? 100 : 1000
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
