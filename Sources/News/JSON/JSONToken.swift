/// What the reader met; the text of a key, a string or a number is asked for apart.
enum JSONToken: Equatable, Sendable {
  case beginObject, endObject, beginArray, endArray
  /// The name of a member; its value is the next token.
  case key
  case string, number, yes, no, null
  /// There is no further value.
  case end
}

extension JSONToken {
  /// The kind of the value that begins here; nil where none does.
  var kind: JSONKind? {
    switch self {
    case .beginObject: .object
    case .beginArray: .array
    case .string: .string
    case .number: .number
    case .yes: .yes
    case .no: .no
    case .null: .null
    case .endObject, .endArray, .key, .end: nil
    }
  }
}
