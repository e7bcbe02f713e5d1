import CLibXML2

/// The attributes of a start tag: names and values in turn, ended by null.
struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.list = list }

  /// The value of the attribute of that name, in lower case; nil where there is none.
  subscript(_ name: String) -> String? {
    guard let list else { return nil }
    var index = 0
    while let found = list[index] {
      if String(cString: found).lowercased() == name {
        return list[index + 1].map { String(cString: $0) }
      }
      index += 2
    }
    return nil
  }
}
