import Foundation
import Testing

@testable import Words

@Suite struct PhraseTests {
  @Test(arguments: Language.allCases)
  func everyPhraseSaysSomething(language: Language) {
    for phrase in Phrase.samples {
      #expect(!language.text(phrase).isEmpty, "\(phrase)")
      #expect(!language.plainText(phrase).isEmpty, "\(phrase)")
    }
  }

  @Test func everyPhraseIsAmongTheSamples() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Words/Phrase.swift")
    var declared: Set<Substring> = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard let cases = line.split(separator: "case ", maxSplits: 1).last,
        line.contains("  case ") || line.contains("indirect case "), !line.contains("///")
      else { continue }
      var depth = 0
      for name in cases.split(whereSeparator: { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth == 0 && character == ","
      }) {
        declared.insert(name.trimmingPrefix(" ").prefix(while: { $0.isLetter || $0.isNumber }))
      }
    }
    #expect(declared.count > 100)
    #expect(declared == Set(Phrase.samples.map(\.caseName)))
  }

  /// Nothing longer than the bar at the bottom of a screen of 80 columns stands before what to do.
  @Test(arguments: Language.allCases)
  func adviceStandsBeforePaths(language: Language) {
    let path = "/" + String(repeating: "a long name/", count: 12)
    let advised: [(Phrase, String)] = [
      (.storeCorrupt(path), "khabar scan"), (.storeForeign(path), "--store"),
      (.storeUnavailable(path, reason: path), "--store"),
      (.storeSetAside(path, articles: 1_000_000, isWhole: true), "khabar scan"),
      (.storeSetAside(path, articles: 1_000_000, isWhole: false), "khabar scan"),
      (.storeRemoved(path), language == .english ? "start khabar again" : "من جديد"),
      (.storeTooNew(path), language == .english ? "update khabar" : "تحديث البرنامج"),
      (.storeFull, language == .english ? "make room" : "إخلاء مساحة"),
      (.storeReadOnly(path), language == .english ? "allow writing" : "السماح بها"),
      (.storeForbidden(path), language == .english ? "permissions" : "السماح بها"),
      (.storeBusy, language == .english ? "try again" : "المحاولة"),
    ]
    for (phrase, advice) in advised {
      for said in [phrase, .couldNotMark(because: phrase), .couldNotRead(because: phrase)] {
        let shown = language.plainText(said).unicodeScalars
          .filter { $0.properties.generalCategory != .nonspacingMark }.prefix(79)
        #expect(String(String.UnicodeScalarView(shown)).contains(advice), "\(said)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func plainTextHasNoControls(language: Language) {
    for phrase in Phrase.samples {
      for scalar in language.plainText(phrase).unicodeScalars {
        #expect(scalar.properties.generalCategory != .control, "\(phrase)")
        #expect(scalar.properties.generalCategory != .format, "\(phrase)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func isolatesAreBalanced(language: Language) {
    for phrase in Phrase.samples {
      var depth = 0
      for scalar in language.text(phrase).unicodeScalars {
        if scalar == "\u{2068}" { depth += 1 }
        if scalar == "\u{2069}" { depth -= 1 }
        #expect(0...1 ~= depth, "\(phrase)")
        #expect(scalar.isBidiControl == (scalar == "\u{2068}" || scalar == "\u{2069}"))
      }
      #expect(depth == 0, "\(phrase)")
    }
  }

  @Test func insertedTextsStandApart() {
    #expect(
      Language.arabic.text(.terminalRefused("a/ب"))
        == "لا يمكن استعمال الطرفية: \u{2068}a/ب\u{2069}")
    #expect(Language.english.plainText(.noSuchArticle("k12")).contains("no article k12;"))
  }

  @Test(arguments: Language.allCases)
  func controlsInInsertedTextsAreDisarmed(language: Language) {
    let phrase = Phrase.terminalRefused("x\u{1B}[31m\u{202E}y\u{2069}\u{9B}\nz")
    #expect(language.plainText(phrase).hasSuffix("x\u{FFFD}[31my\u{FFFD} z"))
    #expect(language.text(phrase).hasSuffix("\u{2068}x\u{FFFD}[31my\u{FFFD} z\u{2069}"))
  }

  @Test func scanReportsAlwaysHaveThreeParts() {
    #expect(
      Language.english.text(.scanReport(new: 38, changed: 2, problems: 1))
        == "38 new, 2 changed, 1 problem")
    #expect(
      Language.english.text(.scanReport(new: 0, changed: 0, problems: 0))
        == "0 new, 0 changed, 0 problems")
    #expect(
      Language.arabic.text(.scanReport(new: 38, changed: 2, problems: 1))
        == "38 مقالًا جديدًا، مقالان معدّلان، مشكلة واحدة")
  }

  @Test func aReasonIsPartOfItsSentence() {
    #expect(
      Language.english.plainText(.couldNotMark(because: .storeFull))
        == "Not marked: The disk is full; make room and try again")
  }
}

extension Phrase {
  var caseName: Substring { "\(self)".prefix(while: { $0.isLetter || $0.isNumber }) }

