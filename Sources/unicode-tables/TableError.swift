/// What stops the generator, as a sentence.
struct TableError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
