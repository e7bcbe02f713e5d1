import Foundation
import GRDB

/// Finds out which article an arrival is: the status that its marks are kept with.
///
/// The first key that is known decides, that of an address alone only for an edit (`edited`). The
/// others are added to it, and given to another article only where a headline comes again that was
/// edited away (`isTakenForAnother`). Keys are hashes, spread over the whole table, so a batch looks
/// them up and stores them sorted: neighbours share pages.
struct Identities {
  let db: Database
  /// When the batch comes in, in seconds.
  private let now: Int64
  var known = KnownKeys()
  /// How many arrivals without ids of the batch are an article by their headlines.
  private var standing: [Int64: Int] = [:]
  private var added: [IdentityKey] = []
  private var publications: [IdentityKey: Int64] = [:]
  /// Whether the store may have been written by a program that gave fewer keys.
  private let looksForFormerKeys: Bool
  /// The former keys of arrivals that no other leads to a status, by their strongest key.
  private var formerKeys: [IdentityKey: IdentityKeys] = [:]
  private var fileIDs: FileIDs?
  private var twins: Twins
  private var parting: Parting
  private(set) var batch: [Arrival] = []
  /// What became of articles in the batch.
  private var events: [SharedSteps.Event] = []
  /// The articles of the batch that were one with others before.
  private(set) var parted: Set<Int64> = []

  init(_ db: Database, now: Int64, looksForFormerKeys: Bool) {
    self.db = db
    self.looksForFormerKeys = looksForFormerKeys
    self.now = now
    twins = Twins(db)
    parting = Parting(db)
  }

  /// Looks up all keys of a batch.
  mutating func look(for arrivals: [Arrival], from origin: Intake.Origin) throws {
    batch = arrivals
    let find = try db.cachedStatement(sql: Self.statusOfKey)
    for key in Set(arrivals.flatMap(\.keys.all)).sorted() {
      if let status = try find.int([key.data]) { known[key] = status }
    }
    if looksForFormerKeys {
      for arrival in arrivals where arrival.keys.certain.allSatisfy({ known[$0] == nil }) {
        guard let first = arrival.keys.all.first,
          let former = IdentityKeys(formerlyOf: arrival.article)
        else { continue }
        formerKeys[first] = former
        for key in former.all where known[key] == nil { known[key] = try find.int([key.data]) }
      }
    }
    for arrival in arrivals where !arrival.article.hasOwnID {
      for status in Set(certainKeys(of: arrival).compactMap { known[$0] }) {
        standing[status, default: 0] += 1
      }
    }
    fileIDs = FileIDs(db, origin, for: arrivals, known: known.values)
  }

  /// The number of an arrival's publication; it gets one if it is new.
  mutating func publication(of arrival: Arrival) throws -> Int64? {
    guard let key = arrival.scope else { return nil }
    if let id = publications[key] { return id }
    let find = try db.cachedStatement(sql: "SELECT id FROM publications WHERE key = ?")
    let id: Int64
    if let found = try find.int([key.data]) {
      id = found
    } else {
      try db.cachedStatement(sql: "INSERT INTO publications(key, name) VALUES(?, ?)")
        .run([key.data, arrival.sourceText])
      id = db.lastInsertedRowID
    }
    publications[key] = id
    return id
  }

