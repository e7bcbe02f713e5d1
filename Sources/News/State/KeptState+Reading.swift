extension KeptState {
  /// The most keys that one article is known by.
  private static let mostKeys = 256

  /// The state that a line of JSON tells; nil where something in it is wrong, which is reported:
  /// half of what was kept could be worse than nothing.
  init?(_ element: borrowing JSONElement, _ problems: inout [Problem]) {
    var reading = Reading()
    let root = element.root
    guard element.kind(root) == .object else {
      problems.append(
        element.problem(root, .wrongType(member: "a line", expected: "an object")))
      return nil
    }
    keys = reading.keys(element)
    read.value = reading.flag("read", element)
    read.changed = reading.time("read_changed", element)
    readAt = reading.time("read_at", element)
    starred.value = reading.flag("starred", element)
    starred.changed = reading.time("starred_changed", element)
    tags.value = reading.tags(element)
    tags.changed = reading.time("tags_changed", element)
    place.value = reading.place(element)
    place.changed = reading.time("place_changed", element)
    firstSeen = reading.time("first_seen", element)
    problems += reading.problems
    guard reading.problems.isEmpty else { return nil }
  }

  /// Reads members, and notes what is wrong with them.
  private struct Reading {
    var problems: [Problem] = []

    mutating func keys(_ element: borrowing JSONElement) -> [IdentityKey] {
      guard let list = element.member("keys", of: element.root) else {
        problems.append(element.problem(element.root, .dropped(missing: "keys")))
        return []
      }
      var keys: [IdentityKey] = []
      var isRight = element.kind(list) == .array
      element.forEach(of: list) { item in
        let key =
          element.kind(item) == .string
          ? element.withText(item) { IdentityKey(hexadecimal: $0) } : nil
        if let key { keys.append(key) } else { isRight = false }
      }
      guard isRight, !keys.isEmpty, keys.count <= KeptState.mostKeys else {
        wrong("keys", "an array of keys of 32 hexadecimal digits", list, element)
        return []
      }
      return keys
    }

    mutating func flag(_ name: StaticString, _ element: borrowing JSONElement) -> Bool {
      guard let node = element.member(name, of: element.root) else { return false }
      switch element.kind(node) {
      case .yes: return true
      case .no: return false
      case .object, .array, .string, .longString, .number, .null:
        wrong("\(name)", "true or false", node, element)
        return false
      }
    }

    mutating func time(_ name: StaticString, _ element: borrowing JSONElement) -> Int64? {
      guard let node = element.member(name, of: element.root) else { return nil }
      // The year 9999: no clock goes on to it, and seconds have to fit into the history's places.
      guard let time = number(node, element), (0...253_402_300_799_999).contains(time) else {
        wrong("\(name)", "milliseconds since 1970", node, element)
        return nil
      }
      return time
    }

    mutating func tags(_ element: borrowing JSONElement) -> [String] {
      guard let list = element.member("tags", of: element.root) else { return [] }
      var tags: [String] = []
      var isRight = element.kind(list) == .array
      element.forEach(of: list) { item in
        let text = element.kind(item) == .string ? element.withText(item) { TagText.tag($0) } : nil
        if let text { tags.append(text) } else { isRight = false }
      }
      if !isRight { wrong("tags", "an array of texts", list, element) }
      return tags
    }

    mutating func place(_ element: borrowing JSONElement) -> TextPlace? {
      guard let pair = element.member("place", of: element.root) else { return nil }
      var numbers: [Int64] = []
      element.forEach(of: pair) { item in numbers.append(number(item, element) ?? -1) }
      guard element.kind(pair) == .array, numbers.count == 2,
        (0...Int64(Int32.max)).contains(numbers[0]), (0...Int64(UInt32.max)).contains(numbers[1])
      else {
        wrong("place", "an array of a block and an offset", pair, element)
        return nil
      }
      return TextPlace(block: Int(numbers[0]), offset: UInt32(numbers[1]))
    }

    private func number(_ node: JSONElement.Node, _ element: borrowing JSONElement) -> Int64? {
      guard element.kind(node) == .number else { return nil }
      return element.withText(node) { text in Int64(String(decoding: text, as: UTF8.self)) }
    }

    private mutating func wrong(
      _ name: String, _ expected: String, _ node: JSONElement.Node,
      _ element: borrowing JSONElement
    ) {
      problems.append(element.problem(node, .wrongType(member: name, expected: expected)))
    }
  }
}

extension TagText {
  fileprivate static func tag(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    tag(String(decoding: bytes, as: UTF8.self))
  }
}
