import Display
import News
import Reader
import TestSupport
import Testing
import TextLayout
import Words

@Suite struct PageLayoutTests {
  private func lines(
    _ article: Article, _ width: Int, _ order: TextOrder = .visual, isAligned: Bool = true,
    justifies: Bool = false
  ) -> [String] {
    var typesetter = Typesetter()
    let layout = PageLayout(
      of: article, width: width, PageOptions(justifies: justifies), clock: .offset(0), &typesetter)
    return layout.lines.map { line in
      var bytes: [UInt8] = []
      layout.append(line, in: order, isAligned: isAligned, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [1, 2, 7, 20, 40, 72, 200])
  func noLineIsWiderThanItsColumnsNorEndsInSpaces(width: Int) {
    for article in Edition.all {
      var typesetter = Typesetter()
      for line in lines(article, width) {
        #expect(typesetter.paragraph(line).columns.count <= width)
        #expect(line.last != " ")
      }
    }
  }

  @Test func printedLinesHoldNoControls() {
    for line in lines(Edition.typical, 72) + lines(Edition.typical, 72, .logical) {
      for scalar in line.unicodeScalars {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format)
      }
    }
  }

  @Test func placesGoUpFromLineToLine() {
    var typesetter = Typesetter()
    for article in Edition.all {
      let layout = PageLayout(of: article, width: 30, PageOptions(), &typesetter)
      let places = layout.lines.map(\.place)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func aLatinNameDoesNotTurnAnArabicParagraph() {
    var typesetter = Typesetter()
    let layout = PageLayout(
      of: Edition.mixed, width: 72, PageOptions(), clock: .offset(0), &typesetter)
    let texts = layout.lines.filter { $0.place.offset != .max }
    #expect(texts.allSatisfy { $0.direction == .rightToLeft })
  }

  @Test func eightLinesOfTheBodyStandOnTheFirstScreen() {
    let printed = lines(Edition.typical, 72, .logical)
    let body = printed.firstIndex { $0.hasPrefix("طرابلس (وكالات)") }
    #expect(body.map { $0 + 8 <= 22 } == true)
  }

  @Test func itemsHangUnderTheirText() {
    let page = lines(Edition.english, 40)
    let item = page.firstIndex { $0.hasPrefix("1. The water") }
    #expect(item.map { page[$0 + 1].hasPrefix("   ") } == true)
    #expect(page.contains { $0.hasPrefix("2. Dredging") })
  }

  @Test func numbersOfRightToLeftItemsStandAtTheRightEdge() {
    let article = Article(title: "عنوان", language: "ar", body: [Block(.item(number: 12), "بند")])
    #expect(lines(article, 20).last == "             ﺪﻨﺑ .12")
    #expect(lines(article, 20, isAligned: false).last == "ﺪﻨﺑ .12")
    #expect(lines(article, 20, .logical).last == "12. بند")
  }

  @Test func quotationsHaveABarAtTheirReadingSide() {
    let quote = Block(.quote(by: "هدى"), "نص طويل يملأ أكثر من سطر واحد هنا")
    let page = lines(Article(title: "عنوان", language: "ar", body: [quote]), 20)
    #expect(page.suffix(3).allSatisfy { $0.hasSuffix("│") })
    #expect(page.last?.contains("ﻯﺪﻫ") == true)
  }

  @Test func runningTextIsJustifiedWhereThatIsAsked() {
    let words = Array(repeating: "كتاب سبب", count: 20).joined(separator: " ")
    let article = Article(
      title: words, language: "ar",
      body: [Block(.paragraph, words), Block(.item(number: 1), words), Block(.preformatted, words)])
    let plain = lines(article, 41)
    let filled = lines(article, 41, justifies: true)
    #expect(plain.count == filled.count)
    let parts = filled.split(separator: "")
    #expect(parts.map(\.count) == plain.split(separator: "").map(\.count))
    // The headline and what is preformatted stay as they are, and so does each last line.
    #expect(parts[0] == plain.split(separator: "")[0])
    #expect(parts[1].dropLast().allSatisfy { $0.first != " " && $0.contains("ـ") })
    #expect(parts[1].last?.first == " ")
    #expect(parts[2].dropLast().allSatisfy { $0.first != " " })
    #expect(filled.last == plain.last)
  }

  @Test func preformattedTextKeepsItsLines() {
    let page = lines(Edition.english, 72)
    #expect(page.contains("year  patches"))
    #expect(page.contains("2004        0"))
  }

  @Test func aDatelineLeadsTheFirstParagraphOnce() {
    var article = Article(
      title: "T", language: "en", dateline: "TRIPOLI", body: [Block(.paragraph, "It rained.")])
    #expect(lines(article, 72).last == "TRIPOLI – It rained.")
    article.body[0].text = "TRIPOLI – It rained."
    #expect(lines(article, 72).last == "TRIPOLI – It rained.")
    article.dateline = "طرابلس (وكالات)"
    article.body[0].text = "x"
    #expect(lines(article, 72, .logical).last == "طرابلس (وكالات) x")
  }

  @Test func aPictureIsNamedWhereThePageBeginsToBeRead() {
    var article = Article(
      title: "عنوان", language: "ar", image: Picture(alternative: "news-picture"))
    #expect(lines(article, 40).last == "                  news-picture [Picture]")
    article.language = "en"
    article.image?.alternative = "صورة"
    #expect(lines(article, 40).last == "[Picture] ﺓﺭﻮﺻ")
  }

  @Test func anAddressReadsFromTheLeft() {
    var typesetter = Typesetter()
    let layout = PageLayout(of: Edition.typical, width: 72, PageOptions(), &typesetter)
    #expect(layout.lines.last?.direction == .leftToRight)
    #expect(lines(Edition.typical, 72).last == "https://example.org/news/2026/11/24/tram")
  }

  @Test func aRowIsPrintedInColumns() {
    var typesetter = Typesetter()
    let columns = RowColumns(width: 80, reading: .rightToLeft, showsID: true)
    for (row, isUnread) in zip(FakeLibrary(Edition.all).rows, [true, false, true]) {
      var bytes: [UInt8] = []
      HeadlineRow(
        row, columns, PageOptions(), now: Reading.noon, clock: .offset(0), &typesetter
      ).append(isUnread: isUnread, to: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains(row.id.description))
      #expect(text.contains("●") == isUnread)
      #expect(typesetter.paragraph(text).columns.count <= 80)
    }
  }
}
