/// The statuses that a batch's keys lead to, those that became others in it as these.
struct KnownKeys {
  private var statuses: [IdentityKey: Int64] = [:]
  private var heirs: [Int64: Int64] = [:]

  /// The status of a key; nil where it has none yet.
  subscript(key: IdentityKey) -> Int64? {
    get { statuses[key].map(heir(of:)) }
    set { statuses[key] = newValue }
  }

  /// All statuses.
  var values: Set<Int64> { Set(statuses.values.map(heir(of:))) }

  /// Has whatever led to one status lead to another.
  mutating func lead(_ former: Int64, to heir: Int64) { heirs[former] = heir }

  /// The status that one has become, else itself.
  func heir(of status: Int64) -> Int64 {
    var status = status
    while let heir = heirs[status] { status = heir }
    return status
  }
}
