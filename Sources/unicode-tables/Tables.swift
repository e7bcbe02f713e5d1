import Foundation

/// Makes the generated files of UnicodeData.
struct Tables {
  /// The files, each by its name.
  let files: [GeneratedFile]

  /// Reads the Unicode Character Database in `folder`.
  init(_ folder: URL) throws {
    let database = try Database(folder)
    let normalization = Normalization(database)
    let forms = FormTables(database)
    files = [
      try Self.classes(PropertyWord(database, normalization, forms)),
      Self.pairs(database, forms),
      Self.forms(forms),
      try Self.normalization(database, normalization),
    ]
  }
}

extension Tables {
  private static func classes(_ properties: PropertyWord) throws -> GeneratedFile {
    var numbers: [UInt32: Int] = [:]
    var words: [Int] = []
    var table: [UInt8] = []
    table.reserveCapacity(Database.count)
    for (scalar, next) in zip(properties.borders, properties.borders.dropFirst()) {
      let word = try properties.word(scalar)
      if numbers[word] == nil {
        numbers[word] = words.count
        words.append(Int(word))
      }
      guard let number = numbers[word], number < 256 else {
        throw TableError("more than 256 classes of scalars: a class no longer fits a byte")
      }
      table += repeatElement(UInt8(number), count: next - scalar)
    }
    let stages = try TwoStages(table)
    var file = GeneratedFile(
      "ScalarTableData", "\(words.count) classes of scalars, \(stages.values.count / 128) blocks.")
    file.add("blocks", "Scalar / 128 → block.", bytes: stages.blocks)
    file.add("classes", "Block, scalar % 128 → class.", bytes: stages.values)
    file.add("properties", "Class → `ScalarProperties`, four bytes each.", numbers: words, size: 4)
    file.close()
    return file
  }

  private static func pairs(_ database: Database, _ forms: FormTables) -> GeneratedFile {
    let mirrors = database.mirrors.sorted { $0.key < $1.key }
    var file = GeneratedFile("BidiPairData", "Mirrors and brackets of UAX #9.")
    file.add(
      "mirrors", "Scalar, mirror: ascending, three bytes each.",
      numbers: mirrors.flatMap { [$0.key, $0.value] }, size: 3)
    file.add(
      "brackets", "Bracket, opener of its pair doubled, plus 1 when it closes: three bytes each.",
      numbers: forms.brackets.flatMap { [$0.scalar, $0.pair * 2 + ($0.isOpen ? 0 : 1)] }, size: 3)
    file.close()
    return file
  }

  private static func forms(_ forms: FormTables) -> GeneratedFile {
    let letters = (0x0600...0x06FF).flatMap { forms.forms[$0] ?? [0, 0, 0, 0] }
    let lamAlefs = forms.lamAlefs.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    var file = GeneratedFile("PresentationFormData", "Presentation forms of Arabic letters.")
    file.add(
      "forms", "Isolated, final, initial, medial of U+0600 and up, two bytes each.",
      numbers: letters, size: 2)
    file.add("lamAlefs", "Alef, isolated lam-alef: two bytes each.", numbers: lamAlefs, size: 2)
    file.close()
    return file
  }

  private static func normalization(
    _ database: Database, _ normalization: Normalization
  ) throws -> GeneratedFile {
    let stages = try TwoStages(database.combiningClass)
    let used = (stages.blocks.lastIndex { $0 != 0 } ?? 0) + 1
    var file = GeneratedFile("NormalizationData", "Canonical normalization, UAX #15.")
    file.add(
      "combiningBlocks", "Scalar / 128 → block of combining classes; past the end block 0.",
      bytes: Array(stages.blocks[..<used]))
    file.add("combiningClasses", "Block, scalar % 128 → combining class.", bytes: stages.values)
    file.add(
      "decomposed", "The scalars with a canonical decomposition, ascending, three bytes each.",
      numbers: normalization.decompositions.map(\.scalar), size: 3)
    file.add(
      "decompositionCounts", "How many scalars each decomposition has.",
      bytes: normalization.decompositions.map { UInt8($0.full.count) })
    file.add(
      "decompositions", "Full canonical decompositions, one after the other, three bytes a scalar.",
      numbers: normalization.decompositions.flatMap(\.full), size: 3)
    file.add(
      "compositions", "First, second, composite: ascending, three bytes each.",
      numbers: normalization.compositions.flatMap { [$0.first, $0.second, $0.composite] }, size: 3)
    file.close()
    return file
  }
}
