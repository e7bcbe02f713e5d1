/// What a reader keeps of one article, in a form that another library can take in.
///
/// An article is named by its identity keys, 16 bytes each: hashes of what it is known by
/// (`IdentityKey`), the same on every machine. Times of changes are milliseconds since
/// 1970-01-01T00:00:00Z; nil is never.
struct KeptState: Equatable {
  /// A value, and when it was last changed.
  struct Dated<Value: Equatable>: Equatable {
    var value: Value
    var changed: Int64?
  }

  var keys: [IdentityKey]
  var read = Dated(value: false, changed: nil)
  /// When it was read, in milliseconds, where it was read by itself.
  var readAt: Int64?
  var starred = Dated(value: false, changed: nil)
  var tags = Dated(value: [String](), changed: nil)
  var place = Dated<TextPlace?>(value: nil, changed: nil)
  /// When it first came into the library, in milliseconds.
  var firstSeen: Int64?
}

extension KeptState {
  /// The state as a line of JSON, without its end; what was never touched is left out.
  var line: String {
    let names = keys.map { #""\#($0.hexadecimal)""# }.joined(separator: ",")
    var members = [#""keys":[\#(names)]"#]
    func add(_ name: String, _ value: String, _ changed: Int64?, _ isWorthIt: Bool) {
      guard isWorthIt || changed != nil else { return }
      members.append(#""\#(name)":\#(value)"#)
      if let changed { members.append(#""\#(name)_changed":\#(changed)"#) }
    }
    add("read", "\(read.value)", read.changed, read.value)
    if let readAt { members.append(#""read_at":\#(readAt)"#) }
    add("starred", "\(starred.value)", starred.changed, starred.value)
    let tags = tags.value.map(Self.quoted).joined(separator: ",")
    add("tags", "[\(tags)]", self.tags.changed, !self.tags.value.isEmpty)
    let place = place.value.map { "[\($0.block),\($0.offset)]" } ?? "null"
    add("place", place, self.place.changed, self.place.value != nil)
    if let firstSeen { members.append(#""first_seen":\#(firstSeen)"#) }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// A tag in quotes; it has no controls.
  private static func quoted(_ tag: String) -> String {
    "\"" + tag.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