  static var samples: [Phrase] {
    let counts = [0, 1, 2, 3, 11, 100]
    let counted: [(Int) -> Phrase] = [
      Phrase.sources, Phrase.unreadCount, Phrase.markedRead, Phrase.markedUnread,
      Phrase.redone, Phrase.starred, Phrase.unstarred, Phrase.pruned, Phrase.prunable,
      { .taggedArticles("x", $0) }, { .untaggedArticles("x", $0) },
      { .stateMerged(articles: $0, changed: $0, problems: $0) },
      Phrase.undone, Phrase.comments, Phrase.likes, Phrase.shares, Phrase.views, Phrase.percent,
      { .scanning(files: $0, articles: $0, percent: $0) },
      { .scanning(files: $0, articles: $0, percent: nil) },
      { .reading(articles: $0, megabytes: $0) },
      { .reading(articles: nil, megabytes: $0) }, { .problemEndless(limit: $0) },
      { .scanReport(new: $0, changed: $0, problems: $0) },
      { .allMarkedRead($0, undo: "u") }, { .forgot("/news", articles: $0) },
      { .problemStopped("end of file", kept: $0) }, { .problemTooLong(member: "title", limit: $0) },
    ]
    return simple + withTexts + counted.flatMap { counts.map($0) }
  }

  private static var simple: [Phrase] {
    [
      .allNews, .unreadOnly, .hintOpen, .hintMark, .hintNextUnread, .hintNextArticle, .hintPage,
      .hintBack, .hintQuit, .hintHelp, .hintHideRead, .hintShowRead, .hintMarkAll, .hintRescan,
      .nothingToUndo, .nothingToRedo, .nothingUnread, .starredList, .historyList, .nothingRead,
      .ownTags,
      .helpRedo, .helpToggleStar, .helpTag, .helpStarred, .helpHistory, .noMoreUnread,
      .noUnreadBefore, .atFirstArticle, .atLastArticle, .atPageStart,
      .atPageEnd, .nothingNew, .savingMarks, .readHidden, .readShown, .articleGone, .emptyLibrary,
      .picture, .tags, .today, .helpTitle, .helpDown, .helpUp, .helpPageDown, .helpPageUp,
      .helpGoOn, .helpHalfPageDown, .helpHalfPageUp, .helpFirst, .helpLast, .helpOpen, .helpBack,
      .helpQuit, .helpQuitAtOnce, .helpToggleRead, .helpNextUnread, .helpPreviousUnread,
      .helpNextArticle, .helpPreviousArticle, .helpMarkAllRead, .helpUndo, .helpToggleHidden,
      .helpRescan, .helpReload, .articleUnchanged, .helpHelp, .helpRedraw, .standardInput,
      .interrupted, .notATerminal, .storeBusy,
      .storeShownMeanwhile,
      .storeFull,
      .problemUnknownShape, .noHome, .newestFirst, .bestFirst, .hintSearch, .hintNextHit,
      .hintNextMatch, .searchPrompt, .findPrompt, .noMatch, .helpSearch, .helpToggleOrder,
      .questionEmpty,
    ]
  }

  private static var withTexts: [Phrase] {
    [
      .place(12, of: 340), .scanFailed(because: .storeFull), .couldNotMark(because: .storeBusy),
      .storeSetAside("/s.damaged", articles: 4, isWhole: true),
      .storeSetAside("/s.damaged", articles: 1, isWhole: false), .indexRenewed, .storeRemoved("/s"),
      .couldNotRedo(because: .storeFull), .tagged(["x"]), .untagged(["x"]), .tagPrompt([]),
      .tagged(["x", "س"]), .untagged(["x", "س"]), .retagged(["x"], off: ["س", "y"]),
      .questionValue("before:", example: "before:2024-01-31"), .nothingFoundYet("x"),
      .minusAfterDashes(command: "khabar search -- x -y"), .indexedSoFar(250, of: 1_000),
      .tagPrompt(["a", "ب"]), .nothingStarred(star: "*"),
      .couldNotUndo(because: .storeReadOnly("/store")), .couldNotRead(because: .storeFailed("x")),
      .unknownKey(help: "?"), .articleChanged(reload: "R"), .newText(reload: "R"),
      .terminalTooSmall(columns: 20, rows: 5),
      .emptyLibraryAdvice(command: "khabar PATH"), .everythingRead(show: "l"),
      .pathNotFound("/أخبار"), .pathUnreadable("/x", reason: "Permission denied"),
      .noNews(in: "/x"), .notAFile("/x"), .checkAdvice(command: "khabar check /x"),
      .outputFailed("x"),
      .by(["نجيب محفوظ", "A. Reporter"]), .updated("23 نوفمبر"), .helpClose(key: "?"),
      .scanStopped, .notASource("/x"),
      .recognised([
        RecognisedShape(name: "JSON Feed", articles: 3), RecognisedShape(name: "y", articles: 1),
      ]),
      .noSuchArticle("k12"),
      .ambiguousID("12", candidates: ["k1", "k2", "k3"]),
      .commandAfterOptions("list"),
      .unknownTerminal("vt9000"), .storeMissing("/s"), .storeReadOnly("/s"), .storeCorrupt("/s"),
      .storeForbidden("/s"),
      .storeForeign("/s"), .storeTooNew("/s"), .storeUnavailable("/s", reason: "x"),
      .storeFailed("x"), .problemSyntax("x"), .problemWrongType(member: "m", expected: "text"),
      .problemMissing(member: "m"), .problemDate("soon"), .problemUnreadable("x"),
      .problemDamaged("x"), .problemCut(member: "m"), .problemDropped(member: "m"),
      .moreProblems(3),
      .terminalRefused("x"), .hits(3), .hitsSoFar(500), .match(2, of: 7),
      .matchFromStart(1, of: 7), .matchFromEnd(7, of: 7), .couldNotSearch(because: .storeBusy),
      .nothingFound("x"), .nothingFoundAdvice(back: "Esc"),
      .questionDate("soon"),
      .questionState("green", known: ["unread", "read"]), .questionTooLong(100),
      .indexing(250, of: 1_000), .storeWaiting(for: nil), .storeWaiting(for: "sqlite3 (4711)"),
    ]
  }
}
