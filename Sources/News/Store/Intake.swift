import Foundation
import GRDB

/// Takes a batch of articles from one file into the store, in the caller's transaction.
///
/// Who an article is comes first (`Identities`), then its place in the list (`RankGiver`); the rest
/// is rows. Counts change once, at the end.
struct Intake {
  /// The file that a batch comes from.
  struct Origin {
    /// The source that the file belongs to.
    let source: Int64
    /// The file's number.
    let file: Int64
    /// The file's path, which is that of two files where two sources hold it.
    let path: String
    /// Whether it was read before.
    let wasReadBefore: Bool
    /// The publication it was of when it was read last; nil where that was not a single one.
    let formerPublication: Int64?
    /// The rows that stand in it, where it was read ahead.
    let rows: FileRows?
  }

  /// What a batch brought.
  struct Outcome {
    /// How many of the batch were taken in, from its beginning.
    var taken = 0
    /// Articles that were not in the library.
    var new: [Int64] = []
    /// Articles whose text is another now.
    var changed: [Int64] = []
    /// The publications of the batch.
    var publications: Set<Int64?> = []
    /// Articles that were joined or parted; their steps are to follow before the transaction ends.
    var events: [SharedSteps.Event] = []
  }

  private let db: Database
  private let origin: Origin
  private var identities: Identities
  private var ranks: RankGiver
  private var index: SearchIndex
  private let statements: Statements
  private var tallies: [Int64: Tally] = [:]
  private var outcome = Outcome()

  /// `now` is in seconds since 1970-01-01T00:00:00Z; `isNewStore` is whether this connection found the
  /// store empty.
  init(_ db: Database, origin: Origin, fullSeconds: [Int64: Int64], now: Int64, isNewStore: Bool)
    throws
  {
    self.db = db
    self.origin = origin
    identities = Identities(db, now: now, looksForFormerKeys: !isNewStore)
    ranks = try RankGiver(db, fullSeconds: fullSeconds)
    index = SearchIndex(db)
    statements = try Statements(db)
  }

  /// Takes the batch in, or as much of it as `goesOn` allows; one at least. `seen` are the articles
  /// that this file brought before in this reading: of an article that stands in it twice the first
  /// counts, unless the second says that it is a later version.
  mutating func take(
    _ arrivals: [Arrival], seen: inout StatusSet, while goesOn: () -> Bool
  ) throws -> Outcome {
    try identities.look(for: arrivals, from: origin)
    for arrival in arrivals where outcome.taken == 0 || goesOn() {
      outcome.taken += 1
      let publication = try identities.publication(of: arrival)
      outcome.publications.insert(publication)
      let status = try identities.status(
        of: arrival, publication: publication, from: origin, seen: &seen)
      guard seen.insert(status) else {
        try takeAgain(arrival, of: status)
        continue
      }
      try take(arrival, as: status, publication: publication)
    }
    outcome.events = try identities.store()
    try storeTallies()
    try index.finish()
    return outcome
  }

  /// Where ranks go on for full seconds, to be remembered.
  var fullSeconds: [Int64: Int64] { ranks.fullSeconds }
}

extension Intake {
  /// Where an article stands now, and which way the headline runs that is shown of it.
  struct Place {
    var rank: Int64
    var isRightToLeft: Bool
  }

  private mutating func take(
    _ arrival: Arrival, as status: Int64, publication: Int64?
  ) throws {
    let place: Place
    let row = try Row.fetchOne(statements.headline, arguments: [status])
    if let stored = try row.map(StoredHeadline.init) {
      place = try update(stored, with: arrival, status: status)
    } else {
      place = try insert(arrival, status: status)
    }
    try statements.sight.run(
      [origin.source, place.rank, publication, origin.file, arrival.article.ownID])
    let isFirstSight = db.changesCount > 0
    if let marks = arrival.article.marks {
      let isNew = isFirstSight || !origin.wasReadBefore
      try take(marks, of: status, rank: place.rank, isNew: isNew)
    }
    guard isFirstSight else { return }
    let isUnread = try statements.isUnread.int([place.rank]) != nil
    if isUnread { try statements.setUnread.run([origin.source, place.rank]) }
    count(
      Tally(all: 1, unread: isUnread ? 1 : 0, rightToLeft: place.isRightToLeft ? 1 : 0),
      in: origin.source)
  }

