/// Values one after another, each of which may hold a list of articles itself: whole feeds and answers
/// of services, a line each, put into one array or put together as they were.
extension NewsStream {
  /// The article of the element that was read; where it holds articles, these are what follows.
  mutating func decodeOrOpen(_ start: JSONPlace, in outer: Container) throws(JSONFault) -> Step {
    guard Envelope.mayHoldArticles(element) else {
      source.keeps = false
      reportDamages()
      return decode()
    }
    guard reader.canSeek(start) else {
      problem(.unknownShape, start)
      return .nothing
    }
    let isBound = reader.isLineBound
    reader.isLineBound = false  // it is whole, wherever it ends
    reader.seek(start)
    _ = try reader.next()
    var survey = JSONSurvey(at: reader.place)
    try survey.look(through: &reader)
    for damage in survey.damages { problem(.damaged(damage.what), damage.place) }
    let following = Following.behind(survey.end, in: outer, isBound: isBound)
    // An article may have members of such names that hold nothing.
    if let path = items(in: survey),
      itemFormat != nil || survey[path.appending("0")] != nil || survey[["title"]] == nil
    {
      try openItems(path, survey, then: following)
      return .nothing
    }
    leave(following)
    return decode()
  }

  /// Lets go what was kept of a pipe before an item that may hold a list itself.
  mutating func passKept(_ following: Following) throws(JSONFault) {
    if following.mayHoldLists { try reader.forgetBefore() }
  }

  /// Begins with the list in an object that is broken further on: what stands before the fault stays.
  /// False where there is none, or it can't be read again.
  mutating func openCutList(
    from start: JSONPlace, _ fault: JSONFault, in outer: Container?
  ) throws(JSONFault) -> Bool {
    guard fault.isSyntax, reader.canSeek(start) else { return false }
    let known = (shapes, itemFormat, masthead)
    var survey = JSONSurvey(at: start)
    reader.seek(start)
    do throws(JSONFault) {
      guard try reader.next() == .beginObject else { return false }
      try survey.look(through: &reader)
    } catch {
      guard error.isSyntax else { throw error }
    }
    guard let path = items(in: survey), survey[path]?.kind == .array,
      itemFormat != nil || survey[["title"]] == nil
    else {
      (shapes, itemFormat, masthead) = known
      return false
    }
    for damage in survey.damages { problem(.damaged(damage.what), damage.place) }
    let around = path.steps.indices.dropFirst().map { survey[JSONPath(Array(path.steps[..<$0]))] }
    let levels = [false, true] + around.map { $0?.kind == .object }
    try openItems(path, survey, then: .cut(levels: levels, in: outer))
    cut = fault
    return true
  }

  /// Goes on with the next article of a list behind a fault, which costs the item that it stands in.
  /// False where no more is found.
  mutating func goOn(
    behind fault: JSONFault, at stand: JSONReader.Stand, of item: JSONPlace?,
    then following: Following
  ) throws(JSONFault) -> Bool {
    guard reader.canSeek(stand.place) else { return false }
    let next: JSONReader.Resumption?
    var fault = fault
    do throws(JSONFault) {
      next = try resume(behind: &fault, at: stand, of: item)
    } catch {
      stop(fault)
      throw error
    }
    switch next {
    case nil: return false
    case .item:
      report(fault)
      cut = nil
    case .end:
      stop(fault)
      if case .end = following { container = .done }
    }
    reader.damages = []
    isBehindFault = true
    place += 1
    return true
  }

  /// Goes on behind a broken item: where each begins its line, with the next that does, even before the
  /// fault, as what lacks its end may have taken in what follows; then that is the fault. A file is read
  /// a few times over at most.
  private mutating func resume(
    behind fault: inout JSONFault, at stand: JSONReader.Stand, of item: JSONPlace?
  ) throws(JSONFault) -> JSONReader.Resumption? {
    let left = 4 * (fault.place.offset + 1 << 20) - readAgain
    guard let item, left > 0 else { return try reader.resume(from: stand) }
    if stand.place.line == item.line, try reader.resumeInLine(from: stand) { return .item }
    let layout = try reader.find(behindItemAt: item, within: left)
    readAgain += max(reader.here.offset, fault.place.offset) - item.offset
    if let layout, layout.found == .item {
      reader.resume(with: .item, at: layout.place)
      if layout.place.offset < fault.place.offset {
        fault = reader.fault("{ where the article before it must end")
      }
      return .item
    }
    let next = try reader.resume(from: stand)
    guard let layout, next == .item, reader.here.line < layout.place.line else {
      return next
    }
    // A part of the last item looked like one.
    reader.resume(with: .end, at: layout.place)
    return .end
  }

