/// The words that dates are written with, folded: names of months, of weekdays, of the parts of
/// a day, of zones and of calendars.
enum DateNames {
  /// A month by its name.
  struct Month: Equatable, Sendable {
    var system: WrittenDay.System
    var number: Int
  }

  /// What a word says of the time of day before it.
  enum Half: Equatable, Sendable { case morning, noon, afternoon, night }

  /// The month of a name of one word or of two parted by a space.
  static func month(_ name: String) -> Month? {
    if let month = months[name] { return month }
    // Hebrew: «in March» is one word. Persian: «the month of Esfand» may be one.
    if name.unicodeScalars.first == "ב" { return months[String(name.dropFirst())] }
    return name.hasSuffix("ماه") ? months[String(name.dropLast(3))] : nil
  }

  /// Whether a word says nothing that matters: a weekday, or «in», «at», «o'clock».
  static func isPassedOver(_ word: String) -> Bool { passedOver.contains(word) }

  /// Which half of the day a word means, or several without the spaces between.
  static func half(_ word: String) -> Half? {
    if mornings.contains(word) { return .morning }
    if noons.contains(word) { return .noon }
    if nights.contains(word) { return .night }
    return afternoons.contains(word) ? .afternoon : nil
  }

  /// How many of the words that follow one another mean a half of the day; nil for none.
  static func sizeOfHalf(_ first: String, _ second: String?, _ third: String?) -> Int? {
    if let second, let third, half(first + second + third) != nil { return 3 }
    if let second, half(first + second) != nil { return 2 }
    return half(first) != nil ? 1 : nil
  }

  /// How many seconds east of UTC a zone is.
  static func zone(_ word: String) -> Int? {
    zones[word].map { $0 * 3600 } ?? halfZones[word].map { $0 * 1800 }
  }

  /// How many seconds east of UTC a zone of the United States is in winter.
  static func americanZone(_ word: String) -> Int? { americanZones[word].map { $0 * 3600 } }

  /// Whether the name of a place follows whose zone is meant.
  static func isZonesWord(_ word: String) -> Bool { zonesWords.contains(word) }

  /// The calendar that a word names.
  static func system(_ word: String) -> WrittenDay.System? { systems[word] }

  /// A word in lower case, one letter for those that are written in several ways, no marks.
  static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var word = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "أ", "إ", "آ", "ٱ": word.append("ا")
      case "ى", "ی", "ئ": word.append("ي")
      case "ؤ": word.append("و")
      case "ک": word.append("ك")
      case "ة", "ہ", "ھ", "ۀ", "ە": word.append("ه")
      case "\u{640}", "\"", "'", "’", ".", "\u{5F3}", "\u{5F4}": break
      case _ where scalar.properties.generalCategory == .nonspacingMark: break
      case "A"..."Z": word.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
      default: word.append(scalar)
      }
    }
    return String(word)
  }
}

