import GRDB
import TestSupport
import Testing

@testable import News

/// Publications that write over one address now this headline, now that: random commands, held
/// against a plain model of which articles are one, and of what is kept of them.
@Suite struct TwinModelTests {
  /// An article as one file has it: two of each file over one address.
  private struct Entry: Hashable {
    let file: Int
    let address: Int
    let number: Int

    var id: String { "\(file)-\(address)-\(number)" }
  }

  private enum Kind: Hashable, CaseIterable {
    case read, starred, tagged

    func mark(_ isSet: Bool) -> Mark {
      switch self {
      case .read: .read(isSet)
      case .starred: .starred(isSet)
      case .tagged: .tag("a", isSet)
      }
    }
  }

  /// Articles as they would be kept if nothing were ever joined, and which of them are one.
  private struct Model {
    struct Change {
      let atom: Int
      let kind: Kind
      let isSet: Bool
    }

    /// What is set of each article that ever was one of its own.
    var atoms: [Set<Kind>] = []
    /// The group of each of these.
    var group: [Int] = []
    var atomOf: [Entry: Int] = [:]
    var atomOfKey: [[Int]: Int] = [:]
    var files: [Int: Set<Int>] = [:]
    var held: Set<Entry> = []
    var done: [[Change]] = []
    var undone: [[Change]] = []

    func group(of entry: Entry) -> Int { group[atomOf[entry] ?? 0] }

    func has(_ kind: Kind, _ group: Int) -> Bool {
      atoms.indices.contains { self.group[$0] == group && atoms[$0].contains(kind) }
    }

    mutating func take(_ entry: Entry, title: Int) {
      let key = [entry.address, title]
      let common = atomOfKey[key].map { group[$0] }
      if atomOf[entry] == nil {
        if let common, files[common]?.contains(entry.file) != true {
          atomOf[entry] = common
        } else {
          atomOf[entry] = atoms.count
          group.append(atoms.count)
          atoms.append([])
        }
      }
      let own = group(of: entry)
      files[own, default: []].insert(entry.file)
      if let common, common != own,
        files[own, default: []].isDisjoint(with: files[common, default: []])
      {
        let others = files[common, default: []]
        files[own]?.formUnion(others)
        for atom in group.indices where group[atom] == common { group[atom] = own }
      }
      if atomOfKey[key] == nil { atomOfKey[key] = own }
      held.insert(entry)
    }

    mutating func change(_ entries: Set<Entry>, _ kind: Kind, _ isSet: Bool) -> Int {
      let groups = Set(entries.intersection(held).map(group(of:))).filter { has(kind, $0) != isSet }
      let changes = atoms.indices
        .filter { groups.contains(group[$0]) && atoms[$0].contains(kind) != isSet }
        .map { Change(atom: $0, kind: kind, isSet: isSet) }
      for change in changes { set(change, isSet) }
      if !changes.isEmpty {
        done.append(changes)
        undone = []
      }
      return groups.count
    }

    private mutating func set(_ change: Change, _ isSet: Bool) {
      if isSet {
        atoms[change.atom].insert(change.kind)
      } else {
        atoms[change.atom].remove(change.kind)
      }
    }

    /// Takes a step back; how many articles have another mark by that, and what it changed.
    private mutating func takeBack(_ step: [Change]) -> (Int, [Change]) {
      let before = atoms
      var changes: [Change] = []
      for change in step where atoms[change.atom].contains(change.kind) == change.isSet {
        set(change, !change.isSet)
        changes.append(Change(atom: change.atom, kind: change.kind, isSet: !change.isSet))
      }
      let after = atoms
      atoms = before
      let had = marks()
      atoms = after
      let has = marks()
      return (had.keys.filter { had[$0] != has[$0] }.count, changes)
    }

    private func marks() -> [Int: Set<Kind>] {
      var marks: [Int: Set<Kind>] = [:]
      for (atom, set) in atoms.enumerated() { marks[group[atom], default: []].formUnion(set) }
      return marks
    }

