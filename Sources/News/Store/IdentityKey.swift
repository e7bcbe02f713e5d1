import Foundation

/// One thing that an article is known by, as 16 bytes of SHA-256.
///
/// Keys are kept for ever and decide what counts as read, so the hash must be stable, and no feed
/// may be able to make its article collide with another's: that rules out the quicker hashes.
struct IdentityKey: Hashable, Comparable {
  private let high: UInt64
  private let low: UInt64

  /// The key of `parts`, told apart by `kind`; a part that is missing differs from an empty one.
  private init(_ kind: Character, _ parts: String?...) {
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

  /// The keys of an article within `scope`, strongest first:
  ///
  /// - with an own id: scope and id; the address and the folded headline; with neither of these two,
  ///   id, headline and date;
  /// - with an address of its own: the address, as it is and without what only tracks; the address
  ///   and the folded headline;
  /// - with an address within its site, such as `/news/1`: scope and address; the address and the
  ///   folded headline;
  /// - with none of these: scope, headline and date.
  ///
  /// Where the address is not in its canonical form, the keys of that are among them too.
  ///
  /// The address and the folded headline are what an article has in common with the same one of
  /// another publication. Where there is no scope, an id (or an address within the site) counts
  /// within the file as well, which is no matter of keys: they mean the same on every machine
  /// (`FileIDs`).
  static func keys(of article: Article, in scope: IdentityKey?) -> [IdentityKey] {
    let address = article.url.flatMap { $0.isEmpty ? nil : $0 }
    let plain = address.map { PlainAddress.text(of: $0) }
    let title = plain == nil ? "" : FoldedTitle.text(of: article.title)
    let common = plain.map { IdentityKey("c", $0, title) }
    let same = plain.map(PlainAddress.canonical).flatMap { $0 == plain ? nil : $0 }
    let sameCommon = same.map { [IdentityKey("c", $0, title)] } ?? []
    guard let id = article.ownID, !id.isEmpty else {
      guard let address, let plain, let common else { return [byTitle(article, in: scope)] }
      if PlainAddress.isWithinSite(address) {
        return (scope.map { [IdentityKey("r", $0.text, address)] } ?? []) + [common]
      }
      let tracked = address == plain ? [] : [IdentityKey("a", plain)]
      let sameAddress = same.map { [IdentityKey("a", $0)] } ?? []
      return [IdentityKey("a", address)] + tracked + sameAddress + [common] + sameCommon
    }
    var keys: [IdentityKey] = []
    if let scope { keys.append(IdentityKey("i", scope.text, id)) }
    if let common { keys += [common] + sameCommon }
    if keys.isEmpty {
      keys.append(IdentityKey("k", id, article.title, dateText(of: article)))
    }
    return keys
  }

  /// Keys that an article may be known by though it is not given them: those of its address under
  /// `http`, by which libraries know what their sites moved to `https` since.
  static func formerKeys(of article: Article) -> [IdentityKey] {
    guard let address = article.url,
      let former = PlainAddress.unencrypted(
        PlainAddress.canonical(PlainAddress.text(of: address)))
    else { return [] }
    let common = IdentityKey("c", former, FoldedTitle.text(of: article.title))
    return article.ownID?.isEmpty == false ? [common] : [IdentityKey("a", former), common]
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

  private static func byTitle(_ article: Article, in scope: IdentityKey?) -> IdentityKey {
    IdentityKey("t", scope?.text, article.title, dateText(of: article))
  }

  /// The date as it stands in the file: the clock's time there, which doesn't move with the time
  /// zone that this machine is in when the file is read again.
  private static func dateText(of article: Article) -> String? {
    article.date.map { String($0.seconds + Int64($0.offset)) } ?? article.dateText
  }

  private var text: String { "\(high),\(low)" }
}
