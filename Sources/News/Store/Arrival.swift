/// An article on its way into the store.
struct Arrival {
  /// What was read, without the body, which is in `text` by now.
  var article: Article
  /// The publication its id counts within, as a key; nil where it has none.
  let scope: IdentityKey?
  /// What it is known by.
  let keys: IdentityKeys
  /// What it is known by in its file alone: where it has no scope, its own id, else its address
  /// within the site; nil where other things tell.
  let fileID: String?
  /// The first that it says below its headline; nil where it says no more.
  let beginning: String?
  /// Its text, as it is kept.
  let text: StoredText.Bytes

  /// Whether the headline runs from right to left.
  let isRightToLeft: Bool
  /// Whether what its file said before of the same article stands: of two the first counts, wherever
  /// the reading began.
  var comesSecond = false

  init(_ article: Article) {
    self.article = article
    isRightToLeft = Self.isRightToLeft(article)
    scope = IdentityKey.scope(of: article)
    keys = IdentityKeys(of: article, in: scope)
    fileID = scope == nil ? IdentityKey.idInFile(of: article) : nil
    beginning = article.beginning
    text = StoredText.encode(article)
    self.article.body = []
  }
}

extension Arrival {
  /// The name beside the headline: the publication's, else the host of an address.
  var sourceText: String? {
    let publication = article.publication
    if let name = publication?.name, !name.isEmpty { return name }
    return [publication?.home, article.url, publication?.feed].lazy.compactMap(\.self)
      .compactMap(IdentityKey.host(of:)).first
  }

  /// The direction that the file states, else that of the language.
  var direction: WritingDirection? { Self.direction(of: article) }

  private static func direction(of article: Article) -> WritingDirection? {
    article.direction ?? article.language.flatMap(WritingDirection.init(language:))
  }

  /// Whether a headline runs from right to left: it does if its first letter does, and in an
  /// article of a right-to-left language if any of its letters does.
  private static func isRightToLeft(_ article: Article) -> Bool {
    let letters = article.title.unicodeScalars.lazy
      .filter { $0.properties.isAlphabetic }.map(isRightToLeft)
    if direction(of: article) == .rightToLeft { return letters.contains(true) || letters.isEmpty }
    return letters.first ?? false
  }

  /// The blocks of Unicode whose letters run from right to left.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff: true
    default: false
    }
  }
}
