import Display
import News
import TextLayout
import Words

// Looking for words on the open page.

extension Model {
  /// Opens the line in which words are typed that the page is searched for.
  mutating func openFind() -> [Effect] {
    guard let page else { return [] }
    self.page?.find = PageFind(typedAt: page.place)
    return []
  }

  /// Does what a key means while such words are typed.
  mutating func pressInFind(_ key: Key, _ typesetter: inout Typesetter) -> [Effect] {
    guard var find = page?.find else { return [] }
    let typed = find.line.text
    let reading = look.reading(of: typed, &typesetter)
    let outcome = find.line.press(key, reading: reading, after: questions)
    page?.find = find
    switch outcome {
    case .cancelled:
      page?.place = find.origin
      return endFind()
    case .accepted: return acceptFind()
    case .edited:
      if find.line.text != typed { findTyped(&typesetter) }
      return []
    case .ignored: return []
    }
  }

  /// Takes the page's own search away; what the list was searched for is shown again.
  mutating func endFind() -> [Effect] {
    showHitsOnPage()
    return []
  }

  /// Has the open page show what the list was searched for, if it was.
  mutating func showHitsOnPage() {
    let find = rowMatcher.map { PageFind($0) }
    page?.find = find
    findMatches()
  }

  /// Finds anew where the words stand; a page that is not laid out yet does so when it is.
  mutating func findMatches() {
    guard let find = page?.find, let layout = page?.layout else { return }
    page?.find?.matches = find.matcher.map { layout.matches(of: $0) } ?? []
    if let current = find.current, page?.find?.matches.indices.contains(current) != true {
      page?.find?.current = nil
    }
  }

  /// Goes to the next match, or to the one before, and round the ends of the page.
  mutating func goToMatch(_ step: Step, _ typesetter: inout Typesetter) -> [Effect] {
    layOutPage(&typesetter)
    guard let page, let find = page.find, let layout = page.layout else { return [] }
    guard !find.matches.isEmpty else {
      say(find.matcher == nil ? .questionEmpty : .noMatch)
      return []
    }
    let top = page.top(in: layout, rows: bodyRows)
    let inSight = find.current.flatMap { current in
      let line = layout.line(at: find.matches[current].place)
      return top..<top + bodyRows ~= line ? current : nil
    }
    let start = layout.lines[top].place
    switch step {
    case .next:
      let next = inSight.map { $0 + 1 } ?? find.match(from: start)
      if next < find.matches.count { go(toMatch: next) } else { go(toMatch: 0, .fromStart) }
    case .previous:
      let next = (inSight ?? find.match(from: start)) - 1
      if next >= 0 { go(toMatch: next) } else { go(toMatch: find.matches.count - 1, .fromEnd) }
    }
    return []
  }
}

extension Model {
  /// Which end of the page a search went round.
  private enum Turn {
    case fromStart, fromEnd
  }

  /// Shows the first match at or below where the page stood when its search began, else the first.
  private mutating func findTyped(_ typesetter: inout Typesetter) {
    guard let find = page?.find else { return }
    page?.find?.matcher = SearchMatcher(typed: find.line.text)
    page?.find?.current = nil
    page?.place = find.origin
    layOutPage(&typesetter)
    findMatches()
    guard let page, let find = page.find, let layout = page.layout, !find.matches.isEmpty else {
      return
    }
    let top = layout.lines[page.top(in: layout, rows: bodyRows)].place
    let next = find.match(from: top)
    go(toMatch: next < find.matches.count ? next : 0, isSaid: false)
  }

  private mutating func acceptFind() -> [Effect] {
    guard let page, let find = page.find else { return [] }
    guard find.line.text.contains(where: { !$0.isWhitespace }) else {
      self.page?.place = find.origin
      return endFind()
    }
    // The search stays: a key that goes to matches must not leave the page, and mark another read.
    self.page?.find?.isTyping = false
    guard find.matcher != nil else {
      self.page?.place = find.origin
      say(.questionEmpty, isFailure: true)
      return rowMatcher == nil ? [] : endFind()
    }
    remember(find.line.text)
    guard let current = find.current, let layout = page.layout else {
      say(.noMatch)
      return []
    }
    let origin =
      layout.lines.isEmpty ? find.origin : layout.lines[layout.line(at: find.origin)].place
    go(toMatch: current, find.matches[current].place < origin ? .fromStart : nil)
    return []
  }

  /// Brings a match in sight and says which one it is.
  private mutating func go(toMatch index: Int, _ turn: Turn? = nil, isSaid: Bool = true) {
    guard let page, let find = page.find, let layout = page.layout else { return }
    self.page?.find?.current = index
    if isSaid {
      let count = find.matches.count
      switch turn {
      case nil: say(.match(index + 1, of: count))
      case .fromStart: say(.matchFromStart(index + 1, of: count))
      case .fromEnd: say(.matchFromEnd(index + 1, of: count))
      }
    }
    let line = layout.line(at: find.matches[index].place)
    let top = page.top(in: layout, rows: bodyRows)
    guard !(top..<top + bodyRows ~= line) else { return }
    let target = min(max(line - bodyRows / 3, 0), layout.lastTop(rows: bodyRows))
    self.page?.place = target == 0 ? .start : layout.lines[target].place
  }
}

extension PageFind {
  /// The first match that begins at a place or below it; as many as there are where none does.
  func match(from place: TextPlace) -> Int {
    matches.firstIndex { $0.place >= place } ?? matches.count
  }
}
