import Display
import Testing

@testable import Terminal

@Suite struct CellRunTests {
  private let size = Size(rows: 3, columns: 8)

  private func screen(_ cells: [Cell], row: Int = 1, column: Int = 0) -> Screen {
    var screen = Screen(size: size)
    screen.put(cells, row: row, column: column, direction: .leftToRight)
    return screen
  }

  private func runs(from a: Screen?, to b: Screen) -> [CellRun] { b.runs(since: a) }

  @Test func firstScreenIsPaintedWhole() {
    let whole = (0..<3).map { CellRun(row: $0, columns: 0..<8) }
    #expect(runs(from: nil, to: Screen(size: size)) == whole)
    let other = Screen(size: Size(rows: 2, columns: 8))
    #expect(runs(from: other, to: Screen(size: size)) == whole)
  }

  @Test func sameScreenHasNothingToPaint() {
    #expect(runs(from: Screen(size: size), to: Screen(size: size)).isEmpty)
  }

  @Test func onlyWhatDiffersIsPainted() {
    let letters = "abcdefgh".unicodeScalars.map { Cell(base: $0.value) }
    var changed = letters
    changed[1].base = 0x78
    changed[5].style = .unread
    changed[6].marks[0] = 0x0301
    #expect(
      runs(from: screen(letters), to: screen(changed))
        == [CellRun(row: 1, columns: 1..<2), CellRun(row: 1, columns: 5..<7)])
  }

  @Test func runsNeverBeginOrEndInAWideCell() {
    let wide = Cell(base: 0x4E2D, columns: 2)
    let pair = [wide, Cell.continuation(of: wide)]
    let blank = Screen(size: size)
    #expect(runs(from: blank, to: screen(pair, column: 6)) == [CellRun(row: 1, columns: 6..<8)])
    #expect(runs(from: screen(pair, column: 2), to: blank) == [CellRun(row: 1, columns: 2..<4)])
    #expect(
      runs(from: screen(pair, column: 2), to: screen(pair, column: 3))
        == [CellRun(row: 1, columns: 2..<5)])
    var other = pair
    other[0].base = 0x6587
    #expect(
      runs(from: screen(pair, column: 2), to: screen(other, column: 2))
        == [CellRun(row: 1, columns: 2..<4)])
  }

  @Test func paintingTheRunsGivesTheScreen() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var (old, new) = (Screen(size: size), Screen(size: size))
      for row in 0..<3 {
        for column in 0..<8 {
          old[row, column] = Cell(base: .random(in: 0x61...0x63, using: &random))
          new[row, column] = Cell(base: .random(in: 0x61...0x63, using: &random))
        }
      }
      var painted = old
      for run in new.runs(since: old) {
        for column in run.columns { painted[run.row, column] = new[run.row, column] }
      }
      #expect(painted == new)
    }
  }
}
