import Foundation

/// A text to lay out, in memory and in a file.
struct LayoutSample {
  let text: [UInt8]
  let path: String
  /// How many scalars it holds.
  let scalars: Int

  init(_ text: [UInt8], _ name: String, in workshop: Workshop) throws {
    self.text = text
    path = "\(workshop.folder)/\(name).txt"
    scalars = text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    try Data(text).write(to: URL(filePath: path))
  }

  /// MB/s where all of it takes so many nanoseconds.
  func speed(_ nanoseconds: Double) -> Double {
    nanoseconds > 0 ? Double(text.count) * 1_000 / nanoseconds : 0
  }
}
