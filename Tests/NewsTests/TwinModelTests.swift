import GRDB
import TestSupport
import Testing

@testable import News

/// Publications that write over one address now this headline, now that, so that their articles become
/// one and part again: random commands, held against a plain model of which articles are one, and of
/// what is kept of them.
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
    /// The files whose publications have had each group, and those that still do.
    var files: [Int: Set<Int>] = [:]
    var names: [Int: Set<Int>] = [:]
    var titles: [Int: Int] = [:]
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
          makeNew(entry)
        }
      }
      let former = group(of: entry)
      if titles[former, default: title] != title,
        !names[former, default: []].isSubset(of: [entry.file])
      {
        part(entry)
        if common == former { atomOfKey[key] = group(of: entry) }
      }
      let own = group(of: entry)
      files[own, default: []].insert(entry.file)
      names[own, default: []].insert(entry.file)
      titles[own] = title
      if let common, common != own, common != former {
        if !names[common, default: []].isEmpty, titles[common] != title {
          atomOfKey[key] = own
        } else if files[own, default: []].isDisjoint(with: files[common, default: []]) {
          join(common, to: own)
        }
      }
      if atomOfKey[key] == nil { atomOfKey[key] = own }
      held.insert(entry)
    }

    private mutating func makeNew(_ entry: Entry) {
      atomOf[entry] = atoms.count
      group.append(atoms.count)
      atoms.append([])
    }

    private mutating func join(_ common: Int, to own: Int) {
      files[own, default: []].formUnion(files[common] ?? [])
      names[own, default: []].formUnion(names[common] ?? [])
      for atom in group.indices where group[atom] == common { group[atom] = own }
    }

    /// Gives an entry a group of its own, with what is kept of the one that it was of.
    private mutating func part(_ entry: Entry) {
      let former = group(of: entry)
      files[former]?.remove(entry.file)
      names[former]?.remove(entry.file)
      makeNew(entry)
      for atom in atoms.indices where group[atom] == former {
        let copy = atoms.count
        atoms.append(atoms[atom])
        group.append(group(of: entry))
        for step in done.indices { done[step] += Self.copies(of: done[step], of: atom, as: copy) }
        for step in undone.indices {
          undone[step] += Self.copies(of: undone[step], of: atom, as: copy)
        }
      }
    }

    private static func copies(of step: [Change], of atom: Int, as copy: Int) -> [Change] {
      step.filter { $0.atom == atom }.map { Change(atom: copy, kind: $0.kind, isSet: $0.isSet) }
    }

    mutating func forget(_ file: Int) {
      for group in names.keys { names[group]?.remove(file) }
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

  private static let titles = ["news", "خبر", "more", "other", "خبر آخر", "last"]

  @Test(arguments: 1...8) func joinedArticlesAgreeWithThePlainModel(seed: UInt64) throws {
    let library = try StoreFixture()
    var random = Random(seed: seed)
    var model = Model()
    for _ in 0..<70 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...2:
        let file = Int.random(in: 0..<3, using: &random)
        if Bool.random(using: &random),
          let source = try library.store.source(at: path(library, file))
        {
          try library.store.forget(source)
          model.forget(file)
        }
        var lines: [String] = []
        for address in 0..<4 {
          for number in 0..<2 {
            let entry = Entry(file: file, address: address, number: number)
            // No two of a file are one.
            let title = Int.random(in: 0..<3, using: &random) + 3 * number
            lines.append(
              """
              {"id": "\(entry.id)", "title": "\(Self.titles[title])", \
              "source": "S\(file)", "url": "https://x.example/\(address)"}
              """)
            model.take(entry, title: title)
          }
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
