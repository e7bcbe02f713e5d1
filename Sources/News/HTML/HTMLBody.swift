import CLibXML2

/// A body in HTML, read by libxml2's parser, as blocks.
///
/// The parser tells each element as it meets it; no tree is built and nothing recurses, so that
/// memory grows with the text alone. What is nested more than 512 deep ends the reading, since the
/// parser's time grows with depth, and at a tag of more attributes than `HTMLTagLimit` has; what
/// stands before it stays.
enum HTMLBody {
  /// How deep elements may stand.
  static let deepest = 512

  /// The blocks of an HTML text or of a piece of one, and whether its end was left out.
  /// Addresses in it are relative to `base`, the address of the page.
  /// Links are numbered unless told.
  static func blocks(of html: String, base: String? = nil, numbersLinks: Bool = true) -> (
    blocks: [Block], isCut: Bool
  ) {
    _ = library
    guard let parser = htmlNewParserCtxt() else { return ([], true) }
    defer { htmlFreeParserCtxt(parser) }
    var builder = HTMLBlocks(
      base: HTMLAddress(base), numbersLinks: numbersLinks, stop: { xmlStopParser(parser) })
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    var html = HTMLEntities.known(CDATASection.opened(html))
    var isWhole = true
    withUnsafeMutablePointer(to: &builder) { builder in
      parser.pointee.sax.pointee = handler()
      parser.pointee.userData = UnsafeMutableRawPointer(builder)
      html.withUTF8 { bytes in
        let end = HTMLTagLimit.end(of: bytes)
        isWhole = end == bytes.count
        UnsafeBufferPointer(rebasing: bytes[..<end]).withMemoryRebound(to: CChar.self) { bytes in
          _ = htmlCtxtReadMemory(
            parser, bytes.baseAddress, Int32(clamping: bytes.count), nil, "UTF-8",
            Int32(options))
        }
      }
    }
    return (builder.finish(), builder.isCut || !isWhole)
  }

  /// The parser's own set-up, done once in the process.
  private static let library: Void = xmlInitParser()

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let builder = HTMLBody.builder(context), let name else { return }
      builder.pointee.start(String(cString: name), HTMLAttributes(attributes))
    }
    handler.endElement = { context, name in
      guard let builder = HTMLBody.builder(context), let name else { return }
      builder.pointee.end(String(cString: name))
    }
    handler.characters = { context, text, count in
      guard let builder = HTMLBody.builder(context) else { return }
      builder.pointee.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    return handler
  }

  private static func builder(_ context: UnsafeMutableRawPointer?)
    -> UnsafeMutablePointer<HTMLBlocks>?
  {
    context?.assumingMemoryBound(to: HTMLBlocks.self)
  }
}
