import CLibXML2
import Glibc

/// The attributes of a start tag: names and values in turn, ended by null.
struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.list = list }

  /// Whether there is an attribute of that name, with a value or without.
  func has(_ name: String) -> Bool { index(of: name) != nil }

  /// The value of the attribute of that name, in lower case; nil where there is none.
  subscript(_ name: String) -> String? {
    index(of: name).flatMap { list?[$0 + 1] }.map { String(cString: $0) }
  }

  private func index(of name: String) -> Int? {
    guard let list else { return nil }
    var index = 0
    while let found = list[index] {
      let found = UnsafeRawPointer(found).assumingMemoryBound(to: CChar.self)
      if strcasecmp(found, name) == 0 { return index }
      index += 2
    }
    return nil
  }
}
