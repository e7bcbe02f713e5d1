import Display
public import Words

/// What a key can ask for; each command stands here once, with its keys and its help.
///
/// The order is the order of the help. The raw value is the command's name in the manual.
public enum Command: String, CaseIterable, Sendable {
  case down, up
  case goOn = "go-on"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first, last, open, back, close, quit
  case toggleRead = "toggle-read"
  case toggleStar = "toggle-star"
  case tag
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case markAllRead = "mark-all-read"
  case undo, redo
  case toggleHidden = "toggle-hidden"
  case starred, history
  case search
  case toggleOrder = "toggle-order"
  case rescan, reload, help, redraw

  /// The keys that ask for it.
  public var keys: [Stroke] {
    switch self {
    case .down: [.key(.character("j")), .key(.down)]
    case .up: [.key(.character("k")), .key(.up)]
    case .goOn: [.key(.character(" "))]
    case .pageDown: [.key(.character("f")), .key(.control("f")), .key(.pageDown)]
    case .pageUp: [.key(.character("b")), .key(.control("b")), .key(.pageUp)]
    case .halfPageDown: [.key(.control("d"))]
    case .halfPageUp: [.key(.control("u"))]
    case .first: [.key(.character("g")), .key(.home)]
    case .last: [.key(.character("G")), .key(.end)]
    case .open: [.key(.enter), .forward]
    case .back: [.key(.character("h")), .key(.escape), .key(.backspace), .backward]
    case .close: [.key(.character("q"))]
    case .quit: [.key(.character("Q"))]
    case .toggleRead: [.key(.character("m"))]
    case .toggleStar: [.key(.character("*"))]
    case .tag: [.key(.character("T"))]
    case .nextUnread: [.key(.character("n"))]
    case .previousUnread: [.key(.character("N"))]
    case .nextArticle: [.key(.character("J"))]
    case .previousArticle: [.key(.character("K"))]
    case .markAllRead: [.key(.character("A"))]
    case .undo: [.key(.character("u"))]
    case .redo: [.key(.control("r"))]
    case .toggleHidden: [.key(.character("l"))]
    case .starred: [.key(.character("S"))]
    case .history: [.key(.character("H"))]
    case .search: [.key(.character("/"))]
    case .toggleOrder: [.key(.character("o")), .key(.tab)]
    case .rescan: [.key(.character("r"))]
    case .reload: [.key(.character("R"))]
    case .help: [.key(.character("?"))]
    case .redraw: [.key(.control("l"))]
    }
  }

  /// What it does, in a line of the help.
  public var summary: Phrase {
    switch self {
    case .down: .helpDown
    case .up: .helpUp
    case .goOn: .helpGoOn
    case .pageDown: .helpPageDown
    case .pageUp: .helpPageUp
    case .halfPageDown: .helpHalfPageDown
    case .halfPageUp: .helpHalfPageUp
    case .first: .helpFirst
    case .last: .helpLast
    case .open: .helpOpen
    case .back: .helpBack
    case .close: .helpQuit
    case .quit: .helpQuitAtOnce
    case .toggleRead: .helpToggleRead
    case .toggleStar: .helpToggleStar
    case .tag: .helpTag
    case .nextUnread: .helpNextUnread
    case .previousUnread: .helpPreviousUnread
    case .nextArticle: .helpNextArticle
    case .previousArticle: .helpPreviousArticle
    case .markAllRead: .helpMarkAllRead
    case .undo: .helpUndo
    case .redo: .helpRedo
    case .toggleHidden: .helpToggleHidden
    case .starred: .helpStarred
    case .history: .helpHistory
    case .search: .helpSearch
    case .toggleOrder: .helpToggleOrder
    case .rescan: .helpRescan
    case .reload: .helpReload
    case .help: .helpHelp
    case .redraw: .helpRedraw
    }
  }

  /// The name of its first key, for sentences that name one.
  var keyName: String { keys.first?.name(reading: .leftToRight) ?? rawValue }
}