  /// What a file says of marks counts when its source first says it of an article, and never again:
  /// later this reader's own are the ones to keep, and so they are where there are any by then.
  private mutating func take(
    _ marks: StatedMarks, of status: Int64, rank: Int64, isNew: Bool
  ) throws {
    try statements.state.run([status, origin.source])
    guard db.changesCount > 0, isNew,
      let own = try Row.fetchOne(statements.untouchedMarks, arguments: [status])
    else { return }
    let (isRead, isStarred): (Bool, Bool) = try (own.value(0), own.value(1))
    if marks.isStarred == true, !isStarred {
      try statements.setStarred.run([status])
      try statements.star.run([rank])
    }
    guard marks.isRead == true, !isRead else { return }
    try statements.setRead.run([status])
    for source in try statements.sources.ints([rank]) + [0] {
      try statements.unsetUnread.run([source, rank])
      if db.changesCount > 0 { count(Tally(unread: -1), in: source) }
    }
  }

  private mutating func insert(_ arrival: Arrival, status: Int64) throws -> Place {
    let rank = try ranks.rank(for: arrival.article.date)
    try statements.insertHeadline.run(
      columns(of: arrival, rank: rank, revision: 0) + [status])
    try TextParts.insert(arrival.text, of: status, db)
    try index.add(rank)
    // Marks may be there already: they outlive the article.
    let marks = try Row.fetchOne(statements.marks, arguments: [status])
    let isRead: Bool = marks?[0] ?? false
    if !isRead { try statements.setUnread.run([0, rank]) }
    if marks?[1] == true { try statements.star.run([rank]) }
    let comesBack: Bool = marks?[2] ?? false
    if comesBack { try statements.comeBack.run([status]) }
    count(Tally(all: 1, unread: isRead ? 0 : 1, rightToLeft: arrival.isRightToLeft ? 1 : 0), in: 0)
    if identities.parted.contains(status) {
      outcome.changed.append(status)
    } else if !(comesBack && isRead) {
      // What comes back and was read before is no news.
      outcome.new.append(status)
    }
    return Place(rank: rank, isRightToLeft: arrival.isRightToLeft)
  }

  /// Brings a stored article up to date, where this file is the one that it follows.
  ///
  /// The text follows the file that brought it, and in that the first of several, but for a later
  /// version; another file takes over by stating a later `modified`, or when that one is gone.
  /// Otherwise two sources would flip it at every scan.
  private mutating func update(
    _ stored: StoredHeadline, with arrival: Arrival, status: Int64
  ) throws -> Place {
    if stored.file == origin.file {
      guard !arrival.comesSecond || isLaterVersion(arrival, of: stored) else {
        return stored.place
      }
      return try replace(stored, with: arrival, status: status)
    }
    let path = try String.fetchOne(statements.filePath, arguments: [stored.file])
    guard isNewer(arrival, than: stored) || path == nil || path == origin.path else {
      try add(arrival.sourceText, to: stored, status: status)
      return stored.place
    }
    return try replace(stored, with: arrival, status: status, isTakenOver: path != origin.path)
  }

  private func isNewer(_ arrival: Arrival, than stored: StoredHeadline) -> Bool {
    arrival.article.modified.map { $0.seconds > stored.modified ?? .min } ?? false
  }

  /// Whether what stands later in a file is the publication's own later version of what stands there
  /// already, as in what answers of a service were added to.
  private func isLaterVersion(_ arrival: Arrival, of stored: StoredHeadline) -> Bool {
    isNewer(arrival, than: stored) && arrival.sourceText == stored.sourceText
  }

