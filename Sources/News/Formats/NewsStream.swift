import Foundation

/// The articles of one file, one after another: finds out what holds them, and reads on.
struct NewsStream: ~Copyable {
  enum Step {
    case article(Article, place: Int)
    case nothing
    case end
  }

  /// What holds the articles.
  indirect enum Container {
    case unknown
    /// An array, and what comes behind it.
    case array(then: Following)
    /// A value a line, or values one after another.
    case lines
    /// One object, and what comes behind it.
    case single(then: Following)
    case done
  }

  /// What comes behind an array, or behind a list that an object holds.
  indirect enum Following {
    /// Nothing: the list is of the object at the root.
    case nothing
    /// The end of the file, or another value.
    case end
    /// The next line; `isBound` is whether it must hold whole values.
    case line(isBound: Bool)
    /// Nothing of the list's object, which is broken: what follows that in the array in which it
    /// stands, or the next line, where lines are bound. `levels` are those around the list, from the
    /// array on, each an object's or not.
    case cut(levels: [Bool], in: Container?)
    /// What the list's object stands in, from there on.
    case behind(JSONPlace, in: Container, isBound: Bool)
  }

  /// The shapes that were recognised, in the order in which they were met.
  var shapes: [NewsFile.Shape] = []
  let name: String
  let source: ByteSource
  var reader: JSONReader
  var element: JSONElement
  var container = Container.unknown
  /// Where the array at the root begins.
  var rootStart = JSONPlace.start
  /// The shape that was asked for.
  let forced: (any NewsFormat.Type)?
  var itemFormat: (any NewsFormat.Type)?
  /// Whether a value that begins in a line may end in a later one: until that failed once.
  var maySpread = true
  var masthead = Masthead()
  var held = HeldArticles()
  var problems: [Problem] = []
  var place = 0
  var kept = 0
  /// The fault at which the object ends that holds the list, until the list comes to it.
  var cut: JSONFault?
  /// Where the last item of the list begins.
  var lastItem: JSONPlace?
  /// How many bytes were read once more for items that begin their lines.
  var readAgain = 0
  /// Whether a fault of the list was passed, so that nobody has looked yet at what follows.
  var isBehindFault = false
  /// The start of the last line that was begun, of JSON Lines.
  var lastLine: FileEnd?

  /// The articles of `descriptor`, from where lines ended before; `goesOn` is asked before each piece
  /// of it.
  init(
    _ descriptor: Int32, name: String, format: (any NewsFormat.Type)? = nil,
    from end: FileEnd? = nil, while goesOn: @escaping (_ read: Int) -> Bool = { _ in true }
  ) {
    self.name = name
    forced = format
    itemFormat = format
    source = ByteSource(descriptor, while: goesOn)
    reader = JSONReader(source)
    element = JSONElement(file: name)
    guard let end else { return }
    openLines(JSONPlace(offset: end.offset, line: end.line, column: 1), isBound: true)
    for (mark, order) in end.dayOrders {
      masthead.dayOrders[mark] = order
      held.settle(order, mark)
    }
  }

  /// How many bytes have been read.
  var offset: Int { reader.here.offset }

  /// What the whole file is known by; nil for a pipe.
  func digest() -> Data? { source.wholeDigest() }

  /// Where lines end, once they were read to the end; nil where what was read so far may mean
  /// something else when more follows.
  var lineEnd: FileEnd? {
    guard var end = lastLine else { return nil }
    let here = reader.here
    if here.column == 1 { (end.offset, end.line) = (here.offset, here.line) }
    for mark in DayOrders.Mark.allCases { end.dayOrders[mark] = held.order(mark) }
    return held.hasGuessed ? nil : end
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
      case .array(let following): return try nextItem(then: following)
      case .lines: return try nextLine()
      case .single(let following): return try single(then: following)
      case .done:
        if let cut { stop(cut) }
        guard !held.isEmpty else { return .end }
        held.settle()
      }
    } catch {
      report(error)
      container = .done
    }
    return .nothing
  }
}

// MARK: One element

