import Display
import News
import TextLayout
import Words

// Typing a search of the library, and asking for its hits. What is found is shown as it comes; the
// list that stood there before waits.

extension Model {
  /// Opens the line in which a search is typed; what was found before stays until there is more.
  mutating func openSearch() -> [Effect] {
    if search == nil { search = Search() }
    search?.line = QuestionLine()
    search?.isTyping = true
    return []
  }

  /// Does what a key means while a search is typed.
  mutating func pressInSearch(_ key: Key, _ typesetter: inout Typesetter) -> [Effect] {
    guard var search else { return [] }
    search.complaint = nil
    let typed = search.line.text
    let reading = look.reading(of: typed, &typesetter)
    let outcome = search.line.press(key, reading: reading, after: questions)
    self.search = search
    switch outcome {
    case .cancelled: return leaveSearch()
    case .accepted: return acceptSearch()
    case .edited: return search.line.text == typed ? [] : askForTyped()
    case .ignored: return Command.toggleOrder.keys.contains(.key(key)) ? toggleOrder() : []
    }
  }

  /// Has the hits come in the other order.
  mutating func toggleOrder() -> [Effect] {
    guard let search else { return [] }
    self.search?.order = search.order == .newest ? .best : .newest
    guard let asked = search.asked else { return [] }
    return ask(asked, search.end)
  }

  /// Takes the search away: the list stands where it stood before.
  mutating func leaveSearch() -> [Effect] {
    let effects = showListAgain()
    search = nil
    return effects
  }

  /// Asks again, since the library changed. The cursor stays at its hit; before the reader has moved
  /// it, that is the first one, whichever that is by then.
  mutating func searchAgain() -> [Effect] {
    guard let search, let asked = search.asked else { return [] }
    guard search.job == nil else {
      self.search?.isStale = true
      return []
    }
    return ask(asked, search.end, keepsCursor: true)
  }

  /// A search came to nothing, and why.
  mutating func takeFailure(ofSearch ticket: Ticket, because reason: Phrase) {
    guard ticket == search?.job else { return }
    search?.job = nil
    let phrase = Phrase.couldNotSearch(because: reason)
    if search?.isTyping == true { search?.complaint = phrase } else { say(phrase, isFailure: true) }
  }
}

extension Model {
  /// Asks for what is typed so far. What is not understood yet may still become so: until then
  /// what was found stays.
  private mutating func askForTyped() -> [Effect] {
    guard let search else { return [] }
    do {
      return ask(try SearchQuestion(typed: search.line.text), .typing)
    } catch {
      switch error {
      case .nothing: return showListAgain()
      case .date, .state, .noValue, .tooLong: return []
      }
    }
  }

  /// Leaves the hits as the list, or says what is wrong with the question.
  private mutating func acceptSearch() -> [Effect] {
    guard let search else { return [] }
    let text = search.line.text
    guard text.contains(where: { !$0.isWhitespace }) else { return leaveSearch() }
    do {
      let question = try SearchQuestion(text)
      self.search?.isTyping = false
      remember(text)
      return ask(question, .typed)
    } catch {
      self.search?.complaint = Phrase(error)
      return []
    }
  }

  /// Begins the job that looks for hits, instead of the one that was under way.
  private mutating func ask(
    _ question: SearchQuestion, _ end: SearchEnd, keepsCursor: Bool = false
  ) -> [Effect] {
    guard var search else { return [] }
    let cancelled = search.job.map { [Effect.cancel($0)] } ?? []
    let ticket = takeTicket()
    search.job = ticket
    search.keepsCursor = keepsCursor
    search.isStale = false
    if !keepsCursor {
      search.marked = []
      search.isTouched = false
    }
    search.asked = question
    search.end = end
    search.matcher = SearchMatcher(question, end: end)
    self.search = search
    return cancelled + [.begin(.search(question, search.order, end), ticket)]
  }

  /// Shows the list as it stood before hits took its place.
  private mutating func showListAgain() -> [Effect] {
    guard let search else { return [] }
    let cancelled = search.job.map { [Effect.cancel($0)] } ?? []
    self.search?.job = nil
    self.search?.asked = nil
    self.search?.finding = nil
    self.search?.before = nil
    guard let before = search.before else { return cancelled }
    cursor = before.cursor
    top = nil
    rowToKeep = before.row
    place = before.standing == standing ? before.place : ListPlace()
    window = HeadlineWindow()
    return cancelled + [askForWindow()]
  }
}

extension Model {
  /// Keeps a question, so that it can be brought back.
  mutating func remember(_ question: String) {
    questions.removeAll { $0 == question }
    questions.append(question)
    if questions.count > 100 { questions.removeFirst() }
  }
}

extension Look {
  /// Which way a text is read that is being typed: as it begins, or as the interface before it does.
  func reading(of typed: String, _ typesetter: inout Typesetter) -> Direction {
    typed.isEmpty ? interfaceDirection : Direction(of: typesetter.paragraph(typed))
  }
}
