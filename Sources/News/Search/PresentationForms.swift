import Foundation

/// Letters that were written as they look, alone or joined, as the letters they are.
///
/// Only texts taken from old files and from PDF have them, so they are looked up when the first
/// one is met.
enum PresentationForms {
  /// The UTF-8 of what a form stands for, folded.
  static func folded(_ scalar: UInt32) -> [UInt8] { table[scalar] ?? [] }

  private static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for block in [0xFB1D...0xFB4F, 0xFB50...0xFDFF, 0xFE70...0xFEFE] as [ClosedRange<UInt32>] {
      for scalar in block.compactMap(Unicode.Scalar.init) {
        let letters = String(Character(scalar)).decomposedStringWithCompatibilityMapping
        // A form without letters decomposes into itself, or a space and marks.
        guard letters.unicodeScalars.first != scalar else { continue }
        table[scalar.value] = fold(letters)
      }
    }
    return table
  }()

  private static func fold(_ letters: String) -> [UInt8] {
    var folder = WordFolder()
    var bytes: [UInt8] = []
    var letters = letters
    letters.withUTF8 { text in
      folder.begin()
      while folder.next(in: text, into: &bytes) != nil {}
    }
    return bytes
  }
}
