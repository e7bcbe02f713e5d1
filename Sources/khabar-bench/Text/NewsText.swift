/// News that nobody wrote: sentences of varied words with the digits, brackets, quotations, signs
/// and foreign names that real pages hold. The same seed gives the same text.
///
/// No flag emoji stand in it and few isolates: Debian's libunibreak aborts at the former, its
/// FriBidi crashes where 125 of the latter are nested.
struct NewsText {
  private var random: Random

  init(seed: UInt64) {
    random = Random(seed: seed)
  }

  /// One of `languages`, as often as its share says.
  mutating func language(of languages: [(vocabulary: Vocabulary, share: Int)]) -> Vocabulary {
    var place = random.below(languages.reduce(0) { $0 + $1.share })
    for language in languages {
      place -= language.share
      if place < 0 { return language.vocabulary }
    }
    return .arabic
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  /// Appends `count` words and a sentence's end, without a line's.
  mutating func sentence(_ count: Int, in vocabulary: Vocabulary, to text: inout [UInt8]) {
    var rest = count
    while rest > 0 {
      rest -= phrase(in: vocabulary, to: &text)
      if rest > 0 {
        text += random.happens(9) ? vocabulary.comma.utf8 : " ".utf8
      }
    }
    text += vocabulary.ends[random.below(vocabulary.ends.count)].utf8
  }

  /// Appends sentences of about `count` words in all.
  mutating func paragraph(_ count: Int, in vocabulary: Vocabulary, to text: inout [UInt8]) {
    var rest = count
    while rest > 0 {
      let words = min(rest, number(in: 6...18))
      sentence(words, in: vocabulary, to: &text)
      rest -= words
      if rest > 0 { text.append(0x20) }
    }
  }

  /// Appends words and nothing else: a headline.
  mutating func headline(_ count: Int, in vocabulary: Vocabulary, to text: inout [UInt8]) {
    for index in 0..<count {
      if index > 0 { text.append(0x20) }
      word(in: vocabulary, to: &text)
    }
  }

  /// Appends paragraphs, one a line, until `text` holds `bytes`.
  mutating func paragraphs(
    _ bytes: Int, in languages: [(vocabulary: Vocabulary, share: Int)], to text: inout [UInt8]
  ) {
    while text.count < bytes {
      paragraph(number(in: 8...90), in: language(of: languages), to: &text)
      text.append(0x0A)
    }
  }
}

extension NewsText {
  /// One to four words, bare or dressed; gives back how many.
  private mutating func phrase(in vocabulary: Vocabulary, to text: inout [UInt8]) -> Int {
    switch random.below(100) {
    case 0..<5:
      figure(in: vocabulary, to: &text)
      return 1
    case 5..<8:
      text += vocabulary.foreign[random.below(vocabulary.foreign.count)]
      return 1
    case 8..<10: return words("(", ")", in: vocabulary, to: &text)
    case 10..<13:
      let quotes = vocabulary.quotes[random.below(vocabulary.quotes.count)]
      return words(quotes.open, quotes.close, in: vocabulary, to: &text)
    case 13: return words("– ", " –", in: vocabulary, to: &text)
    case 14: return sign(in: vocabulary, to: &text)
    default:
      word(in: vocabulary, to: &text)
      return 1
    }
  }

  private mutating func words(
    _ open: String, _ close: String, in vocabulary: Vocabulary, to text: inout [UInt8]
  ) -> Int {
    text += open.utf8
    let count = number(in: 1...4)
    headline(count, in: vocabulary, to: &text)
    text += close.utf8
    return count
  }

  private mutating func word(in vocabulary: Vocabulary, to text: inout [UInt8]) {
    if random.happens(45) {
      text += vocabulary.prefixes[random.below(vocabulary.prefixes.count)]
    }
    text += vocabulary.words[random.below(vocabulary.words.count)]
    if random.happens(18) {
      text += vocabulary.suffixes[random.below(vocabulary.suffixes.count)]
    }
  }

  /// A number: of the language's digits or of ASCII's, with what stands about numbers.
  private mutating func figure(in vocabulary: Vocabulary, to text: inout [UInt8]) {
    let zero = random.happens(50) ? vocabulary.zero : "0"
    let digits = random.below(4) + 1
    switch random.below(7) {
    case 0:
      number(digits, zero, to: &text)
      text += "%".utf8
    case 1:
      number(digits, zero, to: &text)
      text += "-".utf8
      number(digits, zero, to: &text)
    case 2:
      number(1, zero, to: &text)
      text += ".".utf8
      number(2, zero, to: &text)
    case 3:
      number(2, zero, to: &text)
      text += ",".utf8
      number(3, zero, to: &text)
    case 4:
      number(1, zero, to: &text)
      text += "/".utf8
      number(2, zero, to: &text)
    case 5:
      text += "$".utf8
      number(digits, zero, to: &text)
    default: number(digits, zero, to: &text)
    }
  }

  private mutating func number(_ digits: Int, _ zero: Unicode.Scalar, to text: inout [UInt8]) {
    for _ in 0..<digits {
      let digit = Unicode.Scalar(zero.value + UInt32(random.below(10))) ?? zero
      text += String(digit).utf8
    }
  }

  /// What is rarer than figures: addresses, alternatives, symbols, an isolate.
  private mutating func sign(in vocabulary: Vocabulary, to text: inout [UInt8]) -> Int {
    switch random.below(6) {
    case 0: text += "https://example.org/news?id=\(random.below(10_000))".utf8
    case 1:
      word(in: vocabulary, to: &text)
      text += "/".utf8
      word(in: vocabulary, to: &text)
    case 2: text += "🚀".utf8
    case 3: text += "•".utf8
    case 4:
      text += "\u{2068}".utf8
      text += vocabulary.foreign[random.below(vocabulary.foreign.count)]
      text += "\u{2069}".utf8
    default:
      text += "[".utf8
      figure(in: vocabulary, to: &text)
      text += "]".utf8
    }
    return 1
  }
}