  private mutating func replace(
    _ stored: StoredHeadline, with arrival: Arrival, status: Int64, isTakenOver: Bool = false
  ) throws -> Place {
    let text = try TextParts.text(of: status, db)
    let isSame = stored.isSame(as: arrival) && text == arrival.text
    if isSame && !isTakenOver { return stored.place }
    if !isSame { try index.remove(stored.rank) }
    var rank = stored.rank
    if stored.date.map(RankGiver.second) != arrival.article.date.map(RankGiver.second) {
      rank = try ranks.rank(for: arrival.article.date)
      try move(from: stored.rank, to: rank)
    }
    try statements.updateHeadline.run(
      columns(of: arrival, rank: rank, revision: stored.revision + (isSame ? 0 : 1)) + [status])
    if isTakenOver, let name = arrival.sourceText, name != stored.sourceText {
      try setAlso(
        stored.also.filter { $0 != name } + [stored.sourceText].compactMap(\.self), status)
    } else if let name = arrival.sourceText, stored.also.contains(name) {
      try setAlso(stored.also.filter { $0 != name }, status)
    }
    let place = Place(rank: rank, isRightToLeft: arrival.isRightToLeft)
    guard !isSame else { return place }
    try TextParts.remove(of: status, db)
    try TextParts.insert(arrival.text, of: status, db)
    try index.add(rank)
    outcome.changed.append(status)
    if stored.isRightToLeft != arrival.isRightToLeft {
      let change = Tally(rightToLeft: arrival.isRightToLeft ? 1 : -1)
      for source in try statements.sources.ints([rank]) + [0] { count(change, in: source) }
    }
    return place
  }

  private func move(from old: Int64, to new: Int64) throws {
    try statements.moveHeadline.run([new, old])
    try statements.moveStar.run([new, old])
    let sources = try statements.sources.ints([old])
    for source in sources + [0] { try statements.moveUnread.run([new, source, old]) }
    for source in sources { try statements.moveSighting.run([new, source, old]) }
  }

  private func columns(of arrival: Arrival, rank: Int64, revision: Int) -> StatementArguments {
    let article = arrival.article
    return [
      rank, revision, origin.file, article.title, arrival.sourceText, article.date?.seconds,
      article.date?.offset, article.date?.hasTime, article.dateText, article.modified?.seconds,
      article.language, arrival.direction?.rawValue, arrival.isRightToLeft, article.url,
    ]
  }
}

extension Intake {
  /// Takes in what stands a second time in a file: a later version, or another publication's name.
  private mutating func takeAgain(_ arrival: Arrival, of status: Int64) throws {
    let row = try Row.fetchOne(statements.headline, arguments: [status])
    guard let stored = try row.map(StoredHeadline.init) else { return }
    if stored.file == origin.file, isLaterVersion(arrival, of: stored) {
      _ = try replace(stored, with: arrival, status: status)
    } else {
      try add(arrival.sourceText, to: stored, status: status)
    }
  }

  private mutating func add(_ name: String?, to stored: StoredHeadline, status: Int64) throws {
    guard let name, name != stored.sourceText, !stored.also.contains(name),
      stored.also.count < Self.mostNames
    else { return }
    try index.remove(stored.rank)
    try setAlso(stored.also + [name], status)
    try index.add(stored.rank)
  }

  private func setAlso(_ names: [String], _ status: Int64) throws {
    try statements.setAlso.run([names.isEmpty ? nil : names.joined(separator: "\n"), status])
  }

  /// As many other publications are named; more say no more.
  static let mostNames = 8
}

extension Intake {
  private mutating func count(_ change: Tally, in source: Int64) {
    tallies[source, default: Tally()].all += change.all
    tallies[source, default: Tally()].unread += change.unread
    tallies[source, default: Tally()].rightToLeft += change.rightToLeft
  }

  private mutating func storeTallies() throws {
    for (source, change) in tallies {
      try change.add(to: source, db)
    }
    tallies = [:]
  }
}
