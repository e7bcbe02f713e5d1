/// Texts and objects as JSON that is safe in a pipe: controls and bidi controls are escaped.
enum JSONText {
  /// A value of a member.
  enum Value {
    case text(String)
    case optional(String?)
    case texts([String])
    case number(Int)
    case bool(Bool)
  }

  /// An object with its members in order.
  static func object(_ members: [(name: String, value: Value)]) -> String {
    "{" + members.map { quoted($0.name) + ":" + text(of: $0.value) }.joined(separator: ",") + "}"
  }

  /// A text without controls of any kind; line ends and tabs become spaces.
  static func withoutControls(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
      case _ where isControl(scalar.value): continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension JSONText {
  private static func text(of value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .optional(let text): text.map(quoted) ?? "null"
    case .texts(let texts): "[" + texts.map(quoted).joined(separator: ",") + "]"
    case .number(let number): String(number)
    case .bool(let bool): String(bool)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case let value where isControl(value) || value == 0x2028 || value == 0x2029:
        result += escape(value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// C0, DEL, C1 and the bidi controls.
  private static func isControl(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
