import CNcurses
import Display
import UnicodeData

extension Cell {
  /// The cell as it may be handed to ncurses: never a control, a format character, or a base that
  /// the terminal's library would give another number of columns.
  ///
  /// Text layout lets none of these through; this is the last door before the terminal.
  var printable: Cell {
    if base < 0x7F, base >= 0x20, columns == 1, marks[0] == 0 { return self }
    var cell = self
    if columns == 0 {
      cell = .blank(style)  // half a wide cell without its other half
    } else if !isPrintableBase {
      cell.base = 0xFFFD
      cell.columns = 1
      cell.marks = .init(repeating: 0)
    }
    cell.keepPrintableMarks()
    return cell
  }

  private var isPrintableBase: Bool {
    Self.properties(of: base).map { !$0.isFormat } == true
      && khabar_columns(base) == Int32(columns)
  }

  private mutating func keepPrintableMarks() {
    var kept = InlineArray<4, UInt32>(repeating: 0)
    var count = 0
    for index in 0..<4 where marks[index] != 0 && Self.isPrintableMark(marks[index]) {
      kept[count] = marks[index]
      count += 1
    }
    marks = kept
  }

  private static func isPrintableMark(_ mark: UInt32) -> Bool {
    guard let properties = properties(of: mark) else { return false }
    return properties.isMark && !properties.isFormat && khabar_columns(mark) == 0
  }

  private static func properties(of scalar: UInt32) -> ScalarProperties? {
    scalar <= 0x10FFFF ? ScalarTable.shared.properties(of: scalar) : nil
  }
}
