import Foundation
import News
import TestSupport
import Testing

/// What was read from a file of news.
struct NewsReading {
  var articles: [Article] = []
  var places: [Int] = []
  var problems: [Problem] = []
  var outcome = NewsFile.Outcome()

  /// Each problem as a line of a report.
  var lines: [String] { problems.map(\.description) }

  /// Reads bytes from a file.
  init(_ bytes: [UInt8], name: String = "f.json", most: Int = .max, format: String? = nil) throws {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    rewind(file)
    self.init(descriptor: fileno(file), name: name, most: most, format: format)
  }

  /// Reads a text from a file.
  init(_ text: String, name: String = "f.json", most: Int = .max, format: String? = nil) throws {
    try self.init(Array(text.utf8), name: name, most: most, format: format)
  }

  /// Reads a file of `Fixtures`.
  init(fixture name: String) throws {
    try self.init(try Self.bytes(ofFixture: name), name: name)
  }

  /// The bytes of a file of `Fixtures`.
  static func bytes(ofFixture name: String) throws -> [UInt8] {
    let file = Fixture.package.appendingPathComponent("Tests/NewsTests/Fixtures/\(name)")
    return [UInt8](try Data(contentsOf: file))
  }

  /// Reads bytes from a pipe.
  init(piped bytes: [UInt8], name: String = "-") throws {
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    self.init(descriptor: pipe.fileHandleForReading.fileDescriptor, name: name)
    try pipe.fileHandleForReading.close()
  }

  private init(descriptor: Int32, name: String, most: Int = .max, format: String? = nil) {
    outcome = NewsFile(name: name, format: format).read(
      descriptor,
      article: {
        articles.append($0)
        places.append($1)
        return articles.count < most
      },
      problem: { problems.append($0) })
  }
}
