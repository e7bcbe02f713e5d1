import Display
import News
import TextLayout
import Words

/// The bar at the bottom: what there is to say, else the keys that help most here.
struct StatusBar {
  static func draw(
    _ model: Model, on screen: inout Screen, _ texts: inout BarTexts,
    _ typesetter: inout Typesetter
  ) {
    let row = screen.size.rows - 1
    if let prompt = model.tagPrompt {
      TagLine.draw(prompt, model, row, on: &screen, &texts, &typesetter)
    } else if let find = model.page?.find, find.isTyping {
      SearchLine.draw(find, model, row, on: &screen, &texts, &typesetter)
    } else if let search = model.search, search.isTyping {
      if let complaint = search.complaint {
        say(complaint, .failure, model, row, on: &screen, &texts, &typesetter)
      } else {
        SearchLine.draw(search, model, row, on: &screen, &texts, &typesetter)
      }
    } else if let notice = model.notice {
      let style: Style = notice.isFailure ? .failure : .message
      say(notice.phrase, style, model, row, on: &screen, &texts, &typesetter)
    } else if let scan = model.shownScan, model.scanIsSaidBelow {
      say(scan.words, .bar, model, row, on: &screen, &texts, &typesetter)
    } else {
      drawHints(model, row, on: &screen, &texts, &typesetter)
    }
  }

  private static func say(
    _ phrase: Phrase, _ style: Style, _ model: Model, _ row: Int, on screen: inout Screen,
    _ texts: inout BarTexts, _ typesetter: inout Typesetter
  ) {
    var bar = Bar(row: row, style: style, model.look, on: &screen)
    bar.say(model.look.language.text(phrase), leaving: 0, on: &screen, &texts, &typesetter)
  }

  private static func drawHints(
    _ model: Model, _ row: Int, on screen: inout Screen, _ texts: inout BarTexts,
    _ typesetter: inout Typesetter
  ) {
    var bar = Bar(row: row, style: .bar, model.look, on: &screen)
    for (command, hint) in model.hints {
      let text = model.look.language.text(hint)
      let needed =
        texts.columns(of: command.keyName, model.look.words, &typesetter) + 1
        + texts.columns(of: text, model.look.words, &typesetter)
      guard needed <= bar.room(on: screen) else { return }
      bar.say(command.keyName, .leftToRight, style: .barKey, on: &screen, &texts, &typesetter)
      bar.joinNext()
      bar.say(text, on: &screen, &texts, &typesetter)
    }
  }
}

extension Model {
  /// The commands worth naming in front of the reader, the most helpful first.
  fileprivate var hints: [(Command, Phrase)] {
    switch front {
    case .help:
      [(.close, .hintBack)]
    case .page where page?.find != nil:
      [
        (.help, .hintHelp), (.nextUnread, .hintNextMatch), (.goOn, .hintPage), (.close, .hintBack),
        (.search, .hintSearch),
      ]
    case .list where search != nil:
      [
        (.help, .hintHelp), (.open, .hintOpen), (.close, .hintBack), (.nextUnread, .hintNextHit),
        (.toggleOrder, search?.order == .newest ? .bestFirst : .newestFirst),
        (.search, .hintSearch),
      ]
    case .page:
      [
        (.help, .hintHelp), (.goOn, .hintPage), (.close, .hintBack),
        (.nextUnread, .hintNextUnread), (.nextArticle, .hintNextArticle), (.toggleRead, .hintMark),
      ]
    case .list:
      [
        (.help, .hintHelp), (.open, .hintOpen),
        (.close, shelf.kind == .all ? .hintQuit : .hintBack),
        (.nextUnread, .hintNextUnread), (.search, .hintSearch), (.toggleRead, .hintMark),
      ] + (shelf.kind == .all ? mainListHints : [])
    }
  }

  private var mainListHints: [(Command, Phrase)] {
    [
      (.toggleHidden, shelf.isUnreadOnly ? .hintShowRead : .hintHideRead),
      (.markAllRead, .hintMarkAll), (.rescan, .hintRescan),
    ]
  }
}
