/// A small edition for the end-to-end tests, newest first: Arabic, Hebrew, English, Persian.
enum Edition {
  /// The four articles, as JSON Lines in khabar's own shape.
  static let lines = [
    #"{"id":"a1","title":"افتتاح مكتبة الميناء بعد ترميم دام ثلاث سنوات","date":"2026-11-23T18:40:00+03:00","source":"صوت الساحل","lang":"ar","body":"فتحت مكتبة الميناء أبوابها أمس (الأحد) أمام 1,200 زائر.\n\nوقالت المديرة إن القاعة الـ51 خُصصت للأطفال."}"#,
    #"{"id":"h1","title":"הרכבת הקלה תפעל גם בשבת","date":"2026-11-22T09:00:00+02:00","source":"חדשות העמק","lang":"he","body":"העירייה הודיעה על 25-30 נסיעות נוספות."}"#,
    #"{"id":"e1","title":"Harbour library reopens after three years","date":"2026-11-21T08:00:00Z","source":"Coast Courier","lang":"en","body":"The library opened its doors on Sunday."}"#,
    #"{"id":"f1","title":"کتاب‌های تازه در کتابخانهٔ بندر","date":"2026-11-20","source":"پیک ساحل","lang":"fa","body":"کتابخانه ۱۲ هزار جلد کتاب تازه خرید."}"#,
  ]

  /// All of them as a file.
  static let file = lines.joined(separator: "\n") + "\n"

  /// Articles of one source as JSON Lines, `m1` and so on: the id is the headline.
  static func numbered(_ numbers: Range<Int>, of name: String) -> String {
    numbers.map { number in
      let body = String(repeating: "word \(number) ", count: 40)
      return
        #"{"id":"\#(name)\#(number)","title":"\#(name)\#(number)","source":"S","body":"\#(body)"}"#
    }.joined(separator: "\n") + "\n"
  }
}
