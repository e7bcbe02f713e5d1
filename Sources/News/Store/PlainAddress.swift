/// An address without what only says how a reader came to it: the fragment, and the parameters
/// `utm_…`, `fbclid` and `gclid`.
///
/// Identity keys are made of it and kept for ever: what it takes away must stay the same.
enum PlainAddress {
  static func text(of address: String) -> String {
    let whole = address.prefix { $0 != "#" }
    guard let mark = whole.firstIndex(of: "?") else { return String(whole) }
    let parameters = whole[whole.index(after: mark)...].split(separator: "&")
      .filter { !isTracking($0) }
    let path = whole[..<mark]
    return String(path) + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
  }

  /// An address as it is the same however it was come by: with its scheme and host in lower case
  /// (RFC 3986 §6.2.2.1), and `https` for `http`, since a site that moved from one to the other
  /// is the same site.
  static func canonical(_ address: String) -> String {
    guard let mark = address.firstRange(of: "://") else { return address }
    let scheme = address[..<mark.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return address }
    let rest = address[mark.upperBound...]
    let host = rest.prefix { !"/?#".contains($0) }
    return "https://" + host.lowercased() + rest[host.endIndex...]
  }

  /// The same address under the scheme that sites had before.
  static func unencrypted(_ canonical: String) -> String? {
    canonical.hasPrefix("https://") ? "http" + canonical.dropFirst(5) : nil
  }

  /// A canonical address without what only tracks, but with its fragment.
  static func untracked(_ address: String) -> String {
    canonical(text(of: address)) + address[(address.firstIndex(of: "#") ?? address.endIndex)...]
  }

  /// Whether an address says nothing of its site: `/news/1`, `news.html`, but not `example.com/1`
  /// or `urn:…`.
  static func isWithinSite(_ address: String) -> Bool {
    guard !address.isEmpty, !address.hasPrefix("//") else { return false }
    let first = address.prefix { !"/?#".contains($0) }
    let isHost = address[first.endIndex...].first == "/" && first.contains { $0 != "." }
    return !first.contains(":") && !(isHost && first.contains("."))
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || name == "fbclid" || name == "gclid"
  }
}
