/// The articles of one file, one after another: finds out what holds them, and reads on.
struct NewsStream: ~Copyable {
  enum Step {
    case article(Article, place: Int)
    case nothing
    case end
  }

  /// What holds the articles.
  private enum Container {
    case unknown
    /// An array; alone at the root, or within an object that was read before.
    case array(isRoot: Bool)
    /// A value a line, or values one after another.
    case lines
    /// One object.
    case single
    case done
  }

  /// The name of the shape that was recognised first.
  private(set) var format: String?
  private let name: String
  private let source: ByteSource
  private var reader: JSONReader
  private var element: JSONElement
  private var container = Container.unknown
  /// The shape that was asked for.
  private let forced: (any NewsFormat.Type)?
  private var itemFormat: (any NewsFormat.Type)?
  private var masthead = Masthead()
  private var held = HeldArticles()
  private var problems: [Problem] = []
  private var place = 0
  private var kept = 0

  init(_ descriptor: Int32, name: String, format: (any NewsFormat.Type)? = nil) {
    self.name = name
    forced = format
    itemFormat = format
    source = ByteSource(descriptor)
    reader = JSONReader(source)
    element = JSONElement(file: name)
  }

  /// The problems met since this was asked last, in the order of their places.
  mutating func takeProblems() -> [Problem] {
    defer { problems = [] }
    return problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// Reads on by one element.
  mutating func next() -> Step {
    if let (article, place) = held.next() { return .article(article, place: place) }
    do throws(JSONFault) {
      switch container {
      case .unknown: try open()
      case .array(let isRoot): return try nextItem(isRoot: isRoot)
      case .lines: return try nextLine()
      case .single: return try single()
      case .done:
        guard !held.isEmpty else { return .end }
        held.settle(.dayFirst)
      }
    } catch {
      report(error)
      container = .done
    }
    return .nothing
  }
}

// MARK: What holds the articles

extension NewsStream {
  private mutating func open() throws(JSONFault) {
    try reader.passByteOrderMark()
    let token = try reader.next()
    switch token {
    case .beginArray:
      source.keeps = false
      container = .array(isRoot: true)
    case .beginObject:
      try openObject()
    case .end:
      if !isNamedAsLines { throw reader.fault("nothing stands in it") }
      container = .done
    case .string, .number, .yes, .no, .null, .key, .endObject, .endArray:
      let start = reader.place
      guard try reader.next() == .end else { throw reader.fault("a second value") }
      problem(.unknownShape, start)
      container = .done
    }
  }

  /// An object at the root is read to its end first: a feed's name may follow its items.
  private mutating func openObject() throws(JSONFault) {
    let start = reader.place
    let survey: JSONSurvey
    do throws(JSONFault) {
      survey = try JSONSurvey(of: &reader)
    } catch {
      guard error.isSyntax else { throw error }
      let isLines = isNamedAsLines ? true : try isLine(after: start)
      guard isLines else { throw error }
      return openLines(start, isBound: true)
    }
    let isOneLine = start.line == survey.end.line
    do throws(JSONFault) {
      guard try reader.next() == .end else { return openLines(start, isBound: isOneLine) }
    } catch {
      guard error.isSyntax, isOneLine, isNamedAsLines || error.place.line > start.line else {
        throw error
      }
      return openLines(start, isBound: true)
    }
    for damage in survey.damages { problem(.damaged(damage.what), damage.place) }
    try openRoot(survey)
  }

  private mutating func openRoot(_ survey: JSONSurvey) throws(JSONFault) {
    for candidate in forced.map({ [$0] }) ?? NewsFormats.all {
      guard let path = candidate.items(in: survey) else { continue }
      itemFormat = candidate
      format = candidate.name
      masthead = candidate.masthead(in: survey)
      return try openItems(path, survey)
    }
    if let path = Envelope.items(in: survey) {
      masthead = Envelope.masthead(in: survey)
      return try openItems(path, survey)
    }
    reader.seek(survey.root)
    container = .single
  }

  private mutating func openItems(_ path: JSONPath, _ survey: JSONSurvey) throws(JSONFault) {
    let member = path.steps.joined(separator: ".")
    container = .done
    guard let items = survey[path] else {
      return problem(.missing(member: member), survey.root)
    }
    if items.kind == .object, path.steps.last == "item" {
      // A writer that makes JSON of XML makes no array of one item.
      reader.seek(items.place)
      return container = .single
    }
    guard items.kind == .array else {
      return problem(.wrongType(member: member, expected: "an array"), items.place)
    }
    reader.seek(items.place)
    _ = try reader.next()
    container = .array(isRoot: false)
  }

