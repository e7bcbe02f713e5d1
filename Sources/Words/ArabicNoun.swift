/// An Arabic noun, or a noun with its adjective, in the six forms that numbers ask for.
struct ArabicNoun {
  /// 0, in full words: «لا مقالات».
  var zero: String
  /// 1, in full words: «مقال واحد».
  var one: String
  /// 2, in full words: «مقالان».
  var two: String
  /// After 3 to 10: «مقالات».
  var few: String
  /// After 11 to 99: «مقالًا».
  var many: String
  /// After 100 and its like: «مقال».
  var other: String

  init(_ zero: String, _ one: String, _ two: String, _ few: String, _ many: String, _ other: String)
  {
    self.zero = zero
    self.one = one
    self.two = two
    self.few = few
    self.many = many
    self.other = other
  }

  /// The noun with its number.
  func counted(_ number: Int) -> Sentence {
    switch PluralCategory(number, .arabic) {
    case .zero: Sentence(stringLiteral: zero)
    case .one: Sentence(stringLiteral: one)
    case .two: Sentence(stringLiteral: two)
    case .few: "\(number: number) \(own: Sentence(stringLiteral: few))"
    case .many: "\(number: number) \(own: Sentence(stringLiteral: many))"
    case .other: "\(number: number) \(own: Sentence(stringLiteral: other))"
    }
  }
}

extension ArabicNoun {
  static var article: ArabicNoun {
    ArabicNoun("لا مقالات", "مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال")
  }
  static var newArticle: ArabicNoun {
    ArabicNoun(
      "لا مقالات جديدة", "مقال جديد", "مقالان جديدان", "مقالات جديدة", "مقالًا جديدًا",
      "مقال جديد")
  }
  static var changedArticle: ArabicNoun {
    ArabicNoun(
      "لا تعديلات", "مقال معدّل", "مقالان معدّلان", "مقالات معدّلة", "مقالًا معدّلًا",
      "مقال معدّل")
  }
  static var problem: ArabicNoun {
    ArabicNoun("لا مشكلات", "مشكلة واحدة", "مشكلتان", "مشكلات", "مشكلة", "مشكلة")
  }
  static var otherProblem: ArabicNoun {
    ArabicNoun(
      "لا مشكلات أخرى", "مشكلة أخرى", "مشكلتان أخريان", "مشكلات أخرى", "مشكلة أخرى", "مشكلة أخرى")
  }
  static var file: ArabicNoun {
    ArabicNoun("لا ملفات", "ملف واحد", "ملفان", "ملفات", "ملفًا", "ملف")
  }
  static var source: ArabicNoun {
    ArabicNoun("لا مصادر", "مصدر واحد", "مصدران", "مصادر", "مصدرًا", "مصدر")
  }
  static var byte: ArabicNoun {
    ArabicNoun("صفر بايت", "بايت واحد", "بايتان", "بايتات", "بايتًا", "بايت")
  }
  static var comment: ArabicNoun {
    ArabicNoun("لا تعليقات", "تعليق واحد", "تعليقان", "تعليقات", "تعليقًا", "تعليق")
  }
  static var like: ArabicNoun {
    ArabicNoun("لا إعجابات", "إعجاب واحد", "إعجابان", "إعجابات", "إعجابًا", "إعجاب")
  }
  static var share: ArabicNoun {
    ArabicNoun("لا مشاركات", "مشاركة واحدة", "مشاركتان", "مشاركات", "مشاركة", "مشاركة")
  }
  static var view: ArabicNoun {
    ArabicNoun("لا مشاهدات", "مشاهدة واحدة", "مشاهدتان", "مشاهدات", "مشاهدة", "مشاهدة")
  }
}
