/// Entities of HTML 5 that libxml2, whose names are HTML 4's, does not know: those with which some
/// sites write every mark of punctuation.
enum HTMLEntities {
  /// A text with these entities as letters, or as entities that are known.
  static func known(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes -> String? in
      var text: [UInt8] = []
      var start = 0
      var at = 0
      while let found = bytes[at...].firstIndex(of: UInt8(ascii: "&")) {
        at = found + 1
        let name = bytes[at...].prefix(8).prefix { $0 != UInt8(ascii: ";") }
        let end = name.endIndex
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";"),
          let letter = letters[String(decoding: name, as: UTF8.self)]
        else { continue }
        text.append(contentsOf: bytes[start..<found])
        text.append(contentsOf: letter.utf8)
        start = end + 1
        at = start
      }
      guard start > 0 else { return nil }
      text.append(contentsOf: bytes[start...])
      return String(decoding: text, as: UTF8.self)
    } ?? html
  }

  private static let letters: [String: String] = [
    "AMP": "&amp;", "LT": "&lt;", "GT": "&gt;", "QUOT": "&quot;", "COPY": "©", "REG": "®",
    "Tab": "\t", "NewLine": "\n", "excl": "!", "num": "#", "dollar": "$", "percnt": "%",
    "lpar": "(", "rpar": ")", "ast": "*", "midast": "*", "plus": "+", "comma": ",",
    "period": ".", "sol": "/", "colon": ":", "semi": ";", "equals": "=", "quest": "?",
    "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]", "rbrack": "]",
    "Hat": "^", "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|",
    "vert": "|", "rcub": "}", "rbrace": "}", "hyphen": "‐", "dash": "‐", "horbar": "―",
    "rsquor": "’", "rdquor": "”", "mldr": "…", "nldr": "‥", "check": "✓", "phone": "☎",
    "star": "☆", "starf": "★",
  ]
}
