import GRDB

/// Which table or index the pages of a store are of, as far as one comes to them from its root.
struct StoreTables {
  private var names: [Int: String] = [:]

  /// Goes down from the list of tables, which begins on the first page (SQLite's file format, §2.6).
  /// Where a page of that is lost, those below it are looked for.
  init(_ pages: StorePages) {
    var roots: [Int: String] = [:]
    var isWhole = true
    descend(from: 1, of: "sqlite_schema", pages) { page in
      if let page { Self.takeRoots(of: page, &roots) } else { isWhole = false }
    }
    if !isWhole {
      for number in stride(from: 2, through: pages.count, by: 1) where names[number] == nil {
        if let page = StorePage(number, of: pages) { Self.takeRoots(of: page, &roots) }
      }
    }
    for (root, name) in roots { descend(from: root, of: name, pages) { _ in } }
  }

  /// The table or index that a page is of; nil where that is not known.
  subscript(_ page: Int) -> String? { names[page] }
}

extension StoreTables {
  private mutating func descend(
    from root: Int, of name: String, _ pages: StorePages, _ visit: (StorePage?) -> Void
  ) {
    var open: [Int] = []
    // A page that is met once more would lead round in a circle.
    func meet(_ page: Int) {
      guard names[page] == nil else { return }
      names[page] = name
      open.append(page)
    }
    meet(root)
    while let number = open.popLast() {
      let page = StorePage(number, of: pages)
      visit(page)
      page?.children.forEach(meet)
    }
  }

  private static func takeRoots(of page: StorePage, _ roots: inout [Int: String]) {
    guard page.kind == .tableLeaf else { return }
    for row in page.rows where row.values.count == 5 {
      guard ["table", "index"].contains(String.fromDatabaseValue(row.values[0])),
        let name = String.fromDatabaseValue(row.values[1]),
        let root = Int.fromDatabaseValue(row.values[3]), root > 1, roots[root] == nil
      else { continue }
      roots[root] = name
    }
  }
}
