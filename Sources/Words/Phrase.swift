/// Every sentence and label the interface says; what is inserted is the payload.
///
/// A language is one file with one `switch`: a sentence that it lacks does not compile. Inserted
/// texts (paths, names, keys) are given as they are; each language sets them apart.
public enum Phrase: Hashable, Sendable {
  // MARK: Bar on top

  /// The whole library as the title of a list.
  case allNews
  /// Several sources together as the title of a list.
  case sources(Int)
  /// How many are not read.
  case unreadCount(Int)
  /// Where the selected article stands, from 1.
  case place(Int, of: Int)
  /// A running scan: what it has looked at and read so far, of how much, where that is known.
  case scanning(files: Int, articles: Int, percent: Int?)
  /// What comes through a pipe, of which nobody knows how much it will be.
  case reading(articles: Int?, megabytes: Int)
  /// A scan was stopped by a key; what it took in stays.
  case scanStopped
  /// The index of words being brought up to date: so many articles of so many.
  case indexing(Int, of: Int)
  /// How much of the library can be searched yet: so many articles of so many.
  case indexedSoFar(Int, of: Int)
  /// That a list holds unread articles only.
  case unreadOnly
  /// The titles of two other lists.
  case starredList, historyList

  /// How many articles a search has found.
  case hits(Int)
  /// How many it has found so far.
  case hitsSoFar(Int)
  /// In which order they come.
  case newestFirst, bestFirst

  // MARK: What keys do, in a word or two for the bar at the bottom

  case hintOpen, hintMark, hintNextUnread, hintNextArticle, hintPage, hintBack, hintQuit, hintHelp
  case hintSearch, hintNextHit, hintNextMatch
  case hintHideRead, hintShowRead, hintMarkAll, hintRescan

  // MARK: Messages

  /// So many articles are marked as read.
  case markedRead(Int)
  /// So many articles are marked as unread.
  case markedUnread(Int)
  /// A whole list was marked as read; the key that undoes it.
  case allMarkedRead(Int, undo: String)
  /// So many marks are as they were before.
  case undone(Int)
  case nothingToUndo
  /// So many marks are again as they were before they were undone.
  case redone(Int)
  case nothingToRedo
  /// So many articles are starred.
  case starred(Int)
  /// So many articles are starred no more.
  case unstarred(Int)
  /// An article has tags now.
  case tagged([String])
  /// An article has tags no more.
  case untagged([String])
  /// An article has some tags now, and others no more.
  case retagged([String], off: [String])
  /// Before the line in which tags are typed; the tags that are there already.
  case tagPrompt([String])
  /// Before the line in which a search of the library is typed.
  case searchPrompt
  /// Before the line in which a search of a page is typed.
  case findPrompt
  /// Which of the places on a page the reader is at that have what is looked for.
  case match(Int, of: Int)
  /// The same, gone on with at the start of the page.
  case matchFromStart(Int, of: Int)
  /// The same, gone on with at its end.
  case matchFromEnd(Int, of: Int)
  /// There is no such place.
  case noMatch
  indirect case couldNotSearch(because: Phrase)
  /// Nothing unread follows.
  case noMoreUnread
  /// Nothing unread comes before.
  case noUnreadBefore
  case atFirstArticle, atLastArticle, atPageStart, atPageEnd
  /// There is nothing unread that could be marked read.
  case nothingUnread
  /// What a scan took in, always in three parts.
  case scanReport(new: Int, changed: Int, problems: Int)
  case nothingNew
  indirect case scanFailed(because: Phrase)
  /// Waiting for marks to be stored before the end.
  case savingMarks
  indirect case couldNotMark(because: Phrase)
  indirect case couldNotUndo(because: Phrase)
  indirect case couldNotRedo(because: Phrase)
  /// The store can't be read at the moment.
  indirect case couldNotRead(because: Phrase)
  /// The list shows unread articles only from now on.
  case readHidden
  /// The list shows read ones as well from now on.
  case readShown
  /// An article that was to be opened is in the library no more.
  case articleGone
  /// The open article says something else by now; the key that shows it.
  case articleChanged(reload: String)
  /// The same in a word or two, for the bar on top.
  case newText(reload: String)
  /// The open article says what its page shows.
  case articleUnchanged
  /// A key without a meaning here; the key that shows the help.
  case unknownKey(help: String)
  /// The terminal is smaller than the reader can do with.
  case terminalTooSmall(columns: Int, rows: Int)

  // MARK: Instead of a list

  case emptyLibrary
  /// How to fill an empty library; the command to type.
  case emptyLibraryAdvice(command: String)
  /// All in this list is read; the key that shows it.
  case everythingRead(show: String)
  /// Nothing is starred; the key that stars.
  case nothingStarred(star: String)
  /// No article was read yet.
  case nothingRead
  /// A search found no article; what was looked for.
  case nothingFound(String)
  /// The same, while not all articles can be searched yet.
  case nothingFoundYet(String)
  /// How to get back from such a search; the key.
  case nothingFoundAdvice(back: String)
  /// There is no such file or folder.
  case pathNotFound(String)
  /// A pipe or a device, which can't be a source.
  case notAFile(String)
  /// It exists and can't be read; what the system said.
  case pathUnreadable(String, reason: String)
  /// There is nothing at a path that the reader takes for news.
  case noNews(in: String)
  /// How to learn what is wrong with files; the command to type.
  case checkAdvice(command: String)