  /// Goes on behind a list that came to its end.
  mutating func end(_ following: Following) throws(JSONFault) {
    switch following {
    case .end: try endRootArray()
    case .cut(let levels, let outer):
      let stand = JSONReader.Stand(place: reader.here, in: levels)
      if let outer, case .item = try reader.resume(from: stand) {
        if let cut { report(cut) }
        (cut, container) = (nil, outer)
        return forgetList()
      }
      if let cut { stop(cut) }
      try goOnWithLines()
    case .nothing, .line, .behind: leave(following)
    }
  }

  /// Goes on behind a list.
  mutating func leave(_ following: Following) {
    switch following {
    case .nothing, .end, .cut: container = .done
    case .line(let isBound):
      container = .lines
      reader.isLineBound = isBound
    case .behind(let place, let outer, let isBound):
      forgetList()
      container = outer
      reader.isLineBound = isBound
      reader.seek(place)
      if case .array = outer { reader.resumeArray() }
    }
  }

  /// Ends the array at the root; other values may follow it.
  mutating func endRootArray() throws(JSONFault) {
    container = .done
    let line = reader.here.line
    let next: JSONToken
    do throws(JSONFault) {
      next = try reader.next()
    } catch {
      guard error.isSyntax, try reader.passComma() else { throw error }
      report(error)
      next = try reader.next()
    }
    switch next {
    case .end: return
    case .beginArray, .beginObject:
      openLines(reader.place, isBound: isNamedAsLines || line == rootStart.line)
    default: throw reader.fault("a value after the array")
    }
  }

  /// Goes on with the next line, if there is one.
  mutating func goOnWithLines() throws(JSONFault) {
    forgetList()
    let hasMore = reader.isLineBound ? try reader.skipLine() : false
    container = hasMore ? .lines : .done
  }

  /// What was said of a list's articles counts no more.
  private mutating func forgetList() {
    itemFormat = forced
    masthead = Masthead(dayOrders: masthead.dayOrders)
  }

  /// Whether an object that should have ended in its line is whole if it may end in a later one, as
  /// in documents of both kinds put together; it is loaded then.
  mutating func spreads(from start: JSONPlace) throws(JSONFault) -> Bool {
    guard maySpread, !isNamedAsLines, reader.canSeek(start) else { return false }
    let damages = reader.damages
    let isWhole = try isWhole(from: start, isBound: false)
    reader.seek(start)
    reader.damages = damages
    guard isWhole else { return false }
    reader.isLineBound = false
    defer { reader.isLineBound = true }
    try element.load(&reader, try reader.next())
    return true
  }

  /// Begins with the items of an array whose `[` was read in a line.
  mutating func openArray(_ start: JSONPlace) throws(JSONFault) {
    let isBound = reader.isLineBound
    container = .array(then: .line(isBound: isBound))
    guard isBound, maySpread, !isNamedAsLines, reader.canSeek(start) else { return }
    let damages = reader.damages
    var spreads = try !isWhole(from: start, isBound: true)
    if spreads { spreads = try isWhole(from: start, isBound: false) }
    reader.isLineBound = !spreads
    reader.seek(start)
    _ = try reader.next()
    reader.damages = damages
  }

  /// Whether a value is whole; once one of many lines was not, no more is looked for.
  private mutating func isWhole(
    from start: JSONPlace, isBound: Bool
  ) throws(JSONFault) -> Bool {
    let wasBound = reader.isLineBound
    defer { reader.isLineBound = wasBound }
    reader.isLineBound = isBound
    reader.seek(start)
    do throws(JSONFault) {
      let token = try reader.next()
      guard token == .beginObject || token == .beginArray else { return false }
      try reader.skip()
      return true
    } catch {
      guard error.isSyntax else { throw error }
      if !isBound { maySpread = false }
      return false
    }
  }
}

extension NewsStream.Following {
  /// Whether what stands in the list may be a list itself.
  var mayHoldLists: Bool {
    switch self {
    case .end, .line: true
    case .nothing, .cut, .behind: false
    }
  }

  /// Whether the list is of one of several lines.
  var isOfALine: Bool {
    switch self {
    case .line, .cut: true
    case .nothing, .end, .behind: false
    }
  }
}
