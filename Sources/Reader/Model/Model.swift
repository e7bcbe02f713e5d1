public import Display
public import News
public import Words

/// All that the reader knows at one moment, as one value.
///
/// Only `update` and `settle` change it; `view` makes a screen of it.
public struct Model: Sendable {
  /// The size of the terminal.
  public internal(set) var size: Size
  /// How things are shown.
  let look: Look
  /// Whose clock times of day are shown by.
  let clock: Clock
  /// The name of what the list shows; nil is the whole library.
  let name: String?

  /// Seconds since 1970-01-01T00:00:00Z, as the last message told; 0 before the first.
  var now: Int64 = 0
  /// What the list holds.
  public internal(set) var shelf: Shelf
  /// The rows around the cursor.
  public internal(set) var window = HeadlineWindow()
  /// The selected row. Nil, before a key moved it, is the list's start, wherever that is by then.
  var cursor: Rank?
  /// The first row on the screen; nil is the list's start.
  var top: Rank?
  /// The row of the screen that the cursor has again with the next rows; nil is the one it has.
  var rowToKeep: Int?
  /// The shelf's counts and the number of the last change; nil before the first answer.
  public internal(set) var standing: Standing?
  /// Which way the list reads; nil until there is a headline to decide it by.
  var decidedDirection: Direction?
  /// Whether the first headlines of a library that was empty decided it, and more are coming.
  var directionIsProvisional = false
  /// Where the main list was left for another one; nil in the main one.
  var mainList: MainList?
  /// Where the cursor stands in the list, and how many rows that has; nil is not counted yet.
  public internal(set) var place = ListPlace()

  /// The article that is open.
  public internal(set) var page: Page?
  /// The help, where it is open.
  var help: HelpPlace?
  /// The line in which tags are typed, while they are.
  public internal(set) var tagPrompt: TagPrompt?
  /// The search that is on.
  public internal(set) var search: Search?
  /// The questions that were asked, the latest last.
  var questions: [String] = []
  /// What the bottom bar says; nil shows the keys.
  public internal(set) var notice: Notice?
  /// What went wrong lately and is said where a list is empty.
  var trouble: Phrase?
  /// What was asked of the writer and is not kept yet.
  var pending: [ArticleID: PendingMark] = [:]

  /// The running scan.
  var scan: RunningScan?
  /// The job that counts the cursor's place.
  var placing: Ticket?
  /// How many tickets were handed out.
  var tickets = 0

  /// A reader that has not begun: `.started` makes it ask for its first rows.
  public init(
    size: Size, look: Look = Look(), shelf: Shelf = Shelf(), name: String? = nil,
    clock: Clock = .local
  ) {
    self.size = size
    self.look = look
    self.clock = clock
    self.shelf = shelf
    self.name = name
  }
}

extension Model {
  /// What is in front.
  public enum Front: Hashable, Sendable {
    case list, page, help
  }

  /// What is in front: the help covers the page, the page covers the list.
  public var front: Front {
    if help != nil { return .help }
    return page == nil ? .list : .page
  }

  /// Which way the list reads.
  public var listDirection: Direction {
    switch look.direction {
    case .leftToRight: .leftToRight
    case .rightToLeft: .rightToLeft
    case .automatic: decidedDirection ?? look.interfaceDirection
    }
  }

  /// The row under the cursor; nil in an empty list.
  public var selected: Headline? {
    window.index(of: cursor).map { window.rows[$0] }
  }

  /// How many rows lie between the two bars.
  var bodyRows: Int { max(0, size.rows - 2) }

  /// The next ticket.
  mutating func takeTicket() -> Ticket {
    tickets += 1
    return Ticket(tickets)
  }
}