extension NewsStream {
  mutating func single(then following: Following) throws(JSONFault) -> Step {
    container = .done
    try element.load(&reader, try reader.next())
    defer { leave(following) }
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

  mutating func nextItem(then following: Following) throws(JSONFault) -> Step {
    reader.beginValue()
    var begun: JSONPlace?
    do throws(JSONFault) {
      try passKept(following)
      let token = try reader.next()
      begun = reader.place
      guard token != .endArray else {
        lastItem = nil
        try end(following)
        return .nothing
      }
      lastItem = begun
      try element.load(&reader, token)
    } catch {
      let stand = reader.stand
      if let begun, following.mayHoldLists,
        try openCutList(from: begun, error, in: .array(then: following))
      {
        return .nothing
      }
      let item = begun ?? lastItem
      if error.isSyntax, try goOn(behind: error, at: stand, of: item, then: following) {
        return .nothing
      }
      container = .done
      stop(error)
      if following.isOfALine, error.isSyntax, reader.isLineBound { try goOnWithLines() }
      return .nothing
    }
    // What a list holds is no list.
    guard following.mayHoldLists else {
      if isBehindFault { reportDamages() }
      return decode()
    }
    return try decodeOrOpen(begun ?? reader.place, in: .array(then: following))
  }

  mutating func nextLine() throws(JSONFault) -> Step {
    reader.beginValue()
    var begun: JSONPlace?
    do throws(JSONFault) {
      try reader.forgetBefore()
      let token = try reader.next()
      let start = reader.place
      begun = start
      guard token != .end else {
        container = .done
        return .nothing
      }
      if reader.isLineBound { lastLine = reader.startOfLine }
      if token == .beginArray {
        try openArray(start)
        return .nothing
      }
      try element.load(&reader, token)
    } catch {
      if error.isSyntax, begun == nil, try reader.passComma() {
        report(error)
        return .nothing
      }
      // Where nothing has begun, what stands there is the fault.
      let start = begun ?? reader.place
      if error.isSyntax, reader.isLineBound, try spreads(from: start) {
        return try decodeOrOpen(start, in: .lines)
      }
      if begun != nil, try openCutList(from: start, error, in: nil) { return .nothing }
      guard error.isSyntax, reader.isLineBound else {
        container = .done
        stop(error)
        return .nothing
      }
      report(error)
      place += 1
      try goOnWithLines()
      return .nothing
    }
    return try decodeOrOpen(begun ?? reader.place, in: .lines)
  }

  /// The article of the element that was read.
  mutating func decode() -> Step {
    defer { place += 1 }
    guard element.kind(element.root) == .object else {
      problems.append(
        element.problem(element.root, .wrongType(member: "an article", expected: "an object")))
      return .nothing
    }
    let shape = itemFormat ?? NewsFormats.recognising(element) ?? KhabarArticle.self
    let marks = marksToSettle()
    guard var article = shape.article(from: element, under: masthead, problems: &problems) else {
      return .nothing
    }
    note(shape, articles: 1)
    kept += 1
    let choices = marks.flatMap { dates(between: $0, by: shape) }
    if article.isKnownByDate {
      article.otherDate = otherDate(of: article, notBetween: marks, by: shape)
    }
    guard !choices.isEmpty || !held.isEmpty else { return .article(article, place: place) }
    held.hold(article, choices, place: place, text: element.textSize)
    return .nothing
  }

  /// Takes notice of a shape that was recognised, and of articles of it.
  mutating func note(_ shape: any NewsFormat.Type, articles: Int = 0) {
    let name = shape.name
    if let index = shapes.firstIndex(where: { $0.name == name }) {
      shapes[index].articles += articles
    } else {
      shapes.append(NewsFile.Shape(name: name, articles: articles))
    }
  }

  /// The marks of which the element may show what the file has not yet shown.
  private mutating func marksToSettle() -> Set<DayOrders.Mark> {
    var open: Set<DayOrders.Mark> = []
    for mark in DayOrders.Mark.allCases {
      if let order = held.orders[mark] {
        masthead.dayOrders[mark] = order
      } else {
        open.insert(mark)
      }
    }
    return open.isEmpty ? [] : marksOfDays().intersection(open)
  }

  /// The marks between which the element has days in figures.
  private func marksOfDays() -> Set<DayOrders.Mark> {
    var found: Set<DayOrders.Mark> = []
    element.forEachText(upTo: 48) { found.formUnion(DayOrders.Mark.marks(in: $0)) }
    return found
  }

  /// The date that the element has by the order that the file has shown not to be its own, but for
  /// that between `marks`.
  private func otherDate(
    of article: Article, notBetween marks: Set<DayOrders.Mark>, by shape: any NewsFormat.Type
  ) -> ArticleDate? {
    for mark in marksOfDays().subtracting(marks) {
      let other = masthead.dayOrders[mark] == .dayFirst ? DayOrder.monthFirst : .dayFirst
      if let date = self.article(in: other, between: mark, by: shape)?.date, date != article.date {
        return date
      }
    }
    return nil
  }

  /// What the element says where days between a mark's numbers have that order and no other.
  private func article(
    in order: DayOrder, between mark: DayOrders.Mark, by shape: any NewsFormat.Type
  ) -> Article? {
    var masthead = masthead
    masthead.dayOrders.strict = mark
    masthead.dayOrders[mark] = order
    var same: [Problem] = []
    return shape.article(from: element, under: masthead, problems: &same)
  }

  /// The dates of the element that mean one day or another by the order between a mark's numbers; a
  /// date that can have only one order is noted. What is read as a date tells, and nothing else.
  private mutating func dates(
    between mark: DayOrders.Mark, by shape: any NewsFormat.Type
  ) -> [HeldArticles.Choice] {
    guard let dayFirst = article(in: .dayFirst, between: mark, by: shape),
      let monthFirst = article(in: .monthFirst, between: mark, by: shape)
    else { return [] }
    var choices: [HeldArticles.Choice] = []
    for member in [\Article.date, \Article.modified] {
      switch (dayFirst[keyPath: member], monthFirst[keyPath: member]) {
      case (let day?, let month?) where day != month:
        choices.append(.init(member: member, mark: mark, dayFirst: day, monthFirst: month))
      case (.some, nil): held.note(.dayFirst, mark)
      case (nil, .some): held.note(.monthFirst, mark)
      default: break
      }
    }
    return choices
  }
}

// MARK: Problems

extension NewsStream {
  mutating func problem(_ reason: Problem.Reason, _ place: JSONPlace) {
    problems.append(Problem(file: name, line: place.line, column: place.column, reason: reason))
  }

  mutating func report(_ fault: JSONFault) {
    switch fault.reason {
    case .syntax(let what): problem(.syntax(what), fault.place)
    case .unreadable(let what): problem(.unreadable(what), fault.place)
    case .tooLong(let limit): problem(.tooLong(member: "the text", limit: limit), fault.place)
    case .endless(let limit): problem(.endless(limit: limit), fault.place)
    }
  }

  /// A fault that ends the list, but leaves what stood before it.
  mutating func stop(_ fault: JSONFault) {
    cut = nil
    guard case .syntax(let what) = fault.reason else { return report(fault) }
    problem(.stopped(what, kept: kept), fault.place)
  }

  mutating func reportDamages() {
    for damage in reader.damages { problem(.damaged(damage.what), damage.place) }
    reader.damages = []
  }
}