  /// The status of an arrival: the one known by its keys, else by its id in the file, or a new one.
  /// `seen` are those that the file brought in this reading.
  ///
  /// Where its keys lead to several statuses that are one article, these become one; where they lead to
  /// one that other publications have as well, and that it no longer is, it becomes one of its own.
  mutating func status(
    of arrival: Arrival, publication: Int64?, from origin: Intake.Origin, seen: inout StatusSet
  ) throws -> Int64 {
    let edited =
      try edited(by: arrival, publication: publication, from: origin, seen: seen)
      ?? retold(by: arrival, publication: publication, from: origin, seen: seen)
      ?? redated(by: arrival, from: origin, seen: seen)
    let retitled = try edited == nil ? retitled(by: arrival, from: origin, seen: seen) : nil
    let former =
      try knownStatus(of: arrival, publication: publication, from: origin, seen: seen)
      ?? edited ?? retitled ?? fileIDs?.status(of: arrival, seen: seen)
    var status =
      try former.flatMap {
        try part(
          from: $0, arrival, publication, in: origin, isRetitled: $0 == retitled, seen)
      } ?? former ?? create()
    if let publication {
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO claims(status, publication) VALUES(?, ?)"
      ).run([status, publication])
    }
    for key in certainKeys(of: arrival) {
      guard let other = known[key], other != status, other != former else { continue }
      if try isOfAnother(other, than: arrival) {
        try lead(key, to: status)
      } else {
        status = try joined(status, other, by: arrival, of: publication, origin, &seen)
      }
    }
    if let other = heir(of: edited), other != status, other != former {
      // It has become what others have said already; what it was may be others' still.
      if try !leave(other, to: status, arrival, publication, in: origin, seen) {
        status = try joined(status, other, by: arrival, of: publication, origin, &seen)
      }
    }
    try fileIDs?.note(arrival, status, seen: seen)
    for key in arrival.keys.all where known[key] == nil { add(key, status) }
    for key in arrival.keys.certain.prefix(1)
    where known[key] != status {
      try lead(key, to: status)
    }
    if let key = arrival.keys.besideOthers,
      arrival.keys.byAddress.contains(where: { known[$0] != status }),
      try self.status(of: key) == nil
    {
      add(key, status)
    }
    return status
  }

  /// Stores the keys that the batch added; the articles that it joined or parted.
  mutating func store() throws -> [SharedSteps.Event] {
    let insert = try db.cachedStatement(sql: "INSERT INTO identities(key, status) VALUES(?, ?)")
    for key in added.sorted() { try insert.run([key.data, known[key]]) }
    added = []
    try twins.finish()
    try parting.finish()
    return events
  }

  /// Has a key mean another article from now on.
  private mutating func lead(_ key: IdentityKey, to status: Int64) throws {
    known[key] = status
    try db.cachedStatement(sql: "UPDATE identities SET status = ? WHERE key = ?")
      .run([status, key.data])
  }

  /// What two statuses that an arrival is become, if they may be one; else the first.
  private mutating func joined(
    _ status: Int64, _ other: Int64, by arrival: Arrival, of publication: Int64?,
    _ origin: Intake.Origin, _ seen: inout StatusSet
  ) throws -> Int64 {
    let isOnes =
      try arrival.article.hasOwnID && isClaimed(other, by: publication)
      && !stands(other, beside: arrival, of: publication, origin, seen)
    guard try twins.mayBeOne(status, other, though: isOnes ? publication : nil),
      try !isTakenForAnother(arrival, other, seen)
    else { return status }
    let kept = try twins.kept(of: status, other)
    let dropped = kept == status ? other : status
    events.append(.joined(try twins.join(dropped, to: kept)))
    known.lead(dropped, to: kept)
    // One that says something else is still to be brought up to date.
    if seen.contains(dropped), try !isOfAnother(kept, than: arrival) { _ = seen.insert(kept) }
    return kept
  }

  /// A status of its own for what a publication made of an article that others go on having.
  private mutating func part(
    from former: Int64, _ arrival: Arrival, _ publication: Int64?, in origin: Intake.Origin,
    isRetitled: Bool, _ seen: StatusSet
  ) throws -> Int64? {
    var hadIt = true
    if let article = try shared(former, arrival, publication, origin, seen), let publication {
      guard !isVersion(arrival) else { return nil }
      hadIt = try parting.leave(article, publication, in: origin)
    } else {
      let isElsewhere =
        try isRetitled
        ? parting.mayStandElsewhere(former, origin.source)
        : hasAnotherHeadlineElsewhere(former, arrival, origin)
      guard isElsewhere else { return nil }
    }
    let status = try parting.copy(former)
    try leadKeys(of: arrival, from: former, to: status)
    events.append(.parted(former, into: status, hasSteps: try twins.wasTouched(former)))
    if hadIt { parted.insert(status) }
    return status
  }

  /// Takes an arrival's publication from an article that others go on having; false where none does.
  private mutating func leave(
    _ former: Int64, to status: Int64, _ arrival: Arrival, _ publication: Int64?,
    in origin: Intake.Origin, _ seen: StatusSet
  ) throws -> Bool {
    guard let article = try shared(former, arrival, publication, origin, seen), let publication
    else { return false }
    _ = try parting.leave(article, publication, in: origin)
    try leadKeys(of: arrival, from: former, to: status)
    return true
  }

  /// The article that an arrival parts from; nil where it has it alone, or still has it.
  func shared(
    _ status: Int64, _ arrival: Arrival, _ publication: Int64?, _ origin: Intake.Origin,
    _ seen: StatusSet
  ) throws -> Parting.Former? {
    guard let publication else { return nil }
    return try parting.former(
      status, of: arrival, publication: publication, in: origin, isThere: seen.contains(status))
  }

  private mutating func leadKeys(of arrival: Arrival, from former: Int64, to status: Int64) throws {
    for key in arrival.keys.certain + [arrival.keys.besideOthers].compactMap(\.self)
    where try self.status(of: key) == former {
      try lead(key, to: status)
    }
  }

  /// Whether the article of an arrival of no publication has another headline in another file.
  private func hasAnotherHeadlineElsewhere(
    _ status: Int64, _ arrival: Arrival, _ origin: Intake.Origin
  ) throws -> Bool {
    guard arrival.fileID != nil, let stored = try stored(status),
      FoldedTitle.text(of: stored.title) != FoldedTitle.text(of: arrival.article.title)
    else { return false }
    return try db.cachedStatement(sql: "SELECT 1 FROM files WHERE id = ? AND path <> ?")
      .int([stored.file, origin.path]) != nil
  }

  /// Whether an arrival is one of several that the batch has under one id.
  private func isVersion(_ arrival: Arrival) -> Bool {
    guard arrival.article.hasOwnID, let key = arrival.keys.certain.first else { return false }
    return batch.count { $0.keys.certain.first == key } > 1
  }

  private mutating func add(_ key: IdentityKey, _ status: Int64) {
    known[key] = status
    added.append(key)
  }

  /// The status of a key that was not looked up with the batch.
  func status(of key: IdentityKey) throws -> Int64? {
    try known[key] ?? db.cachedStatement(sql: Self.statusOfKey).int([key.data])
  }

  /// Whether an arrival without an id of the batch is an article by its headline.
  func stands(_ status: Int64) -> Bool { standing[status] != nil }

  /// Whether several are.
  func isStandingTwice(_ status: Int64) -> Bool { standing[status, default: 0] > 1 }

  /// The keys of an arrival that tell by themselves, strongest first.
  private func certainKeys(of arrival: Arrival) -> [IdentityKey] {
    arrival.keys.certain + (formerKeys(of: arrival)?.certain ?? [])
  }

  /// The keys by which an arrival may be known from before its site moved.
  func formerKeys(of arrival: Arrival) -> IdentityKeys? {
    formerKeys.isEmpty ? nil : arrival.keys.all.first.flatMap { formerKeys[$0] }
  }

  /// The status that one was joined to in this batch, else the one itself.
  private func heir(of status: Int64?) -> Int64? { status.map(known.heir(of:)) }
}

