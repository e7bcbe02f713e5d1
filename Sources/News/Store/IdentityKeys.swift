extension Article {
  /// Whether its publisher gave it an id.
  var hasOwnID: Bool { ownID?.isEmpty == false }

  /// Whether nothing but its headline and date tell it from others.
  var isKnownByDate: Bool { !hasOwnID && url?.isEmpty != false }
}

/// What an article is known by, whatever file it stands in.
///
/// An article is the same as another where one of the keys in `certain` is: within its publication by
/// its own id, else by its address and folded headline. Its address alone makes it the same only as
/// an edit of what stood there (`Identities.edited`): two publications may write two articles over
/// one address, and a feed may give all of its articles that of its home page.
///
/// Where there is no scope, an id (or an address within the site) counts within the file as well,
/// which is no matter of keys: they mean the same on every machine (`FileIDs`).
struct IdentityKeys {
  /// What tells the article by itself, strongest first.
  private(set) var certain: [IdentityKey]
  /// What its address says, as it stands first, then without what only tracks; none where it has an
  /// id or no address.
  private(set) var byAddress: [IdentityKey] = []
  /// Its address within its publication, without what only tracks, for an article that does not come
  /// first at its address.
  private(set) var besideOthers: IdentityKey?

  /// Its headline and date, where it has neither id nor address, but a text: two articles of one day
  /// may have one headline.
  private(set) var byHeadline: IdentityKey?
  /// The same as `certain` and `byHeadline` by the other order of day and month, for a file whose
  /// other dates have shown since which is its own.
  private(set) var byOtherDate: [IdentityKey] = []

  /// All that are kept of an article, the strongest first.
  var all: [IdentityKey] { byAddress + certain + (byHeadline.map { [$0] } ?? []) }

  /// The keys of an article within `scope`:
  ///
  /// - with an own id: scope and id; the address and the folded headline; with neither of these two,
  ///   id, headline and date;
  /// - with an address: the address and the folded headline, and what the address alone says: with
  ///   the scope where it is one within its site, such as `/news/1`;
  /// - with none of these: scope, folded headline, date and the beginning of its text.
  ///
  /// Where the address is not in its canonical form, the keys of that are among them too.
  init(of article: Article, in scope: IdentityKey?) {
    let address = article.url.flatMap { $0.isEmpty ? nil : $0 }
    let plain = address.map { PlainAddress.text(of: $0) }
    let same = plain.map(PlainAddress.canonical).flatMap { $0 == plain ? nil : $0 }
    let title = plain == nil ? "" : FoldedTitle.text(of: article.title)
    let common = [plain, same].compactMap(\.self).map { IdentityKey("c", $0, title) }
    if let id = article.ownID, !id.isEmpty {
      certain = (scope.map { [IdentityKey("i", $0.text, id)] } ?? []) + common
      if certain.isEmpty {
        certain = [IdentityKey("k", id, article.title, IdentityKey.dateText(of: article))]
      }
    } else if let address, let plain {
      if PlainAddress.isWithinSite(address) {
        certain = Array(common.prefix(1))
        byAddress = scope.map { [IdentityKey("r", $0.text, address)] } ?? []
      } else {
        certain = common
        let tracked = address == plain ? nil : plain
        byAddress = [address, tracked, same].compactMap(\.self).map { IdentityKey("a", $0) }
      }
      besideOthers = IdentityKey("b", scope?.text, PlainAddress.untracked(address))
    } else {
      func keys(_ date: String?) -> [IdentityKey] {
        let folded = FoldedTitle.text(of: article.title)
        return (article.beginning.map { [IdentityKey("u", scope?.text, folded, date, $0)] } ?? [])
          + [IdentityKey("t", scope?.text, article.title, date)]
      }
      certain = keys(IdentityKey.dateText(of: article))
      if certain.count > 1 { byHeadline = certain.removeLast() }
      byOtherDate = article.otherDate.map { keys(IdentityKey.text(of: $0)) } ?? []
    }
  }

  /// Keys that an article may be known by though it is not given them; nil where there are none: those
  /// of its address under `http`, by which libraries know what their sites moved to `https` since, and
  /// those of the headline with its letters as they are.
  init?(formerlyOf article: Article) {
    guard let url = article.url, !url.isEmpty else { return nil }
    let address = PlainAddress.canonical(PlainAddress.text(of: url))
    let unencrypted = PlainAddress.unencrypted(address)
    let title = FoldedTitle.text(of: article.title)
    let former = FoldedTitle.formerText(of: article.title)
    certain = unencrypted.map { [IdentityKey("c", $0, title)] } ?? []
    if former != title {
      certain += [address, unencrypted].compactMap(\.self).map { IdentityKey("c", $0, former) }
    }
    if let unencrypted, !article.hasOwnID {
      byAddress = [IdentityKey("a", unencrypted)]
    }
    if certain.isEmpty { return nil }
  }

  /// Whether the addresses and headlines of two articles make them one, be they of two publications.
  static func areOne(_ one: Article, _ other: Article) -> Bool {
    !common(to: one).isDisjoint(with: common(to: other))
  }

  private static func common(to article: Article) -> Set<IdentityKey> {
    let shared = Article(title: article.title, url: article.url)
    return Set(
      IdentityKeys(of: shared, in: nil).certain + (IdentityKeys(formerlyOf: shared)?.certain ?? []))
  }
}
