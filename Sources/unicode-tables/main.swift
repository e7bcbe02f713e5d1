import Foundation

// unicode-tables [--check] [PACKAGE]: makes Sources/UnicodeData/Generated from Resources/ucd.

func run(_ arguments: [String]) throws {
  let isCheck = arguments.contains("--check")
  let package = URL(fileURLWithPath: arguments.first { $0 != "--check" } ?? ".")
  let generated = package.appendingPathComponent("Sources/UnicodeData/Generated")
  let tables = try Tables(package.appendingPathComponent("Resources/ucd"))
  if isCheck {
    try check(tables, generated)
  } else {
    try write(tables, generated)
  }
}

func check(_ tables: Tables, _ folder: URL) throws {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  guard names == tables.files.map(\.name).sorted() else {
    throw TableError("\(folder.path) does not hold exactly the generated files: run `make tables`")
  }
  for file in tables.files {
    let text = try String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8)
    guard text == file.text else {
      throw TableError("\(file.name) is not what Resources/ucd gives: run `make tables`")
    }
  }
}

func write(_ tables: Tables, _ folder: URL) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for file in tables.files {
    let place = folder.appendingPathComponent(file.name)
    try file.text.write(to: place, atomically: true, encoding: .utf8)
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("unicode-tables: \(error)\n".utf8))
  exit(1)
}
