/// The words and the signs of one language that the generated news is made of.
struct Vocabulary {
  /// Its BCP 47 name.
  let language: String
  let words: [[UInt8]]
  /// What may stand before a word, joined to it; an empty one is a word left alone.
  let prefixes: [[UInt8]]
  let suffixes: [[UInt8]]
  /// Names in another script that stand in its sentences.
  let foreign: [[UInt8]]
  let zero: Unicode.Scalar
  let comma: String
  let ends: [String]
  let quotes: [(open: String, close: String)]

  init(
    _ language: String, prefixes: String = "", suffixes: String = "", foreign: String,
    zero: Unicode.Scalar = "0", comma: String = ", ", ends: [String] = [".", ".", ".", "?", "!"],
    quotes: [(open: String, close: String)], words: String
  ) {
    self.language = language
    self.words = Self.split(words)
    self.prefixes = Self.split(prefixes) + [[]]
    self.suffixes = Self.split(suffixes) + [[]]
    self.foreign = Self.split(foreign)
    self.zero = zero
    self.comma = comma
    self.ends = ends
    self.quotes = quotes
  }

  private static func split(_ text: String) -> [[UInt8]] {
    text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }
}

extension Vocabulary {
  static let arabic = Vocabulary(
    "ar", prefixes: "ال ال ال و وال بال لل ف ك س", suffixes: "ات ون ين ها هم نا ية ي",
    foreign: "Reuters COVID-19 Microsoft G20 Airbus UNESCO iPhone Volkswagen",
    zero: "٠", comma: "، ", ends: [".", ".", ".", "؟", "!"],
    quotes: [("«", "»"), ("“", "”"), ("\"", "\"")],
    words: """
      رئيس وزير حكومة دولة مدينة شعب اقتصاد سوق نفط غاز شركة مشروع طريق جسر مطار مدرسة جامعة طالب معلم
      مستشفى طبيب مريض لقاح دواء ماء كهرباء طاقة شمس ريح مطر بحر نهر جبل صحراء زراعة قمح تمر زيتون سمك
      صحيفة خبر كاتب كتاب مكتبة معرض متحف مسرح فيلم أغنية لاعب مباراة فريق هدف بطولة كأس ملعب جمهور
      أعلن قال أضاف أكد أشار ذكر أوضح وصل سافر عاد افتتح أغلق بدأ انتهى ارتفع انخفض بلغ تجاوز وقع شهد
      في من إلى على عن مع بعد قبل خلال بين حول ضد منذ حتى عند أمام وراء تحت فوق داخل خارج لكن أو ثم قد
      هذا هذه ذلك تلك الذي التي الذين كل بعض غير أكثر أقل أول ثاني ثالث جديد قديم كبير صغير دولي محلي
      اتفاق مفاوضات قمة لجنة مجلس برلمان انتخابات قانون محكمة قاض حكم سجن شرطة جيش حدود لاجئ سلام حرب
      مليون مليار ألف مئة عام شهر يوم أسبوع ساعة دقيقة صباح مساء ليلة ربيع صيف خريف شتاء مؤتمر تقرير
      القاهرة بيروت دمشق بغداد الرياض تونس الجزائر الرباط عمان الدوحة صنعاء الخرطوم مسؤول بيئة مناخ لأن
      الـ51 مُحَمَّد عَرَبِيّ كِتَاب إلا لا الإسلام الأردن الآن سلامة أسئلة شيء ملاءمة هيئة بطء ضوء
      """)
  static let hebrew = Vocabulary(
    "he", prefixes: "ה ה ו ב ל מ ש כ וה של־", suffixes: "ים ות ה נו",
    foreign: "FBI NASA Google Intel Boeing UN WhatsApp CNN",
    ends: [".", ".", ".", "?", "!"], quotes: [("\"", "\""), ("„", "”"), ("'", "'")],
    words: """
      ממשלה ראש שר כנסת מדינה עיר עם כלכלה שוק בנק חברה עבודה כביש גשר שדה תעופה בית ספר אוניברסיטה תלמיד
      מורה רופא חולה חיסון תרופה מים חשמל אנרגיה שמש רוח גשם ים נהר הר מדבר חקלאות חיטה זית דג עיתון חדשה
      סופר ספר ספרייה תערוכה מוזיאון תיאטרון סרט שיר שחקן משחק קבוצה שער אליפות גביע אצטדיון קהל הודיע אמר
      הוסיף הדגיש ציין הגיע נסע חזר פתח סגר התחיל הסתיים עלה ירד בין לפני אחרי עם על אל מן נגד תחת מעל
      בתוך מחוץ אבל או כי אם גם רק עוד כבר מאוד חדש ישן גדול קטן ראשון שני שלישי הסכם פסגה ועדה מועצה
      בחירות חוק משפט שופט כלא משטרה צבא גבול פליט שלום מלחמה מיליון מיליארד אלף מאה שנה חודש יום שבוע שעה
      ירושלים תל־אביב חיפה באר־שבע נצרת אילת צה״ל ארה״ב או״ם בג״ץ דו״ח ח״כ שָׁלוֹם סביבה אקלים
      """)
  static let persian = Vocabulary(
    "fa", suffixes: "ها های ی ان تر", foreign: "BBC Tesla OPEC Samsung Telegram WHO",
    zero: "۰", comma: "، ", ends: [".", ".", ".", "؟", "!"], quotes: [("«", "»"), ("“", "”")],
    words: """
      رئیس وزیر دولت کشور شهر مردم اقتصاد بازار نفت گاز شرکت پروژه راه پل فرودگاه مدرسه دانشگاه دانشجو آموزگار
      بیمارستان پزشک بیمار واکسن دارو آب برق انرژی خورشید باد باران دریا رود کوه بیابان کشاورزی گندم خرما
      روزنامه خبر نویسنده کتاب کتابخانه نمایشگاه موزه تئاتر فیلم ترانه بازیکن بازی تیم گل جام ورزشگاه
      گفت افزود تأکید کرد اشاره داشت رسید رفت بازگشت گشود بست آغاز پایان افزایش کاهش یافت است بود شد خواهد
      در از به با برای تا که این آن هر همه یک دو سه نخست دوم سوم تازه کهنه بزرگ کوچک جهانی محلی پیش پس
      توافق گفتگو نشست کمیته مجلس انتخابات قانون دادگاه قاضی زندان پلیس ارتش مرز پناهنده صلح جنگ
      میلیون میلیارد هزار صد سال ماه روز هفته ساعت دقیقه بامداد شب بهار تابستان پاییز زمستان
      می‌شود می‌گوید نمی‌تواند خانه‌ها کتاب‌های پیش‌بینی بین‌المللی هم‌چنین گزارش تهران اصفهان شیراز تبریز چگونه ژاپن
      """)
  static let english = Vocabulary(
    "en", suffixes: "s", foreign: "القاهرة بيروت תל־אביב تهران الجزيرة هآرتس",
    quotes: [("“", "”"), ("‘", "’"), ("\"", "\"")],
    words: """
      the the the of of and to in a is that for on with as by at from was were has have had will would said
      government minister president council city people economy market bank oil company project road bridge
      airport school university student teacher hospital doctor patient vaccine water power energy sun wind
      rain sea river mountain desert farm wheat fish newspaper report writer book library museum theatre
      film song player match team goal cup stadium crowd announced added confirmed noted arrived travelled
      returned opened closed began ended rose fell between before after against under over inside outside
      but or if also only more already very new old large small first second third agreement summit committee
      election law court judge prison police army border refugee peace war million billion thousand year
      month day week hour morning night well-known long-term follow-up don't isn't country's e-mail climate
      """)

  /// How often each stands in mixed news, in a hundred.
  static let mixed: [(vocabulary: Vocabulary, share: Int)] = [
    (arabic, 55), (hebrew, 15), (persian, 15), (english, 15),
  ]
}