extension Identities {
  /// The status that a key leads to: key.
  private static let statusOfKey =
    "SELECT \(Heirs.heir(of: "identities.status")) FROM identities WHERE key = ?"

  private func create() throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO statuses(seen_at) VALUES(?)").run([now])
    return db.lastInsertedRowID
  }

  private func knownStatus(
    of arrival: Arrival, publication: Int64?, from origin: Intake.Origin, seen: StatusSet
  ) throws -> Int64? {
    guard let strongest = arrival.keys.certain.first else { return nil }
    let hasID = arrival.article.hasOwnID
    if let status = known[strongest],
      try hasID
        ? !isReused(by: arrival, status) : !isTakenForAnother(arrival, status, seen)
    {
      return status
    }
    for key in certainKeys(of: arrival).dropFirst() {
      guard let status = known[key] else { continue }
      let isAnother =
        try hasID
        ? stands(status, beside: arrival, of: publication, origin, seen)
        : isTakenForAnother(arrival, status, seen)
      if !isAnother { return status }
    }
    guard origin.wasReadBefore else { return nil }
    if let status = try statusWithoutID(arrival, in: origin.file) { return status }
    guard let former = origin.formerPublication, former != publication,
      arrival.keys.byAddress.isEmpty
    else { return nil }
    return try statusBeforeRenaming(arrival, former: former)
  }

  /// The status that an arrival had in the same file before it was given an id there.
  private func statusWithoutID(_ arrival: Arrival, in file: Int64) throws -> Int64? {
    guard arrival.article.ownID != nil else { return nil }
    var article = arrival.article
    article.ownID = nil
    for key in IdentityKeys(of: article, in: arrival.scope).all {
      let status = try db.cachedStatement(
        sql: """
          SELECT h.id FROM identities i JOIN headlines h ON h.id = \(Heirs.heir(of: "i.status"))
          JOIN sightings s ON s.rank = h.rank
          WHERE i.key = ? AND s.file = ? AND s.own_id IS NULL
          """
      ).int([key.data, file])
      if let status { return status }
    }
    return nil
  }

  /// The status that an arrival had when its file was of another publication: a feed that was
  /// renamed in place keeps its marks.
  ///
  /// The ids of another feed in the same file may be the same numbers, so the address, the headline,
  /// the date to the second or the text has to agree as well.
  private func statusBeforeRenaming(_ arrival: Arrival, former: Int64) throws -> Int64? {
    let key = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT key FROM publications WHERE id = ?"), arguments: [former])
    guard let scope = key.flatMap(IdentityKey.init) else { return nil }
    for key in IdentityKeys(of: arrival.article, in: scope).all {
      guard let status = try status(of: key), let stored = try stored(status) else { continue }
      let isSame =
        stored.title == arrival.article.title
        || stored.url != nil && stored.url == arrival.article.url
        || FormerArticle(stored).hasTime(of: arrival)
      if try isSame ? true : FormerArticle.isTextKept(of: status, by: arrival, db) == true {
        return status
      }
    }
    return nil
  }
}
