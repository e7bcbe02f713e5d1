import Display
import News
public import TextLayout
import Words

/// Takes in what happened, and says what is to be done about it.
///
/// Pure: what it returns and what the model becomes depend on the model and the message alone.
public func update(
  _ model: inout Model, _ message: Message, _ typesetter: inout Typesetter
) -> [Effect] {
  switch message {
  case .started(let now):
    model.now = now
    return [model.askForWindow()] + model.beginScan(isAskedFor: false)
  case .opened(let sources):
    model.shelf.sources = sources
    model.mainList?.shelf.sources = sources
    return [model.askForWindow()]
  case .leaving:
    return model.keepPlace()
  case .saving:
    model.say(.savingMarks)
    return []
  case .tick(let now):
    model.now = now
    return model.keepPlace()
  case .key(let key):
    return model.press(key, &typesetter)
  case .resized(let size):
    model.size = size
    return []
  case .window(let window, let shelf, let standing):
    return model.take(window, of: shelf, standing)
  case .row(let found, let question):
    return model.go(to: found, askedBy: question)
  case .hits(let rows, let question, let standing):
    return model.take(hits: rows, for: question, standing)
  case .article(let headline, let article, let status):
    return model.open(headline, article, status, reading: article.reading(&typesetter))
  case .status(let id, let headline, let status):
    return model.take(headline, status, of: id)
  case .version(let headline, let article, let id, let isWanted):
    guard model.isOpen(id) else { return [] }
    if isWanted {
      model.show(article, headline, &typesetter)
    } else {
      model.compare(article, headline, &typesetter)
    }
    return []
  case .tags(let id, let own, let known):
    model.openTags(of: id, own: own, known: known)
    return []
  case .gone(let id):
    model.sayGone(id)
    return [model.askForWindow()]
  case .unanswered(_, let reason):
    model.say(.couldNotRead(because: reason), isFailure: true)
    return []
  case .written(let change, let written):
    return model.take(written, of: change)
  case .writeFailed(let change, let reason):
    model.takeFailure(of: change, because: reason)
    return []
  case .placed(let ticket, let number, let count):
    model.takePlace(ListPlace(number: number, count: count), by: ticket)
    return []
  case .found(let ticket, let ranks, let isWhole, let indexed):
    return model.take(Finding(ranks: ranks, isWhole: isWhole, indexed: indexed), by: ticket)
  case .scanning(let ticket, let files, let articles, let percent, let megabytes):
    model.followScan(
      ticket, files: files, articles: articles, percent: percent, megabytes: megabytes)
    return []
  case .scanned(let ticket, let new, let changed, let problems):
    return model.finishScan(ticket, new: new, changed: changed, problems: problems)
  case .jobFailed(let ticket, let reason):
    model.takeFailure(of: ticket, because: reason)
    return []
  case .filesChanged:
    return model.lookAgain()
  case .libraryChanged:
    return [model.askForWindow()] + model.askForStatus() + model.searchAgain()
  case .news(let phrase):
    model.say(phrase)
    return []
  case .problem(let phrase):
    model.trouble = phrase
    model.say(phrase, isFailure: true)
    return []
  }
}

/// Makes ready what the view needs: the lines of the open page for the width of the screen.
///
/// Once a frame, so that many messages that wait lay out one page.
public func settle(_ model: inout Model, _ typesetter: inout Typesetter) {
  model.layOutPage(&typesetter)
  if model.cursor != nil || model.top != nil, !model.window.rows.isEmpty {
    model.top = model.window.rows[model.topIndex].rank
  }
}

extension Model {
  /// Says something in the bottom bar, until the next key.
  mutating func say(_ phrase: Phrase, isFailure: Bool = false) {
    notice = Notice(phrase: phrase, isFailure: isFailure)
  }

  /// Asks for the rows around the cursor.
  func askForWindow() -> Effect {
    showsHits ? askForHits() : .ask(.window(shelf, around: cursor))
  }

  /// Which way the text in front is read; the arrows follow it.
  var readingDirection: Direction {
    page?.reading ?? listDirection
  }
}
