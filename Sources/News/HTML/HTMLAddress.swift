/// The address of a page, which others on it are relative to.
struct HTMLAddress {
  /// `https:` and `https://example.org`, where the page's address is known.
  private let scheme: String
  private let origin: String?

  /// The address of a page; nil where it is not known.
  init(_ address: String?) {
    let parts = (address ?? "").split(
      separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let isWhole = parts.count > 2 && parts[0].hasSuffix(":") && parts[1].isEmpty
    scheme = isWhole ? String(parts[0]) : "https:"
    origin = isWhole ? "\(parts[0])//\(parts[2])" : nil
  }

  /// An address as it can be followed by itself; nil where it leads nowhere else, as within the
  /// page, or where that is not known.
  func absolute(_ reference: String) -> String? {
    let start = reference.prefix(8).lowercased()
    if start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("mailto:") {
      return reference
    }
    if reference.hasPrefix("//") { return scheme + reference }
    guard reference.hasPrefix("/"), let origin else { return nil }
    return origin + reference
  }
}

extension HTMLAddress {
  /// The address of a picture's file; pages that load pictures late keep it elsewhere than in `src`.
  static func picture(_ attributes: HTMLAttributes) -> String? {
    let sources = [attributes["src"], attributes["data-src"], attributes["data-lazy-src"]]
    // Of a set, the first: `small.jpg 1x, large.jpg 2x`.
    let sets = [attributes["srcset"], attributes["data-srcset"]].map { set in
      set?.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" }).first.map { String($0) }
    }
    return (sources + sets).lazy.compactMap { $0 }.map { PlainText.line($0) }
      .first { !$0.isEmpty && !$0.hasPrefix("data:") }
  }

  /// Whether a picture's address is that of a counter of readers.
  static func isTracker(_ address: String) -> Bool {
    trackers.contains { address.contains($0) }
  }

  /// Whether a link's words are its address, whole or without what goes without saying.
  static func isSpelling(_ words: String, of address: String) -> Bool {
    func bare(_ text: String) -> Substring {
      var text = text.lowercased()[...]
      for start in ["https://", "http://", "mailto:", "www."] where text.hasPrefix(start) {
        text = text.dropFirst(start.count)
      }
      return text.hasSuffix("/") ? text.dropLast() : text
    }
    return bare(words) == bare(address)
  }

  /// An address without the parameters that only say where a reader came from.
  static func withoutTrackers(_ address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let fragment = address.firstIndex(of: "#") ?? address.endIndex
    guard mark < fragment else { return address }
    let query = address[address.index(after: mark)..<fragment].split(separator: "&")
    let kept = query.filter { part in
      !["utm_", "fbclid=", "gclid="].contains { part.lowercased().hasPrefix($0) }
    }
    guard kept.count < query.count else { return address }
    let question = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return address[..<mark] + question + address[fragment...]
  }

  private static let trackers = [
    "://pixel.", "/pixel.gif", "/pixel.png", "://stats.wordpress.com/", "://pixel.wp.com/",
    "feedburner.com/~", "feedsportal.com/", "doubleclick.net/", "google-analytics.com/",
    "facebook.com/tr?", "://b.scorecardresearch.com/", "/piwik.php", "/matomo.php", "/b.gif?",
  ]
}
