/// The least that is left of a text while `differs` still holds: what to read when oracles disagree,
/// and what a known difference is recognized by.
func shrunk(_ text: [UInt32], while differs: ([UInt32]) -> Bool) -> [UInt32] {
  var text = text
  var size = text.count / 2
  while size > 0 {
    var place = 0
    while place < text.count {
      var less = text
      less.removeSubrange(place..<min(place + size, text.count))
      if !less.isEmpty && differs(less) { text = less } else { place += size }
    }
    size = size == 1 ? 0 : max(1, size / 2)
  }
  return text
}

/// The scalars of a text in hexadecimal digits, several of one as that one and how many.
func named(_ text: [UInt32]) -> String {
  var names: [String] = []
  var place = 0
  while place < text.count {
    let count = text[place...].prefix { $0 == text[place] }.count
    let name = String(text[place], radix: 16, uppercase: true)
    names.append(count > 2 ? "\(name)×\(count)" : name)
    place += count > 2 ? count : 1
  }
  return names.joined(separator: " ")
}
