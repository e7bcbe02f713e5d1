/// The states in a file of JSON Lines, one after another; a broken line costs itself.
struct StateReader: ~Copyable {
  private let name: String
  private let source: ByteSource
  private var reader: JSONReader
  private var element: JSONElement

  /// The states of `descriptor`; `progress` is told how many bytes of it were read.
  init(
    _ descriptor: Int32, name: String, longestValue: Int = JSONReader.longestValue,
    progress: @escaping (_ bytes: Int) -> Void = { _ in }
  ) {
    self.name = name
    source = ByteSource(descriptor) { read in
      progress(read)
      return true
    }
    source.keeps = false
    reader = JSONReader(source)
    reader.isLineBound = true
    reader.longestValue = longestValue
    element = JSONElement(file: name)
  }

  /// Calls `body` with every state, and `problem` with what is wrong, in the file's order.
  mutating func forEach<Failure>(
    _ body: (KeptState) throws(Failure) -> Void, problem: (Problem) -> Void
  ) throws(Failure) {
    do throws(JSONFault) {
      try reader.passByteOrderMark()
    } catch { return tell(error, problem) }
    while true {
      var problems: [Problem] = []
      let state: KeptState?
      reader.beginValue()
      do throws(JSONFault) {
        let token = try reader.next()
        guard token != .end else { return }
        try element.load(&reader, token)
        state = KeptState(element, &problems)
      } catch {
        tell(error, problem)
        guard error.isSyntax, skipLine(problem) else { return }
        continue
      }
      for damage in reader.damages {
        problems.append(
          Problem(
            file: name, line: damage.place.line, column: damage.place.column,
            reason: .damaged(damage.what)))
      }
      reader.damages = []
      problems.forEach(problem)
      if let state { try body(state) }
    }
  }

  private mutating func skipLine(_ problem: (Problem) -> Void) -> Bool {
    do throws(JSONFault) {
      return try reader.skipLine()
    } catch {
      tell(error, problem)
      return false
    }
  }

  private func tell(_ fault: JSONFault, _ problem: (Problem) -> Void) {
    let reason: Problem.Reason =
      switch fault.reason {
      case .syntax(let what): .syntax(what)
      case .unreadable(let what): .unreadable(what)
      case .tooLong(let limit): .tooLong(member: "the text", limit: limit)
      case .endless(let limit): .endless(limit: limit)
      }
    problem(
      Problem(file: name, line: fault.place.line, column: fault.place.column, reason: reason))
  }
}
