import Foundation

/// What the page shows of an article beyond its headline's row, as the bytes of `bodies.blocks`.
///
/// A form of our own, because opening an article decodes it on a key: `JSONDecoder` takes a
/// hundred times as long.
enum StoredText {
  /// The bytes, as SQLite takes them.
  typealias Bytes = Data

  /// The form of the bytes, their first one.
  enum Form: UInt8 {
    /// The form of before, in which no text was packed; it is read as well.
    case plain = 1
    case packed
    /// Packed, and what stands out in a block follows it.
    case packedWithSpans
  }

  /// The bytes of `article`, without what its headline's row has.
  static func encode(_ article: Article) -> Bytes {
    var writer = ByteWriter()
    let form: Form = article.body.allSatisfy(\.spans.isEmpty) ? .packed : .packedWithSpans
    writer.write(UInt64(form.rawValue))
    writer.write(article.ownID)
    writer.write(article.kicker)
    writer.write(article.modified) { $0.write(date: $1) }
    writer.write(article.publication) {
      $0.write($1.name)
      $0.write($1.feed)
      $0.write($1.home)
    }
    writer.write(texts: article.authors)
    writer.write(direction: article.direction)
    writer.write(article.summary)
    writer.write(article.dateline)
    writer.write(article.image) { $0.write(picture: $1) }
    writer.write(texts: article.tags)
    let counters = article.counters
    for number in [counters.comments, counters.likes, counters.shares, counters.views] {
      writer.write(number)
    }
    writer.write(UInt64(article.body.count))
    for block in article.body {
      writer.write(block: block)
      if form == .packedWithSpans { writer.write(spans: block.spans) }
    }
    return Data(writer.bytes)
  }

  /// Fills in what `encode` wrote.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, into article: inout Article
  ) throws(ByteReader.Damaged) {
    var reader = ByteReader(bytes)
    let form = try reader.form()
    article.ownID = try reader.optionalText()
    article.kicker = try reader.optionalText()
    article.modified = try reader.optional(ByteReader.date)
    article.publication = try reader.optional { reader throws(ByteReader.Damaged) in
      Publication(
        name: try reader.optionalText(), feed: try reader.optionalText(),
        home: try reader.optionalText())
    }
    article.authors = try reader.array { reader throws(ByteReader.Damaged) in try reader.text() }
    article.direction = try reader.direction()
    article.summary = try reader.optionalText()
    article.dateline = try reader.optionalText()
    article.image = try reader.optional(ByteReader.picture)
    article.tags = try reader.array { reader throws(ByteReader.Damaged) in try reader.text() }
    article.counters = Counters(
      comments: try reader.optionalInt(), likes: try reader.optionalInt(),
      shares: try reader.optionalInt(), views: try reader.optionalInt())
    article.body = try reader.array { reader throws(ByteReader.Damaged) in
      var block = try ByteReader.block(&reader)
      if form == .packedWithSpans { block.spans = try reader.spans(in: block.text) }
      return block
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(texts: [String]) {
    write(UInt64(texts.count))
    for text in texts { write(text) }
  }

  fileprivate mutating func write(date: ArticleDate) {
    write(date.seconds)
    write(Int64(date.offset))
    write(UInt64(date.hasTime ? 1 : 0))
  }

  fileprivate mutating func write(picture: Picture) {
    write(picture.url)
    write(picture.alternative)
    write(picture.caption)
  }

  fileprivate mutating func write(direction: WritingDirection?) {
    switch direction {
    case nil: write(0 as UInt64)
    case .leftToRight: write(1 as UInt64)
    case .rightToLeft: write(2 as UInt64)
    }
  }

  fileprivate mutating func write(block: Block) {
    switch block.kind {
    case .paragraph: write(0 as UInt64)
    case .heading(let level):
      write(1 as UInt64)
      write(Int64(level))
    case .quote(let name):
      write(2 as UInt64)
      write(name)
    case .item(let number):
      write(3 as UInt64)
      write(number)
    case .preformatted: write(4 as UInt64)
    case .figure(let picture):
      write(5 as UInt64)
      write(picture: picture)
    }
    write(block.text)
    write(direction: block.direction)
  }

  fileprivate mutating func write(spans: [Block.Span]) {
    write(UInt64(spans.count))
    for span in spans {
      write(UInt64(span.kind.rawValue))
      write(UInt64(span.range.lowerBound))
      write(UInt64(span.range.count))
    }
  }
}

extension ByteReader {
  /// Reads of which form the bytes are.
  mutating func form() throws(Damaged) -> StoredText.Form {
    guard let form = StoredText.Form(rawValue: try byte()) else { throw Damaged() }
    arePacked = form != .plain
    return form
  }

  fileprivate mutating func spans(in text: String) throws(Damaged) -> [Block.Span] {
    let end = UInt64(text.utf8.count)
    return try array { reader throws(Damaged) in
      guard let kind = Block.Span.Kind(rawValue: try reader.byte()) else { throw Damaged() }
      let (start, count) = (try reader.unsigned(), try reader.unsigned())
      guard start <= end, count <= end - start else { throw Damaged() }
      return Block.Span(Int(start)..<Int(start + count), kind)
    }
  }

  fileprivate static func date(_ reader: inout ByteReader) throws(Damaged) -> ArticleDate {
    ArticleDate(
      seconds: try reader.signed(), offset: Int(truncatingIfNeeded: try reader.signed()),
      hasTime: try reader.byte() == 1)
  }

  fileprivate static func picture(_ reader: inout ByteReader) throws(Damaged) -> Picture {
    Picture(
      url: try reader.optionalText(), alternative: try reader.optionalText(),
      caption: try reader.optionalText())
  }

  fileprivate mutating func direction() throws(Damaged) -> WritingDirection? {
    switch try byte() {
    case 0: nil
    case 1: .leftToRight
    case 2: .rightToLeft
    default: throw Damaged()
    }
  }

  fileprivate static func block(_ reader: inout ByteReader) throws(Damaged) -> Block {
    let kind: Block.Kind
    switch try reader.byte() {
    case 0: kind = .paragraph
    case 1: kind = .heading(level: Int(truncatingIfNeeded: try reader.signed()))
    case 2: kind = .quote(by: try reader.optionalText())
    case 3: kind = .item(number: try reader.optionalInt())
    case 4: kind = .preformatted
    case 5: kind = .figure(try picture(&reader))
    default: throw Damaged()
    }
    return Block(kind, try reader.text(), direction: try reader.direction())
  }
}