extension DateNames {
  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { folded($0.unicodeScalars) })
  }

  /// Months of a year, a line a month; names of one month are parted by commas.
  private static func months(_ system: WrittenDay.System, _ names: String) -> [String: Month] {
    var months: [String: Month] = [:]
    for (index, line) in names.split(separator: "\n").enumerated() {
      for name in line.split(separator: ",") {
        let words = name.split(separator: " ").map { folded($0.unicodeScalars) }
        months[words.joined(separator: " ")] = Month(system: system, number: index + 1)
      }
    }
    return months
  }

  private static let months = gregorian.merging(hijri) { old, _ in old }
    .merging(jalali) { old, _ in old }

  /// English; Arabic of Egypt and the Gulf, of the Levant and Iraq, of Algeria and Tunisia, of
  /// Morocco; Persian; Urdu; Hebrew.
  private static let gregorian = months(
    .gregorian,
    """
    jan,january,يناير,كانون الثاني,كانون ثاني,كانون ثان,جانفي,ژانویه,جنوری,ינואר,ינו
    feb,february,فبراير,شباط,فيفري,فوریه,فروری,פברואר,פבר
    mar,march,مارس,آذار,مارچ,מרץ,מרס
    apr,april,أبريل,إبريل,نيسان,أفريل,آوریل,آپریل,اپریل,אפריל,אפר
    may,مايو,أيار,نوار,ماي,مه,می,مئی,מאי
    jun,june,يونيو,يونيه,حزيران,جوان,ژوئن,جون,יוני
    jul,july,يوليو,يوليه,تموز,جويلية,يوليوز,ژوئیه,جولای,جولائی,יולי
    aug,august,أغسطس,آب,أوت,غشت,اوت,آگوست,اگست,אוגוסט,אוג
    sep,sept,september,سبتمبر,أيلول,شتنبر,سپتامبر,ستمبر,ספטמבר,ספט
    oct,october,أكتوبر,تشرين الأول,تشرين أول,اکتبر,اکتوبر,אוקטובר,אוק
    nov,november,نوفمبر,تشرين الثاني,تشرين ثاني,تشرين ثان,نونبر,نوامبر,نومبر,נובמבר,נוב
    dec,december,ديسمبر,كانون الأول,كانون أول,دجنبر,دسامبر,دسمبر,דצמבר,דצמ
    """)

  private static let hijri = months(
    .hijri,
    """
    محرم,المحرم,محرم الحرام,muharram
    صفر,صفر المظفر,safar
    ربيع الأول,ربيع أول,ربيع الاول
    ربيع الآخر,ربيع الثاني,ربيع ثاني
    جمادى الأولى,جمادى الأول,جمادي الاول
    جمادى الآخرة,جمادى الثانية,جمادى الثاني,جمادى الآخر
    رجب,رجب المرجب,rajab
    شعبان,شعبان المعظم,shaban
    رمضان,رمضان المبارك,ramadan,ramazan,ramzan
    شوال,شوال المكرم,shawwal
    ذو القعدة,ذي القعدة,ذوالقعدة,ذیقعده
    ذو الحجة,ذي الحجة,ذوالحجة,ذیحجه
    """)

  /// The names of Iran and those of Afghanistan.
  private static let jalali = months(
    .jalali,
    """
    فروردین,حمل,farvardin
    اردیبهشت,اردی بهشت,ثور,ordibehesht
    خرداد,جوزا,khordad
    تیر,سرطان,tir
    مرداد,امرداد,اسد,mordad
    شهریور,سنبله,shahrivar
    مهر,میزان,mehr
    آبان,عقرب,aban
    آذر,قوس,azar
    دی,جدی,dey
    بهمن,دلو,bahman
    اسفند,حوت,esfand
    """)

  private static let mornings = words(
    "am ص صباحا صباح الصباح فجرا صبح قظ قبلالظهر قبلازظهر לפנהצ לפניהצהריים בבוקר")
  private static let noons = words("ظهرا الظهر ظهر دوپہر בצהריים")
  private static let afternoons = words(
    "pm م مساء مساءا المساء عصرا عصر بظ بعدالظهر بعدازظهر شام سہپہر אחהצ אחרהצהריים אחריהצהריים בערב"
  )
  private static let nights = words("ليلا الليل شب رات בלילה")

  /// The zones of RFC 822 §5.1, those of the Middle East, of Europe and others that mean one thing
  /// only (IST, AST and BST mean several), and places whose clocks are never put forward; hours
  /// east of UTC.
  private static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "غرينتش": 0, "جرينتش": 0, "گرينويچ": 0, "غرينيتش": 0,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "trt": 3, "eat": 3,
    "sast": 2, "pkt": 5, "hkt": 8, "jst": 9, "aest": 10, "aedt": 11,
    "مكه": 3, "السعوديه": 3, "الرياض": 3, "الدوحه": 3, "قطر": 3, "الكويت": 3, "بغداد": 3,
    "العراق": 3, "صنعاء": 3, "عدن": 3, "المنامه": 3, "الامارات": 4, "دبي": 4, "ابوظبي": 4,
    "مسقط": 4, "تونس": 1, "الجزائر": 1, "طرابلس": 2, "ليبيا": 2,
  ]
  /// Those of half an hour, in half hours.
  private static let halfZones: [String: Int] = ["irst": 7, "تهران": 7, "طهران": 7, "كابل": 9]

  /// Those whose letters say nothing of the season.
  private static let americanZones = ["et": -5, "ct": -6, "mt": -7, "pt": -8]

  private static let zonesWords = words("بتوقيت توقيت وقت بوقت")

  private static let systems: [String: WrittenDay.System] = [
    "ه": .hijri, "هجري": .hijri, "هجريه": .hijri, "قمري": .hijri, "هق": .hijri, "ق": .hijri,
    "ah": .hijri, "ش": .jalali, "هش": .jalali, "شمسي": .jalali, "خورشيدي": .jalali,
    "م": .gregorian, "ميلادي": .gregorian, "ميلاديه": .gregorian, "ad": .gregorian,
    "ce": .gregorian, "ء": .gregorian,
  ]

  private static let passedOver = words(
    """
    sun sunday mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday
    sat saturday at on of the st nd rd th published updated posted last modified date
    الأحد الاثنين الإثنين الأثنين الثلاثاء الثلثاء الأربعاء الخميس الجمعة السبت يوم اليوم الساعة
    ساعة تمام عند في بتوقيت توقيت عام سنة سنه شهر من الموافق موافق المصادف بعد بتاريخ تاريخ
    نشر النشر نشرت تم آخر تحديث التحديث حرر
    شنبه یک دو سه چهار پنج یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه آدینه
    روز ساعت سال ماه مورخ برابر با به از انتشار منتشر شده آخرین بروزرسانی
    پیر منگل بدھ جمعرات ہفتہ اتوار بجے بمطابق مطابق کو شائع
    פורסם עודכן עדכון אחרון
    יום ראשון שני שלישי רביעי חמישי שישי שבת א ב ג ד ה ו ש בשעה שעה
    """)
}
