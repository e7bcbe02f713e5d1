import Foundation

/// One thing that an article is known by, as 16 bytes of SHA-256.
///
/// Keys are kept for ever and decide what counts as read, so the hash must be stable, and no feed
/// may be able to make its article collide with another's: that rules out the quicker hashes.
struct IdentityKey: Hashable, Comparable {
  private let high: UInt64
  private let low: UInt64

  /// The key of `parts`, told apart by `kind`; a part that is missing differs from an empty one.
  init(_ kind: Character, _ parts: String?...) {
    var hash = SHA256()
    hash.append(String(kind))
    for part in parts {
      // The count goes first, so that ("ab", "c") is not ("a", "bc").
      hash.append(part.map { "\($0.utf8.count):\($0)" } ?? "-")
    }
    (high, low) = hash.first16Bytes()
  }

  /// A key as it was stored; nil for anything but 16 bytes.
  init?(_ data: Data) {
    guard data.count == 16 else { return nil }
    high = data.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = data.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The 16 bytes, in the order that keys compare by.
  var data: Data {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }
  }

  /// A key as 32 hexadecimal digits of UTF-8; nil for anything else.
  init?(hexadecimal text: UnsafeBufferPointer<UInt8>) {
    var halves: [UInt64] = []
    for start in [0, 16] where text.count == 32 {
      var half: UInt64 = 0
      for byte in text[start..<start + 16] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        half = half << 4 | UInt64(digit)
      }
      halves.append(half)
    }
    guard halves.count == 2 else { return nil }
    (high, low) = (halves[0], halves[1])
  }

  /// The key as 32 hexadecimal digits.
  var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  static func < (a: IdentityKey, b: IdentityKey) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}

extension IdentityKey {
  /// What an article's own id counts within: its feed's address, else the home page, else the
  /// name of its source, else the host of its address; nil where it has none of these.
  static func scope(of article: Article) -> IdentityKey? {
    let publication = article.publication
    if let feed = publication?.feed, !feed.isEmpty { return IdentityKey("f", feed) }
    if let home = publication?.home, !home.isEmpty { return IdentityKey("h", home) }
    if let name = publication?.name, !name.isEmpty { return IdentityKey("n", name) }
    if let host = article.url.flatMap(host(of:)) { return IdentityKey("s", host) }
    return nil
  }

  /// What tells an article without a scope apart in its file: its own id, else its address within
  /// the site.
  static func idInFile(of article: Article) -> String? {
    if let id = article.ownID, !id.isEmpty { return id }
    return article.url.flatMap { PlainAddress.isWithinSite($0) ? $0 : nil }
  }

  /// The host of an address, in lower case, without user and port; nil where it has none.
  static func host(of address: String) -> String? {
    guard let start = address.range(of: "://")?.upperBound else { return nil }
    let authority = address[start...].prefix { !"/?#".contains($0) }
    let server = authority.split(separator: "@").last ?? ""
    let host = server.first == "[" ? server.prefix { $0 != "]" } : server.prefix { $0 != ":" }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// The date as it stands in the file: the clock's time there, which doesn't move with the time
  /// zone that this machine is in when the file is read again.
  static func dateText(of article: Article) -> String? {
    article.date.map(text(of:)) ?? article.dateText
  }

  static func text(of date: ArticleDate) -> String { String(date.seconds + Int64(date.offset)) }

  /// A key as a part of another.
  var text: String { "\(high),\(low)" }
}
