extension Phrase {
  /// The phrase in English.
  var inEnglish: Sentence {
    switch self {
    case .allNews: "All news"
    case .sources(let count): counted(count, "source", "sources")
    case .unreadCount(let count): "\(number: count) unread"
    case .place(let place, let count): "\(number: place)/\(number: count)"
    case .scanning(0, let articles, nil): "scanning: \(own: articles.articles)"
    case .scanning(0, let articles, let percent?):
      "scanning: \(own: articles.articles), \(number: percent)%"
    case .scanning(let files, let articles, nil):
      "scanning: \(own: counted(files, "file", "files")), \(own: articles.articles)"
    case .scanning(let files, let articles, let percent?):
      "scanning: \(own: counted(files, "file", "files")), \(own: articles.articles), \(number: percent)%"
    case .reading(nil, let megabytes): "reading: \(number: megabytes) MB"
    case .reading(let articles?, let megabytes):
      "reading: \(own: articles.articles), \(number: megabytes) MB"
    case .scanStopped: "The scan was stopped; what was taken in so far is kept"
    case .indexing(let done, let all): "indexing: \(number: done) of \(number: all)"
    case .indexedSoFar(let done, let all): "indexed so far: \(number: done) of \(number: all)"
    case .unreadOnly: "unread only"
    case .starredList: "Starred"
    case .historyList: "History"

    case .hits(let count): "\(own: counted(count, "hit", "hits"))"
    case .hitsSoFar(let count): "\(number: count)+ hits"
    case .newestFirst: "newest first"
    case .bestFirst: "best first"

    case .hintOpen: "open"
    case .hintMark: "read/unread"
    case .hintNextUnread: "next unread"
    case .hintNextArticle: "next article"
    case .hintPage: "page"
    case .hintBack: "back"
    case .hintQuit: "quit"
    case .hintHelp: "help"
    case .hintSearch: "search"
    case .hintNextHit: "next hit"
    case .hintNextMatch: "next match"
    case .hintHideRead: "hide read"
    case .hintShowRead: "show read"
    case .hintMarkAll: "all read"
    case .hintRescan: "rescan"

    case .markedRead(let count): "\(own: count.articles) marked read"
    case .markedUnread(let count): "\(own: count.articles) marked unread"
    case .allMarkedRead(let count, let undo):
      "\(own: count.articles) marked read; \(undo) undoes it"
    case .undone(let count): "Undone: \(own: count.articles) as before"
    case .nothingToUndo: "Nothing to undo"
    case .redone(let count): "Done again: \(own: count.articles)"
    case .nothingToRedo: "Nothing to do again"
    case .starred(let count): "\(own: count.articles) starred"
    case .unstarred(let count): "\(own: count.articles) not starred any more"
    case .tagged(let tags): "Tagged: \(tags, separator: ", ")"
    case .untagged(let tags):
      tags.count == 1 ? "Tag taken off: \(tags[0])" : "Tags taken off: \(tags, separator: ", ")"
    case .retagged(let on, let off):
      "Tagged: \(on, separator: ", "); taken off: \(off, separator: ", ")"
    case .tagPrompt(let tags): tags.isEmpty ? "Tags:" : "Tags (\(tags, separator: ", ")):"
    case .searchPrompt: "Search:"
    case .findPrompt: "Find on the page:"
    case .match(let number, let count): "Match \(number: number) of \(number: count)"
    case .matchFromStart(let number, let count):
      "Match \(number: number) of \(number: count), from the start again"
    case .matchFromEnd(let number, let count):
      "Match \(number: number) of \(number: count), from the end again"
    case .noMatch: "Not on this page"
    case .couldNotSearch(let reason): "Could not search: \(own: reason.inEnglish)"
    case .noMoreUnread: "Nothing unread after this"
    case .noUnreadBefore: "Nothing unread before this"
    case .atFirstArticle: "This is the first article"
    case .atLastArticle: "This is the last article"
    case .atPageStart: "This is the start of the article"
    case .atPageEnd: "This is the end of the article"
    case .nothingUnread: "Nothing here is unread"
    case .scanReport(let new, let changed, let problems):
      "\(number: new) new, \(number: changed) changed, \(own: counted(problems, "problem", "problems"))"
    case .nothingNew: "Nothing new"
    case .scanFailed(let reason): "The scan failed: \(own: reason.inEnglish)"
    case .savingMarks: "Saving the marks…"
    case .couldNotMark(let reason): "Not marked: \(own: reason.inEnglish)"
    case .couldNotUndo(let reason): "Not undone: \(own: reason.inEnglish)"
    case .couldNotRedo(let reason): "Not done again: \(own: reason.inEnglish)"
    case .couldNotRead(let reason): "Can’t be read: \(own: reason.inEnglish)"
    case .readHidden: "Unread articles only"
    case .readShown: "All articles"
    case .articleGone: "This article is no longer in the library"
    case .articleChanged(let reload):
      "The text of this article has changed; \(reload) shows the new one"
    case .newText(let reload): "new text: \(reload)"
    case .articleUnchanged: "The text of this article has not changed"
    case .unknownKey(let help): "This key does nothing here; \(help) shows the keys"
    case .terminalTooSmall(let columns, let rows):
      "Too small: \("\(columns)×\(rows)") needed"

    case .emptyLibrary: "The library is empty"
    case .emptyLibraryAdvice(let command):
      "To fill it: \(command), where PATH is a file or a folder of news in JSON"
    case .everythingRead(let show): "Everything is read; \(show) shows it"
    case .nothingStarred(let star): "Nothing is starred; \(star) stars an article"
    case .nothingRead: "Nothing was read yet"
    case .nothingFound(let question): "Nothing was found for “\(question)”"
    case .nothingFoundYet(let question): "Nothing was found for “\(question)” yet"
    case .nothingFoundAdvice(let back): "Press \(back) for the list as it was"
    case .pathNotFound(let path):
      "There is no file or folder \(path); name one that holds news in JSON"
    case .notAFile(let path):
      "\(path) is neither a file nor a folder; a pipe is read as standard input, with -"
    case .pathUnreadable(let path, let reason): "\(path) can’t be read: \(reason)"
    case .checkAdvice(let command): "\(command) tells what is wrong with the files in it"
    case .noNews(let path): "There is no news in \(path) that can be read"

    case .comments(let count): counted(count, "comment", "comments")
    case .likes(let count): counted(count, "like", "likes")
    case .shares(let count): counted(count, "share", "shares")
    case .views(let count): counted(count, "view", "views")
    case .picture: "Picture"
    case .by(let names): "By \(names, separator: ", ")"
    case .tags: "Tags"
    case .ownTags: "Your tags"
    case .updated(let date): "Updated \(date)"
    case .percent(let percent): "\(number: percent)%"
    case .today: "today"

    case .helpTitle: "Keys"
    case .helpClose(let key): "\(key) closes this page"
    case .helpDown: "A row or a line down"
    case .helpUp: "A row or a line up"
    case .helpGoOn: "A page down; at the end of an article, the next unread one or the next hit"
    case .helpPageDown: "A page down"
    case .helpPageUp: "A page up"
    case .helpHalfPageDown: "Half a page down"
    case .helpHalfPageUp: "Half a page up"
    case .helpFirst: "To the start"
    case .helpLast: "To the end"
    case .helpOpen: "Open the article"
    case .helpBack: "Back"
    case .helpQuit: "Back; in the list, quit; in a search, the list as it was"
    case .helpQuitAtOnce: "Quit at once"
    case .helpToggleRead: "Mark as read or unread"
    case .helpSearch:
      "Search all articles, their headlines, bodies, sources and tags; on a page, search the page"
    case .helpToggleOrder:
      "In a search, best or newest first; only the newest 2,000 hits are ranked, the others follow"
    case .helpToggleStar: "Star the article, or take its star off"
    case .helpTag: "Change the article’s tags: words add tags, -word takes one off"
    case .helpStarred: "The starred articles; again, back to all"
    case .helpHistory: "The articles you read, the latest first; again, back to all"
    case .helpNextUnread: "Next unread article; in a search, the next hit or match"
    case .helpPreviousUnread: "Previous unread article; in a search, the previous hit or match"
    case .helpNextArticle: "Next article"
    case .helpPreviousArticle: "Previous article"
    case .helpMarkAllRead: "Mark the whole list as read"
    case .helpUndo: "Undo the last change of marks or tags"
    case .helpRedo: "Do again what was undone"
    case .helpToggleHidden: "Hide or show what is read"
    case .helpRescan: "Look for new articles in the files"
    case .helpReload: "Show the article’s text as it is now; in the list, look for new articles"
    case .helpHelp: "These keys"
    case .helpRedraw: "Draw the screen anew"

    case .questionEmpty: "Nothing to look for: a question needs a letter or a digit"
    case .questionDate(let text): "Not a date: “\(text)”; write one as in \("after:2024-01-31")"
    case .questionState(let text, let known):
      "After \("is:") stands one of \(known, separator: ", "), not “\(text)”"
    case .questionValue(let name, let example):
      "Nothing stands after \(name); write it as in \(example)"
    case .questionTooLong(let most): "A question has at most \(number: most) words"

    case .forgot(let path, let count): "Forgot \(path): \(own: count.articles)"
    case .taggedArticles(let tag, let count): "\(own: count.articles) tagged \(tag)"
    case .untaggedArticles(let tag, let count):
      "\(own: count.articles) not tagged \(tag) any more"
    case .stateMerged(let articles, let changed, let problems):
      "\(own: articles.articles) in the file, \(number: changed) changed here, \(own: counted(problems, "problem", "problems"))"
    case .pruned(let count): "\(own: count.articles) dropped"
    case .prunable(let count): "\(own: count.articles) would be dropped"
    case .notASource(let path):
      "\(path) is not a source of this library; khabar sources lists them"
    case .noSuchArticle(let id): "There is no article \(id); khabar list --all shows all ids"
    case .ambiguousID(let id, let candidates):
      "\(own: candidates.count.articles) have the id \(id); name one by its own: \(candidates, separator: ", ")"
    case .standardInput: "standard input"
    case .commandAfterOptions(let name):
      "\(name) is a command’s name and must come first; as a path, write \("./" + name)"
    case .minusAfterDashes(let command):
      "Words that begin with - stand behind two of them: \(command)"
    case .outputFailed(let reason): "The output can’t be written: \(reason)"
    case .interrupted: "Interrupted; what was taken in so far is kept"

    case .notATerminal: "The reader needs a terminal; khabar list and khabar show do without"
    case .terminalRefused(let reason): "The terminal can’t be used: \(reason)"
    case .unknownTerminal(let name): "The terminal type \(name) is not known; set TERM"

    case .noHome: "No place for the library: set HOME, or name a file with --store"
    case .storeMissing(let path): "There is no library at \(path) yet"
    case .storeWaiting(nil): "Waiting for another program that writes to the library…"
    case .storeWaiting(let name?): "Waiting for \(name), which writes to the library…"
    case .storeBusy: "Another program is writing to the library; try again in a moment"
    case .storeShownMeanwhile:
      "Another program is writing to the library; this is what it has so far"
    case .storeReadOnly(let path):
      "The library can’t be written: no marks are kept; allow writing, or copy it: \(path)"
    case .storeForbidden(let path):
      "The library can’t be read; see to its permissions, or name another with --store: \(path)"
    case .storeCorrupt(let path):
      "The library is damaged; run \("khabar scan"), which saves what it can: \(path)"
    case .storeSetAside(let other, let count, true):
      "The library was damaged; \("khabar scan") fills a new one. All marks are saved (\(own: count.articles)). The old one: \(other)"
    case .storeSetAside(let other, let count, false):
      "The library was damaged; \("khabar scan") fills a new one. Marks of \(own: count.articles) are saved, others may be lost. The old one: \(other)"
    case .indexRenewed: "The search index was damaged and is being made anew; nothing else is lost"
    case .storeRemoved(let path):
      "The library was removed or replaced; start khabar again: \(path)"
    case .storeForeign(let path):
      "Not a khabar library; name another with --store, or move it away: \(path)"
    case .storeTooNew(let path): "A newer khabar wrote the library; update khabar: \(path)"
    case .storeFull: "The disk is full; make room and try again"
    case .storeUnavailable(let path, let reason):
      "The library can’t be used; name another with --store: \(path) (\(reason))"
    case .storeFailed(let message): "The library reports: \(message)"

    case .recognised(let shapes):
      "\(own: shapes.map { "\($0.name), \(own: $0.articles.articles)" }, separator: "; ")"

    case .problemSyntax(let found): "not JSON: \(found)"
    case .problemWrongType(let member, let expected): "“\(member)” must be \(expected)"
    case .problemMissing(let member): "“\(member)” is missing"
    case .problemDate(let text): "no date that can be read: “\(text)”"
    case .problemCut(let member):
      "“\(member)” is too large or too deep: its end is left out"
    case .problemTooLong(let member, let limit):
      "“\(member)” is longer than \(own: counted(limit, "byte", "bytes"))"
    case .problemEndless(let limit):
      "a value has more than \(own: counted(limit, "byte", "bytes")): nothing after it is read"
    case .problemUnreadable(let reason): "can’t be read: \(reason)"
    case .problemUnknownShape: "no news in a known shape"
    case .problemStopped(let met, let kept):
      "not JSON: \(met); \(own: kept.articles) before it kept"
    case .problemDamaged(let what): "\(what), shown as U+FFFD"
    case .problemDropped(let member): "no \(member): the article is left out"
    case .moreProblems(let count):
      "\(own: counted(count, "more problem", "more problems")) from here on"
    }
  }
}

extension Int {
  /// So many articles.
  fileprivate var articles: Sentence { counted(self, "article", "articles") }
}

/// A number and the noun in the form it asks for.
private func counted(_ number: Int, _ one: String, _ other: String) -> Sentence {
  let noun = PluralCategory(number, .english) == .one ? one : other
  return "\(number: number) \(own: Sentence(stringLiteral: noun))"
}