    mutating func undo() -> Int? {
      guard let step = done.popLast() else { return nil }
      let (count, changes) = takeBack(step)
      guard count > 0 else { return undo() }
      undone.append(changes)
      return count
    }

    mutating func redo() -> Int? {
      guard let step = undone.popLast() else { return nil }
      let before = atoms
      let (count, changes) = takeBack(step)
      guard count > 0 else {
        atoms = before
        return redo()
      }
      done.append(changes)
      return count
    }
  }

  @Test(arguments: 1...8) func joinedArticlesAgreeWithThePlainModel(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    var model = Model()
    for _ in 0..<70 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...2:
        let file = Int.random(in: 0..<3, using: &random)
        var lines: [String] = []
        for address in 0..<4 {
          for number in 0..<2 {
            let entry = Entry(file: file, address: address, number: number)
            let title = Int.random(in: 0..<3, using: &random)
            lines.append(
              """
              {"id": "\(entry.id)", "title": "\(["news", "خبر", "more"][title])", \
              "source": "S\(file)", "url": "https://x.example/\(address)"}
              """)
            model.take(entry, title: title)
          }
        }
        if Bool.random(using: &random),
          let source = try library.store.source(at: path(library, file))
        {
          try library.store.forget(source)
        }
        try library.write("\(file).jsonl", lines.joined(separator: "\n"))
        try library.scan("\(file).jsonl")
      case 3...6:
        let entries = model.held.sorted { $0.id < $1.id }.shuffled(using: &random).prefix(3)
        let kind = Kind.allCases.randomElement(using: &random) ?? .read
        let isSet = Int.random(in: 0..<3, using: &random) > 0
        let ids = try entries.map { try id(of: $0, library) }
        #expect(
          try library.store.change(ids, [kind.mark(isSet)]).count
            == model.change(Set(entries), kind, isSet))
      case 7...8:
        #expect(try library.store.undo()?.count == model.undo())
      default:
        #expect(try library.store.redo()?.count == model.redo())
      }
      try compare(library, model)
    }
  }

  private func path(_ library: StoreFixture, _ file: Int) -> String {
    library.path("\(file).jsonl")
  }

  private func id(of entry: Entry, _ library: StoreFixture) throws -> ArticleID {
    let found = try library.store.articles(spelt: entry.id)
    #expect(found.count == 1, "\(entry.id)")
    return try #require(found.first).id
  }

  private func compare(_ library: StoreFixture, _ model: Model) throws {
    let rows = try library.rows()
    var ids: [Int: ArticleID] = [:]
    for entry in model.held {
      let (id, group) = try (id(of: entry, library), model.group(of: entry))
      #expect(ids[group, default: id] == id)
      ids[group] = id
      let row = try #require(rows.first { $0.id == id })
      #expect(row.isUnread != model.has(.read, group))
      #expect(row.isStarred == model.has(.starred, group))
      #expect(try library.store.status(of: id)?.tags.isEmpty != model.has(.tagged, group))
    }
    #expect(Set(ids.values).count == ids.count)
    #expect(Set(ids.values) == Set(rows.map(\.id)))
    try recount(library, rows, source: 0)
    for source in try library.store.sources() {
      try recount(library, library.rows(.init(sources: [source.id])), source: source.id.rawValue)
    }
  }

  private func recount(_ library: StoreFixture, _ rows: [Headline], source: Int64) throws {
    let tally = try library.store.queue.read { db in try Tally.kept(db, source) }
    let unread = try library.store.queue.read { db in
      try Int64.fetchAll(db, sql: "SELECT rank FROM unread WHERE source = ?", arguments: [source])
    }
    #expect(tally.all == rows.count)
    #expect(tally.unread == rows.count { $0.isUnread })
    #expect(tally.rightToLeft == rows.count { $0.title.hasPrefix("خ") })
    #expect(Set(unread) == Set(rows.filter(\.isUnread).map(\.rank.rawValue)))
  }
}
