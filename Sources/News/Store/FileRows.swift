/// The headlines that stand in a file, by which a row is known to have moved to another id
/// (`FileIDs`).
///
/// Of a file that is read again it is filled before its first row is stored, by reading it once
/// more: as many new rows may stand on top of the former ones as there are. It is handed from the
/// thread that reads to the one that stores with the file's first batch.
final class FileRows: @unchecked Sendable {
  /// As many are noted, which takes 16 MB; no more is known of what follows.
  static let most = 500_000

  private var titles: Set<Int> = []
  private var rows: Set<Int> = []
  /// Whether a row was seen to have moved.
  var haveMoved = false

  /// Whether no more can be noted.
  var isFull: Bool { rows.count >= Self.most }

  /// Takes notice of an article of the file.
  func note(_ article: Article) {
    titles.insert(article.title.hashValue)
    rows.insert(FormerArticle(article).hashValue)
  }

  /// Whether the file has an article of that headline.
  func hasTitle(_ title: String) -> Bool { titles.contains(title.hashValue) }

  /// Whether the file has an article as it was.
  func has(_ former: FormerArticle) -> Bool { rows.contains(former.hashValue) }
}