  private mutating func openLines(_ start: JSONPlace, isBound: Bool) {
    reader.seek(start)
    reader.isLineBound = isBound
    reader.damages = []
    source.keeps = false
    container = .lines
  }

  private var isNamedAsLines: Bool {
    let name = name.lowercased()
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
  }

  /// Whether the line after `start`'s is an object and nothing else, as in JSON Lines.
  private mutating func isLine(after start: JSONPlace) throws(JSONFault) -> Bool {
    reader.seek(start)
    guard try reader.skipLine() else { return false }
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

// MARK: One element

extension NewsStream {
  private mutating func single() throws(JSONFault) -> Step {
    container = .done
    try element.load(&reader, try reader.next())
    guard itemFormat != nil || NewsFormats.recognising(element) != nil else {
      problems.append(element.problem(element.root, .unknownShape))
      return .nothing
    }
    let step = decode()
    if case .nothing = step, problems.isEmpty {
      // It is of a shape, but says of something that is no news.
      problems.append(element.problem(element.root, .unknownShape))
    }
    return step
  }

  private mutating func nextItem(isRoot: Bool) throws(JSONFault) -> Step {
    do throws(JSONFault) {
      let token = try reader.next()
      guard token != .endArray else {
        if isRoot {
          guard try reader.next() == .end else { throw reader.fault("a value after the array") }
        }
        container = .done
        return .nothing
      }
      try element.load(&reader, token)
    } catch {
      container = .done
      stop(error)
      return .nothing
    }
    if isRoot { reportDamages() }
    return decode()
  }

  private mutating func nextLine() throws(JSONFault) -> Step {
    do throws(JSONFault) {
      let token = try reader.next()
      guard token != .end else {
        container = .done
        return .nothing
      }
      try element.load(&reader, token)
    } catch {
      guard error.isSyntax, reader.isLineBound else {
        container = .done
        stop(error)
        return .nothing
      }
      report(error)
      place += 1
      if try !reader.skipLine() { container = .done }
      return .nothing
    }
    reportDamages()
    return decode()
  }

  /// The article of the element that was read.
  private mutating func decode() -> Step {
    defer { place += 1 }
    guard element.kind(element.root) == .object else {
      problems.append(
        element.problem(element.root, .wrongType(member: "an article", expected: "an object")))
      return .nothing
    }
    let shape = itemFormat ?? NewsFormats.recognising(element) ?? KhabarArticle.self
    let evidence = dayOrder()
    guard let article = shape.article(from: element, under: masthead, problems: &problems) else {
      return .nothing
    }
    if format == nil { format = shape.name }
    kept += 1
    guard evidence == .either || !held.isEmpty else { return .article(article, place: place) }
    var other = article
    if evidence == .either {
      var masthead = masthead
      var same: [Problem] = []
      masthead.dayOrder = .monthFirst
      other = shape.article(from: element, under: masthead, problems: &same) ?? article
    }
    held.hold(article, other, place: place, text: element.textSize)
    return .nothing
  }

  /// What the element shows of the order of days and months; once one is told, it is the file's.
  private mutating func dayOrder() -> DayOrder.Evidence {
    guard held.order == nil else { return .none }
    var evidence = DayOrder.Evidence.none
    element.forEachText(upTo: 48) { text in
      let found = DayOrder.evidence(in: text)
      if case .only = evidence, found != .only(.dayFirst) { return }
      if found != .none { evidence = found }
    }
    if case .only(let order) = evidence {
      masthead.dayOrder = order
      held.settle(order)
    }
    return evidence
  }
}

// MARK: Problems

extension NewsStream {
  private mutating func problem(_ reason: Problem.Reason, _ place: JSONPlace) {
    problems.append(Problem(file: name, line: place.line, column: place.column, reason: reason))
  }

  private mutating func report(_ fault: JSONFault) {
    switch fault.reason {
    case .syntax(let what): problem(.syntax(what), fault.place)
    case .unreadable(let what): problem(.unreadable(what), fault.place)
    case .tooLong(let limit): problem(.tooLong(member: "the text", limit: limit), fault.place)
    }
  }

  /// A fault that ends the list, but leaves what stood before it.
  private mutating func stop(_ fault: JSONFault) {
    guard case .syntax(let what) = fault.reason else { return report(fault) }
    problem(.stopped(what, kept: kept), fault.place)
  }

  private mutating func reportDamages() {
    for damage in reader.damages { problem(.damaged(damage.what), damage.place) }
    reader.damages = []
  }
}
