/// What an object at the root holds, learnt by reading it once through: every member's path, kind
/// and place, and the beginnings of texts. What stands deep or late in an array is passed over.
struct JSONSurvey {
  /// The most members that are noted.
  static let mostMembers = 4096
  /// The longest text that is noted, in bytes.
  static let longestText = 4096
  /// How many steps a path may have.
  static let deepest = 5
  /// How many items of an array are looked at.
  static let mostItems = 4
  /// How many are of a graph of JSON-LD, whose items name one another.
  static let mostNodes = 64

  struct Member {
    var kind: JSONKind
    var place: JSONPlace
    /// A string's or number's text; nil for other kinds.
    var text: String?
  }

  /// Where the root begins and where it ended.
  private(set) var root: JSONPlace
  private(set) var end: JSONPlace
  /// Texts that had to be mended.
  private(set) var damages: [JSONDamage] = []
  private var members: [JSONPath: Member] = [:]

  /// A survey of the object that begins at `root`.
  init(at root: JSONPlace) {
    self.root = root
    end = root
  }

  /// Reads to the end of the object, whose `{` was the last token, or to a fault; what was noted by
  /// then stays.
  mutating func look(through reader: inout JSONReader) throws(JSONFault) {
    reader.damages = []
    defer {
      end = reader.here
      damages = reader.damages
      reader.damages = []
    }
    try note(&reader)
  }

  /// The member at `path`; where a name stands twice, the last one.
  subscript(_ path: JSONPath) -> Member? { members[path] }

  /// The text of a string at `path`.
  func text(_ path: JSONPath) -> String? {
    self[path].flatMap { $0.kind == .string ? $0.text : nil }
  }

  /// Whether an array stands at `path` that is empty or begins with an object.
  func hasObjects(at path: JSONPath) -> Bool {
    guard self[path]?.kind == .array else { return false }
    let first = self[path.appending("0")]
    return first == nil || first?.kind == .object
  }
}

extension JSONSurvey {
  private mutating func note(_ reader: inout JSONReader) throws(JSONFault) {
    var path: [String] = []
    var counts: [Int?] = [nil]  // nil in an object, in an array the items met so far
    var scratch: [UInt8] = []
    while let count = counts.last {
      var token: JSONToken
      do throws(JSONFault) {
        token = try reader.next()
      } catch {
        // What looks like a list's first item may be a name in an object that lacks its brace.
        if count == 1, members[JSONPath(path + ["0"])]?.kind == .string {
          members[JSONPath(path + ["0"])] = nil
        }
        throw error
      }
      if token == .endObject || token == .endArray {
        counts.removeLast()
        _ = path.popLast()
        continue
      }
      if count == (path == ["@graph"] ? Self.mostNodes : Self.mostItems) {
        if token == .beginObject || token == .beginArray { try reader.skip() }
        continue
      }
      let step: String
      if let count {
        step = String(count)
        counts[counts.count - 1] = count + 1
      } else {
        step = try Self.text(&reader, cap: JSONElement.longestName, &scratch) ?? ""
        token = try reader.next()
      }
      guard let kind = token.kind else { continue }
      let place = reader.place
      let hasText = token == .string || token == .number
      let text = hasText ? try Self.text(&reader, cap: Self.longestText, &scratch) : nil
      note(JSONPath(path + [step]), Member(kind: kind, place: place, text: text))
      guard kind == .object || kind == .array else { continue }
      if path.count + 1 == Self.deepest {
        try reader.skip()
      } else {
        path.append(step)
        counts.append(kind == .object ? nil : 0)
      }
    }
  }

  /// The text of the last token; nil where it is longer than `cap`.
  private static func text(
    _ reader: inout JSONReader, cap: Int, _ scratch: inout [UInt8]
  ) throws(JSONFault) -> String? {
    scratch.removeAll(keepingCapacity: true)
    let isWhole = try reader.text(into: &scratch, cap: cap)
    return isWhole ? String(decoding: scratch, as: UTF8.self) : nil
  }

  private mutating func note(_ path: JSONPath, _ member: Member) {
    guard members.count < Self.mostMembers || members[path] != nil else { return }
    members[path] = member
  }
}
