import Display
import Testing

@testable import Terminal

@Suite struct PrintableCellTests {
  init() { takeLocale() }

  @Test(
    arguments: [
      (0x61, 1), (0xFEFB, 1), (0xFB58, 1), (0x05D0, 1), (0x2026, 1), (0x4E2D, 2), (0x1F600, 2),
      (0x20AC, 1), (0x0660, 1), (0xFFFD, 1),
    ] as [(UInt32, UInt8)])
  func whatLayoutSendsPasses(base: UInt32, columns: UInt8) {
    let cell = Cell(base: base, columns: columns, style: .unread, level: 1)
    #expect(cell.printable == cell)
  }

  @Test(
    arguments: [
      0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x034F, 0x0600, 0x061C, 0x06DD, 0x070F, 0x08E2,
      0x200B,
      0x200D, 0x200E, 0x2028, 0x202E, 0x2060, 0x2066, 0xFE0F, 0xFEFF, 0xD800, 0xFFFE, 0xE0001,
      0x110000, UInt32.max,
    ] as [UInt32])
  func whatMustNotBeSentIsReplaced(base: UInt32) {
    for columns: UInt8 in [1, 2] {
      let cell = Cell(base: base, columns: columns, style: .dim).printable
      #expect(cell == Cell(base: 0xFFFD, style: .dim))
    }
  }

  @Test func columnsThatDisagreeAreReplaced() {
    #expect(Cell(base: 0x4E2D, columns: 1).printable == Cell(base: 0xFFFD))
    #expect(Cell(base: 0x61, columns: 2).printable == Cell(base: 0xFFFD))
  }

  @Test func halfAWideCellIsBlank() {
    let wide = Cell(base: 0x4E2D, columns: 2, style: .bar)
    #expect(Cell.continuation(of: wide).printable == .blank(.bar))
  }

  @Test func onlyMarksAreKeptAsMarks() {
    let cell = Cell(base: 0xFE8F, marks: [0x202E, 0x064E, 0x1B, 0x0651])
    #expect(cell.printable.marks[0] == 0x064E)
    #expect(cell.printable.marks[1] == 0x0651)
    #expect(cell.printable.marks[2] == 0)
    let letter = Cell(base: 0x61, marks: [0x62, 0x200F, 0xFE0F, UInt32.max])
    #expect(letter.printable == Cell(base: 0x61))
  }
}