  // MARK: Pages

  case comments(Int), likes(Int), shares(Int), views(Int)
  case picture
  /// Who wrote it.
  case by([String])
  case tags
  /// The reader's own tags.
  case ownTags
  /// When it was last changed; a date in words.
  case updated(String)
  /// How far down a page is, 0 to 100.
  case percent(Int)
  /// A date without a time of day that is today's.
  case today

  // MARK: Help

  case helpTitle
  /// How the help is closed; the key.
  case helpClose(key: String)
  case helpDown, helpUp, helpGoOn, helpPageDown, helpPageUp, helpHalfPageDown, helpHalfPageUp
  case helpFirst, helpLast, helpOpen, helpBack, helpQuit, helpQuitAtOnce
  case helpToggleRead, helpNextUnread, helpPreviousUnread, helpNextArticle, helpPreviousArticle
  case helpMarkAllRead, helpUndo, helpRedo, helpToggleHidden, helpRescan, helpReload
  case helpHelp, helpRedraw
  case helpSearch, helpToggleOrder
  case helpToggleStar, helpTag, helpStarred, helpHistory

  // MARK: Questions of a search

  /// There is no letter and no digit in a question.
  case questionEmpty
  /// No date that can be read, after `before:` or `after:`; what was written.
  case questionDate(String)
  /// What was written after `is:`, and what may be.
  case questionState(String, known: [String])
  /// Nothing stands after a name in a question, such as `before:`; how it is written.
  case questionValue(String, example: String)
  /// A question has more words than this.
  case questionTooLong(Int)

  // MARK: Commands

  /// A source and its articles are gone from the library.
  case forgot(String, articles: Int)
  /// So many articles have a tag now that had it not.
  case taggedArticles(String, Int)
  /// So many articles have a tag no more.
  case untaggedArticles(String, Int)
  /// How many articles a state told of, how many of them changed here, how many lines were wrong.
  case stateMerged(articles: Int, changed: Int, problems: Int)
  /// So many old articles are gone from the library.
  case pruned(Int)
  /// So many old articles would go.
  case prunable(Int)
  /// A path that is no source; nothing to forget.
  case notASource(String)
  /// No article has this id.
  case noSuchArticle(String)
  /// A file's own id that several articles have; a line for each.
  case ambiguousID(String, candidates: [String])
  /// What stands for the name of what came through a pipe.
  case standardInput
  /// A command's name after options.
  case commandAfterOptions(String)
  /// Words of a question that begin with a minus were taken for options; the command to type.
  case minusAfterDashes(command: String)
  /// Standard output can't be written; what the system said.
  case outputFailed(String)
  /// What was taken in before an interruption stays.
  case interrupted

  // MARK: The terminal

  case notATerminal
  /// The system refused what a terminal needs, in its words.
  case terminalRefused(String)
  /// The terminal's type is not set or not known; its name.
  case unknownTerminal(String)

  // MARK: The store

  /// Neither a home nor a place for data is known.
  case noHome
  /// There is no store yet.
  case storeMissing(String)
  /// Another program holds the write lock, which is waited for; its name, where it is known.
  case storeWaiting(for: String?)
  /// Another program held the write lock for too long.
  case storeBusy
  /// Another program writes to the store; what it has by now is shown.
  case storeShownMeanwhile
  /// The store can't be written; marks are not kept.
  case storeReadOnly(String)
  /// The store may not be read.
  case storeForbidden(String)
  /// The file is damaged.
  case storeCorrupt(String)
  /// A damaged file was put aside; where it is now, of how many articles the marks are in the new one
  /// in its place, and whether these are all.
  case storeSetAside(String, articles: Int, isWhole: Bool)
  /// The index of words was damaged, and is made anew.
  case indexRenewed
  /// The file or its folder was removed or replaced while it was open.
  case storeRemoved(String)
  /// The file is something else.
  case storeForeign(String)
  /// A later version of the program wrote it.
  case storeTooNew(String)
  case storeFull
  /// It can't be made, read or written; what the system said.
  case storeUnavailable(String, reason: String)
  /// Any other failure, in SQLite's words.
  case storeFailed(String)

  // MARK: Files

  /// Of which shapes a file is.
  case recognised([RecognisedShape])

  // MARK: Problems in files

  /// Not JSON; what was met.
  case problemSyntax(String)
  case problemWrongType(member: String, expected: String)
  case problemMissing(member: String)
  case problemDate(String)
  case problemTooLong(member: String, limit: Int)
  /// One value of a pipe is longer than this.
  case problemEndless(limit: Int)
  /// A member that was taken in without its end, being too large or nested too deeply.
  case problemCut(member: String)
  /// What the system said of the file.
  case problemUnreadable(String)
  case problemUnknownShape
  /// Not JSON from here on, and how many articles before that were kept.
  case problemStopped(String, kept: Int)
  /// A text of which a part could not be read.
  case problemDamaged(String)
  /// Without this member there is no article.
  case problemDropped(member: String)
  /// So many from here on that are not said one by one.
  case moreProblems(Int)
}
