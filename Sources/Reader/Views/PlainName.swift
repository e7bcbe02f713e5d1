extension String {
  /// The text without bidi controls: an address or a path must not be shown as another.
  var withoutBidiControls: String {
    var plain = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
