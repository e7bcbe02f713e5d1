import News
import Testing

@Suite struct StoreMarkTests {
  private let library: StoreFixture

  init() throws {
    library = try StoreFixture()
    try library.write(
      "a.json",
      """
      [{"id": "1", "title": "one", "date": "2024-03-01T10:00:00Z", "source": "S", "body": "x"},
       {"id": "2", "title": "two", "date": "2024-03-02T10:00:00Z", "source": "S", "body": "x"},
       {"id": "3", "title": "three", "date": "2024-03-03T10:00:00Z", "source": "S", "body": "x"}]
      """)
    try library.scan("a.json")
  }

  @Test func markIsThereWhenTheStoreIsOpenedAgain() throws {
    let marked = try library.store.mark([library.id("two")], read: true)
    #expect(marked.count == 1)
    #expect(marked.tally.unread == 2)
    let again = try library.open(.reading)
    let rows = try again.headlines(in: .init(), .next, from: nil, including: true, limit: 9)
    #expect(rows.map(\.isUnread) == [true, false, true])
    #expect(try again.tally(of: []) == Tally(all: 3, unread: 2, rightToLeft: 0))
  }

  @Test func markOfWhatIsSoAlreadyChangesNothing() throws {
    let id = try library.id("one")
    let first = try library.store.mark([id], read: true)
    let second = try library.store.mark([id], read: true)
    #expect(second.count == 0)
    #expect(second.change == first.change)
    #expect(try library.store.changeNumber() == first.change)
  }

  @Test func markOfAnUnknownArticleChangesNothing() throws {
    let marked = try library.store.mark([ArticleID(rawValue: 999)], read: true)
    #expect(marked.count == 0)
  }

  @Test func readRowsStayInAListOpenedBefore() throws {
    let opened = NewsStore.Scope(unreadSince: try library.store.changeNumber())
    let change = try library.store.mark([library.id("two")], read: true).change
    #expect(try library.titles(opened) == ["three", "two", "one"])
    #expect(try library.rows(opened).map(\.isUnread) == [true, false, true])
    #expect(try library.titles(.init(unreadSince: change)) == ["three", "one"])
  }

  @Test func marksOfOneCommandAreUndoneAsOne() throws {
    let before = try library.rows()
    try library.store.mark([library.id("one")], read: true)
    let all = try library.store.markAllRead(in: .init())
    #expect(all.count == 2)
    #expect(all.tally.unread == 0)
    let undone = try #require(try library.store.undo())
    #expect(undone.count == 2)
    #expect(undone.tally.unread == 2)
    #expect(undone.change > all.change)
    _ = try library.store.undo()
    #expect(try library.rows() == before)
    #expect(try library.store.undo() == nil)
  }

  @Test func undoLeavesWhatAnotherProcessMarkedSince() throws {
    let (one, two) = (try library.id("one"), try library.id("two"))
    try library.store.mark([one, two], read: true)
    let other = try library.open(.writing)
    try other.mark([two], read: false)
    #expect(try library.store.undo()?.ids == [one])
    #expect(try other.undo()?.ids == [two])
  }

  @Test func commandThatAnotherProcessUndidIsPassedOver() throws {
    let (one, two) = (try library.id("one"), try library.id("two"))
    try library.store.mark([one], read: true)
    try library.store.mark([two], read: true)
    let other = try library.open(.writing)
    try other.mark([two], read: false)
    #expect(try library.store.undo()?.ids == [one])
    #expect(try library.store.undo() == nil)
    try other.mark([one], read: true)
    #expect(try library.store.redo() == nil)
    #expect(try library.rows().map(\.isUnread) == [true, true, false])
  }

  @Test func allReadOfASourceLeavesTheOthersAlone() throws {
    try library.write("b.json", #"{"id": "9", "title": "nine", "source": "T", "body": "x"}"#)
    try library.scan("b.json")
    let b = try #require(try library.store.source(at: library.path("b.json")))
    #expect(try library.store.markAllRead(in: .init(sources: [b])).count == 1)
    #expect(try library.store.tally(of: []).unread == 3)
    #expect(try library.store.tally(of: [b]).unread == 0)
  }

  @Test func nextUnreadPassesReadRowsBy() throws {
    try library.store.mark([library.id("two")], read: true)
    let first = try #require(try library.store.unread(in: .init(), .next, from: nil))
    #expect(first.title == "three")
    let second = try #require(try library.store.unread(in: .init(), .next, from: first.rank))
    #expect(second.title == "one")
    #expect(try library.store.unread(in: .init(), .next, from: second.rank) == nil)
    #expect(try library.store.unread(in: .init(), .previous, from: second.rank) == first)
  }

  @Test func otherConnectionsChangeTheDataVersion() throws {
    let reading = try library.open(.reading)
    let before = reading.dataVersion()
    #expect(reading.dataVersion() == before)
    try library.store.mark([library.id("one")], read: true)
    #expect(reading.dataVersion() != before)
  }
}
