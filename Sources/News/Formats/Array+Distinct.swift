extension [String] {
  /// Each text once, where it stands first.
  var distinct: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
