import News

/// Articles that tests show: Arabic, Hebrew, Persian, Urdu, English and mixed.
enum Edition {
  /// A day in November 2026, at so many minutes after midnight UTC.
  static func date(_ day: Int, _ minutes: Int) -> ArticleDate {
    let midnight: Int64 = 1_795_478_400
    return ArticleDate(
      seconds: midnight + Int64((day - 24) * 86_400 + minutes * 60), offset: 0, hasTime: true)
  }

  /// A typical page: everything that stands over a body, and a body of several paragraphs.
  static let typical = Article(
    title: "مجلس المدينة يقر خطة لتوسيع شبكة الترام حتى الضواحي الشمالية بتكلفة 12 مليون دينار",
    kicker: "نقل", date: date(24, 545), publication: Publication(name: "صحيفة الميناء"),
    authors: ["ليلى حداد"], language: "ar", url: "https://example.org/news/2026/11/24/tram",
    dateline: "طرابلس (وكالات)",
    body: [
      Block(
        .paragraph,
        "أقر مجلس المدينة مساء الاثنين خطة لتوسيع شبكة الترام (المرحلة الثانية) تضيف 14 محطة "
          + "بحلول عام 2029، بعد نقاش استمر أكثر من خمس ساعات."),
      Block(
        .paragraph,
        "وقال رئيس لجنة النقل سامي الخطيب \"هذه أكبر خطوة منذ افتتاح الخط الأول\"، مضيفا أن الأعمال "
          + "ستبدأ في الربيع وأن 35% من التكلفة تأتي من صندوق التنمية الإقليمي."),
      Block(.heading(level: 2), "ما الذي يتغير؟"),
      Block(.item(number: nil), "ترام كل 6 دقائق في ساعات الذروة"),
      Block(.item(number: nil), "تذكرة موحدة مع حافلات شركة MetroLine"),
      Block(
        .quote(by: "هدى منصور، من سكان الحي"), "ننتظر هذا الخط منذ 20 عاما، ولن نصدق حتى نراه."),
      Block(
        .paragraph,
        "MetroLine هي الشركة التي تشغل الحافلات اليوم، وقد رحبت بالقرار في بيان مقتضب نشرته على "
          + "موقعها."),
    ],
    image: Picture(
      alternative: "ترام أبيض في محطة وسط المدينة",
      caption: "الخط الأول ينقل 48 ألف راكب في اليوم"),
    tags: ["نقل", "طرابلس"], counters: Counters(comments: 4, likes: 11, shares: 0))

  static let english = Article(
    title: "Harbour study finds seagrass returning after two decades",
    date: date(24, 480), publication: Publication(name: "Coast Courier"),
    authors: ["R. Okafor", "J. Lind"], language: "en", url: "https://example.org/seagrass",
    body: [
      Block(
        .paragraph,
        "Divers counted more than 400 patches of seagrass in the old harbour this autumn, where "
          + "there were none in 2004."),
      Block(.item(number: 1), "The water is clearer than it was in any year since counting began."),
      Block(.item(number: 2), "Dredging stopped in 2011."),
      Block(.preformatted, "year  patches\n2004        0\n2026      412"),
      Block(.paragraph, "The Arabic name of the bay is خليج الصدف."),
    ])

  static let hebrew = Article(
    title: "הספרייה העירונית תיפתח מחדש בשבת הבאה", date: date(23, 900),
    publication: Publication(name: "קול השכונה"), language: "he",
    body: [
      Block(.paragraph, "הספרייה העירונית (סניף מרכז) תיפתח מחדש לאחר שיפוץ שנמשך 18 חודשים.")
    ])

  static let persian = Article(
    title: "نمایشگاه کتاب‌های دست‌دوم در ۱۲ شهر برگزار می‌شود", date: date(22, 600),
    publication: Publication(name: "روزنامهٔ فردا"), language: "fa",
    body: [Block(.paragraph, "نمایشگاه از شنبه آغاز می‌شود و ۳۵٪ کتاب‌ها تخفیف دارند.")])

  static let urdu = Article(
    title: "لاہور میں سردی کی پہلی لہر، درجہ حرارت 9 ڈگری تک گر گیا", date: date(21, 30),
    publication: Publication(name: "روزنامہ صبح"), language: "ur",
    body: [Block(.paragraph, "محکمہ موسمیات کے مطابق سردی کی یہ لہر چار دن جاری رہے گی۔")])

  static let mixed = Article(
    title: "OpenRail تطلق تطبيقا جديدا لمواعيد القطارات على iOS و Android (نسخة 2.0)",
    date: ArticleDate(seconds: 1_731_456_000, offset: 0, hasTime: false),
    publication: Publication(name: "Tech بالعربي"), language: "ar",
    body: [Block(.paragraph, "OpenRail شركة ناشئة من عمّان أسسها 3 مهندسين.")])

  static let undated = Article(title: "بلا تاريخ", dateText: "قبل أيام", language: "ar")

  /// All of them, newest first.
  static let all = [typical, english, hebrew, persian, urdu, mixed, undated]

  /// A page of so many paragraphs, each of its own words.
  static func long(paragraphs: Int) -> Article {
    Article(
      title: "تقرير طويل", language: "ar",
      body: (1...paragraphs).map { number in
        Block(
          .paragraph,
          "الفقرة رقم \(number): "
            + (1...40).map { "كلمة\($0 * number)" }.joined(separator: " ") + ".")
      })
  }
}
