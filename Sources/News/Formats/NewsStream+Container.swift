extension NewsStream {
  mutating func open() throws(JSONFault) {
    try reader.passByteOrderMark()
    let start = reader.here
    let token: JSONToken
    do throws(JSONFault) {
      token = try reader.next()
    } catch {
      guard error.isSyntax, try isBadLine(start) else { throw error }
      return openLines(start, isBound: true)
    }
    switch token {
    case .beginArray:
      rootStart = reader.place
      container = .array(then: .end)
    case .beginObject:
      try openObject()
    case .end:
      if !isNamedAsLines { throw reader.fault("nothing stands in it") }
      container = .done
    case .string, .number, .yes, .no, .null, .key, .endObject, .endArray:
      try openScalar(from: start)
    }
  }

  /// A value that is no list and no object is no news, but it may be the first line of others.
  private mutating func openScalar(from start: JSONPlace) throws(JSONFault) {
    let value = reader.place
    var isAlone = false
    var fault = JSONFault?.none
    do throws(JSONFault) {
      isAlone = try reader.next() == .end
      if !isAlone { fault = reader.fault("a second value") }
    } catch {
      fault = error
    }
    if let fault {
      guard fault.isSyntax, try isBadLine(start) else { throw fault }
      return openLines(start, isBound: true)
    }
    problem(.unknownShape, value)
    container = .done
  }

  /// An object at the root is read to its end first: a feed's name may follow its items.
  mutating func openObject() throws(JSONFault) {
    let start = reader.place
    var survey = JSONSurvey(at: start)
    do throws(JSONFault) {
      try survey.look(through: &reader)
    } catch {
      guard error.isSyntax else { throw error }
      guard try !isBadLine(start, isObject: true) else {
        return openLines(start, isBound: true)
      }
      return try openCut(survey, error)
    }
    let isOneLine = start.line == survey.end.line
    do throws(JSONFault) {
      guard try reader.next() == .end else { return openLines(start, isBound: isOneLine) }
    } catch {
      if error.isSyntax, isOneLine, isNamedAsLines || error.place.line > start.line {
        return openLines(start, isBound: true)
      }
      // Values parted by commas, which are reported when they are come to again.
      if error.isSyntax, try reader.passComma() { return openLines(start, isBound: isOneLine) }
      // The object is whole; what follows it is nothing that can be read.
      guard error.isSyntax || error.isOfLimit else { throw error }
      report(error)
    }
    for damage in survey.damages { problem(.damaged(damage.what), damage.place) }
    try openRoot(survey, isOneLine: isOneLine)
  }

  /// Whether a line that can't be read is one of JSON Lines: before these a tool may say something in
  /// a few lines, but a broken object may hold objects that fill a line.
  private mutating func isBadLine(
    _ start: JSONPlace, isObject: Bool = false
  ) throws(JSONFault) -> Bool {
    isNamedAsLines ? true : try isLine(after: start, within: isObject ? 1 : 8)
  }

  /// What stands before a fault in a list that the object at the root holds.
  private mutating func openCut(
    _ survey: JSONSurvey, _ fault: JSONFault
  ) throws(JSONFault) {
    guard let path = items(in: survey), survey[path]?.kind == .array else { throw fault }
    for damage in survey.damages { problem(.damaged(damage.what), damage.place) }
    try openItems(path, survey, then: .nothing)
    cut = fault
  }

  mutating func openRoot(_ survey: JSONSurvey, isOneLine: Bool) throws(JSONFault) {
    if let path = items(in: survey) { return try openItems(path, survey, then: .nothing) }
    // A single line yet: more may follow some day.
    if isNamedAsLines, isOneLine { return openLines(survey.root, isBound: true) }
    reader.seek(survey.root)
    container = .single(then: .nothing)
  }

  /// Where an object holds articles, and what it says of them all; nil where it holds none.
  mutating func items(in survey: JSONSurvey) -> JSONPath? {
    let orders = masthead.dayOrders
    defer { masthead.dayOrders = orders }
    for candidate in forced.map({ [$0] }) ?? NewsFormats.all {
      guard let path = candidate.items(in: survey) else { continue }
      itemFormat = candidate
      note(candidate)
      masthead = candidate.masthead(in: survey)
      return path
    }
    guard let path = Envelope.items(in: survey) else { return nil }
    masthead = Envelope.masthead(in: survey)
    return path
  }

  mutating func openItems(
    _ path: JSONPath, _ survey: JSONSurvey, then following: Following
  ) throws(JSONFault) {
    let member = path.steps.joined(separator: ".")
    guard let items = survey[path] else {
      leave(following)
      return problem(.missing(member: member), survey.root)
    }
    if items.kind == .object, path.steps.last == "item" {
      // A writer that makes JSON of XML makes no array of one item.
      reader.seek(items.place)
      return container = .single(then: following)
    }
    guard items.kind == .array else {
      leave(following)
      return problem(.wrongType(member: member, expected: "an array"), items.place)
    }
    reader.seek(items.place)
    _ = try reader.next()
    container = .array(then: following)
    isBehindFault = false
  }

  mutating func openLines(_ start: JSONPlace, isBound: Bool) {
    reader.seek(start)
    reader.isLineBound = isBound
    reader.damages = []
    container = .lines
  }

  var isNamedAsLines: Bool {
    let name = name.lowercased()
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
  }

  /// Whether one of so many lines after `start`'s is an object and nothing else, as in JSON Lines.
  mutating func isLine(
    after start: JSONPlace, within lines: Int = 1
  ) throws(JSONFault) -> Bool {
    reader.seek(start)
    for _ in 0..<lines {
      guard try reader.skipLine() else { return false }
      let line = reader.here
      if try isObjectAlone() { return true }
      reader.seek(line)
    }
    return false
  }

  /// Whether the line in which the reader stands is an object and nothing else.
  private mutating func isObjectAlone() throws(JSONFault) -> Bool {
    reader.isLineBound = true
    defer { reader.isLineBound = false }
    do throws(JSONFault) {
      guard try reader.next() == .beginObject else { return false }
      try reader.skip()
      let end = reader.here.line
      let after = try reader.next()
      return after == .end || reader.place.line > end
    } catch {
      guard error.isSyntax else { throw error }
      return false
    }
  }
}
