import Display
import News
import Reader
import TestSupport
import TextLayout
import Words

/// A reader at work: a model, a library, and what does the effects.
struct Reading {
  var model: Model
  var library: FakeLibrary
  var typesetter = Typesetter()
  var cache = RowCache()

  /// All effects so far, in order.
  private(set) var effects: [Effect] = []
  /// The effects of the last message that came from outside.
  private(set) var lastEffects: [Effect] = []
  /// Whether changes wait until `writeHeld` does them.
  var holdsWrites = false
  /// Why changes fail, if they do.
  var writingFails: Phrase?
  /// The most rows the model ever held.
  private(set) var mostRows = 0
  private var held: [Change] = []
  /// Whether searches wait until `searchHeld` does them.
  var holdsSearches = false
  private var searches: [(SearchQuestion, SearchOrder, SearchEnd, Ticket)] = []

  /// 2026-11-24T12:00:00Z.
  static let noon: Int64 = 1_795_521_600

  init(
    _ library: FakeLibrary, rows: Int = 24, columns: Int = 80, look: Look = Look(),
    name: String? = nil
  ) {
    self.library = library
    model = Model(
      size: Size(rows: rows, columns: columns), look: look, name: name, clock: .offset(0))
    send(.started(now: Self.noon))
    endScan()
  }

  /// A message from outside, all that follows from it, and a frame.
  mutating func send(_ message: Message) {
    lastEffects = []
    take(message)
    settle(&model, &typesetter)
  }

  mutating func press(_ script: KeyScript) {
    for name in script.names {
      guard let key = Key(name: name) else { preconditionFailure("no key is called \(name)") }
      send(.key(key))
    }
  }

  mutating func resize(rows: Int, columns: Int) {
    send(.resized(Size(rows: rows, columns: columns)))
  }

  /// Ends the scan that `.started` began.
  private mutating func endScan() {
    for case .begin(.scan, let ticket) in effects {
      send(.scanned(ticket, new: 0, changed: 0, problems: 0))
    }
  }

  /// Does the changes that were held back.
  mutating func writeHeld() {
    let changes = held
    held = []
    for change in changes { send(library.write(change)) }
  }

  /// Does the searches that were held back, the overtaken ones too.
  mutating func searchHeld() {
    let waiting = searches
    searches = []
    for (question, order, end, ticket) in waiting {
      take(.found(ticket, library.find(question, order, end), isWhole: true))
    }
    settle(&model, &typesetter)
  }

  /// Types a text, a key a scalar.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(.character(scalar))) }
  }

  mutating func screen() -> Screen { view(model, &cache, &typesetter) }

  private mutating func take(_ message: Message) {
    let asked = update(&model, message, &typesetter)
    effects += asked
    lastEffects += asked
    mostRows = max(mostRows, model.window.rows.count)
    for effect in asked { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .ask(let question): take(library.answer(question))
    case .write(let change):
      if holdsWrites {
        held.append(change)
      } else if let writingFails {
        take(.writeFailed(change, writingFails))
      } else {
        take(library.write(change))
      }
    case .begin(.place(let rank, let shelf), let ticket):
      let shown = library.shown(on: shelf)
      let above = shown.firstIndex(notAbove: rank)
      take(.placed(ticket, place: above + 1, count: shown.count))
    case .begin(.search(let question, let order, let end), let ticket):
      searches.append((question, order, end, ticket))
      if !holdsSearches { searchHeld() }
    case .begin(.scan, _), .cancel, .redraw, .quit: break
    }
  }
}

extension Key {
  /// The key that tmux calls so.
  init?(name: String) {
    switch name {
    case "Enter": self = .enter
    case "Escape": self = .escape
    case "BSpace": self = .backspace
    case "Tab": self = .tab
    case "Space": self = .character(" ")
    case "Up": self = .up
    case "Down": self = .down
    case "Left": self = .left
    case "Right": self = .right
    case "Home": self = .home
    case "End": self = .end
    case "PPage": self = .pageUp
    case "NPage": self = .pageDown
    default:
      let scalars = Array(name.unicodeScalars)
      if scalars.count == 1 {
        self = .character(scalars[0])
      } else if name.hasPrefix("C-"), scalars.count == 3 {
        self = .control(scalars[2])
      } else {
        return nil
      }
    }
  }
}

extension Reading {
  /// A place as the model has it.
  func place(_ number: Int, of count: Int) -> ListPlace { ListPlace(number: number, count: count) }
}
