extension Phrase {
  /// The phrase in Arabic. Labels and verbal nouns, so that nothing is said to a he or a she.
  var inArabic: Sentence {
    switch self {
    case .allNews: "كل الأخبار"
    case .sources(let count): ArabicNoun.source.counted(count)
    case .unreadCount(let count): "غير المقروء: \(number: count)"
    case .place(let place, let count): "\(number: place)/\(number: count)"
    case .scanning(0, let articles, nil): "جارٍ الفحص: \(own: articles.articles)"
    case .scanning(0, let articles, let percent?):
      "جارٍ الفحص: \(own: articles.articles)، \(number: percent)%"
    case .scanning(let files, let articles, nil):
      "جارٍ الفحص: \(own: ArabicNoun.file.counted(files))، \(own: articles.articles)"
    case .scanning(let files, let articles, let percent?):
      "جارٍ الفحص: \(own: ArabicNoun.file.counted(files))، \(own: articles.articles)، \(number: percent)%"
    case .reading(nil, let megabytes): "جارٍ القراءة: \(number: megabytes) م.ب"
    case .reading(let articles?, let megabytes):
      "جارٍ القراءة: \(own: articles.articles)، \(number: megabytes) م.ب"
    case .scanStopped: "توقف الفحص، ويبقى ما أُدخل حتى الآن"
    case .indexing(let done, let all): "جارٍ الفهرسة: \(number: done) من \(number: all)"
    case .indexedSoFar(let done, let all):
      "المفهرس حتى الآن: \(number: done) من \(number: all)"
    case .unreadOnly: "غير المقروء فقط"
    case .starredList: "المميّز بنجمة"
    case .historyList: "سجل القراءة"

    case .hits(let count): "النتائج: \(number: count)"
    case .hitsSoFar(let count): "النتائج حتى الآن: \(number: count)"
    case .newestFirst: "الأحدث أولًا"
    case .bestFirst: "الأنسب أولًا"

    case .hintOpen: "فتح"
    case .hintMark: "مقروء/غير مقروء"
    case .hintNextUnread: "غير المقروء التالي"
    case .hintNextArticle: "المقال التالي"
    case .hintPage: "صفحة"
    case .hintBack: "رجوع"
    case .hintQuit: "خروج"
    case .hintHelp: "مساعدة"
    case .hintSearch: "بحث"
    case .hintNextHit: "النتيجة التالية"
    case .hintNextMatch: "الموضع التالي"
    case .hintHideRead: "إخفاء المقروء"
    case .hintShowRead: "إظهار المقروء"
    case .hintMarkAll: "الكل مقروء"
    case .hintRescan: "فحص جديد"

    case .markedRead(let count): "صار مقروءًا: \(own: count.articles)"
    case .markedUnread(let count): "صار غير مقروء: \(own: count.articles)"
    case .allMarkedRead(let count, let undo):
      "صار مقروءًا: \(own: count.articles)؛ للتراجع: \(undo)"
    case .undone(let count): "تم التراجع، وعاد كما كان: \(own: count.articles)"
    case .nothingToUndo: "لا شيء يمكن التراجع عنه"
    case .redone(let count): "أُعيد ما تم التراجع عنه: \(own: count.articles)"
    case .nothingToRedo: "لا شيء تمكن إعادته"
    case .starred(let count): "صار مميّزًا بنجمة: \(own: count.articles)"
    case .unstarred(let count): "لم يعد مميّزًا بنجمة: \(own: count.articles)"
    case .tagged(let tags):
      tags.count == 1 ? "أُضيف الوسم: \(tags[0])" : "أُضيفت الوسوم: \(tags, separator: "، ")"
    case .untagged(let tags):
      tags.count == 1 ? "أُزيل الوسم: \(tags[0])" : "أُزيلت الوسوم: \(tags, separator: "، ")"
    case .retagged(let on, let off):
      "المضاف من الوسوم: \(on, separator: "، ")؛ والمزال منها: \(off, separator: "، ")"
    case .tagPrompt(let tags): tags.isEmpty ? "الوسوم:" : "الوسوم (\(tags, separator: "، ")):"
    case .searchPrompt: "البحث:"
    case .findPrompt: "البحث في المقال:"
    case .match(let number, let count): "الموضع \(number: number) من \(number: count)"
    case .matchFromStart(let number, let count):
      "الموضع \(number: number) من \(number: count)، من البداية مجددًا"
    case .matchFromEnd(let number, let count):
      "الموضع \(number: number) من \(number: count)، من النهاية مجددًا"
    case .noMatch: "لا وجود لذلك في هذا المقال"
    case .couldNotSearch(let reason): "تعذّر البحث: \(own: reason.inArabic)"
    case .noMoreUnread: "لا شيء غير مقروء بعد هذا"
    case .noUnreadBefore: "لا شيء غير مقروء قبل هذا"
    case .atFirstArticle: "هذا أول مقال"
    case .atLastArticle: "هذا آخر مقال"
    case .atPageStart: "هذه بداية المقال"
    case .atPageEnd: "هذه نهاية المقال"
    case .nothingUnread: "لا شيء غير مقروء هنا"
    case .scanReport(let new, let changed, let problems):
      "\(own: ArabicNoun.newArticle.counted(new))، \(own: ArabicNoun.changedArticle.counted(changed))، \(own: ArabicNoun.problem.counted(problems))"
    case .nothingNew: "لا جديد"
    case .scanFailed(let reason): "تعذّر الفحص: \(own: reason.inArabic)"
    case .savingMarks: "جارٍ حفظ العلامات…"
    case .couldNotMark(let reason): "تعذّر حفظ العلامة: \(own: reason.inArabic)"
    case .couldNotUndo(let reason): "تعذّر التراجع: \(own: reason.inArabic)"
    case .couldNotRedo(let reason): "تعذّرت الإعادة: \(own: reason.inArabic)"
    case .couldNotRead(let reason): "تعذّرت قراءة المكتبة: \(own: reason.inArabic)"
    case .readHidden: "المقالات غير المقروءة فقط"
    case .readShown: "كل المقالات"
    case .articleGone: "لم يعد هذا المقال في المكتبة"
    case .articleChanged(let reload): "تغيّر نص هذا المقال؛ لعرض الجديد: \(reload)"
    case .newText(let reload): "نص جديد: \(reload)"
    case .articleUnchanged: "لم يتغيّر نص هذا المقال"
    case .unknownKey(let help): "لا عمل لهذا المفتاح هنا؛ المفاتيح كلها: \(help)"
    case .terminalTooSmall(let columns, let rows):
      "الشاشة صغيرة: المطلوب \("\(columns)×\(rows)")"

    case .emptyLibrary: "المكتبة فارغة"
    case .emptyLibraryAdvice(let command):
      "لملئها: \(command)، حيث PATH ملف أو مجلد فيه أخبار بصيغة JSON"
    case .everythingRead(let show): "كل شيء مقروء؛ لإظهاره: \(show)"
    case .nothingStarred(let star): "لا مقال مميّزًا بنجمة؛ لتمييز مقال: \(star)"
    case .nothingRead: "لم يُقرأ شيء بعد"
    case .nothingFound(let question): "لا نتائج للبحث عن «\(question)»"
    case .nothingFoundYet(let question): "لا نتائج بعد للبحث عن «\(question)»"
    case .nothingFoundAdvice(let back): "للرجوع إلى القائمة كما كانت: \(back)"
    case .pathNotFound(let path):
      "لا ملف ولا مجلد بهذا المسار: \(path)؛ يلزم مسار فيه أخبار بصيغة JSON"
    case .notAFile(let path):
      "\(path) ليس ملفًا ولا مجلدًا؛ ويُقرأ الأنبوب من الدخل القياسي بالعلامة \("-")"
    case .pathUnreadable(let path, let reason): "تعذّرت قراءة \(path): \(reason)"
    case .checkAdvice(let command): "الأمر \(command) يبيّن ما في الملفات من خطأ"
    case .noNews(let path): "لا أخبار يمكن قراءتها في \(path)"

    case .comments(let count): ArabicNoun.comment.counted(count)
    case .likes(let count): ArabicNoun.like.counted(count)
    case .shares(let count): ArabicNoun.share.counted(count)
    case .views(let count): ArabicNoun.view.counted(count)
    case .picture: "صورة"
    case .by(let names): "بقلم \(names, separator: "، ")"
    case .tags: "الوسوم"
    case .ownTags: "وسومي"
    case .updated(let date): "آخر تحديث: \(date)"
    case .percent(let percent): "\(number: percent)%"
    case .today: "اليوم"

    case .helpTitle: "المفاتيح"
    case .helpClose(let key): "لإغلاق هذه الصفحة: \(key)"
    case .helpDown: "صف أو سطر إلى أسفل"
    case .helpUp: "صف أو سطر إلى أعلى"
    case .helpGoOn: "صفحة إلى أسفل، وفي نهاية المقال إلى غير المقروء التالي أو النتيجة التالية"
    case .helpPageDown: "صفحة إلى أسفل"
    case .helpPageUp: "صفحة إلى أعلى"
    case .helpHalfPageDown: "نصف صفحة إلى أسفل"
    case .helpHalfPageUp: "نصف صفحة إلى أعلى"
    case .helpFirst: "إلى البداية"
    case .helpLast: "إلى النهاية"
    case .helpOpen: "فتح المقال"
    case .helpBack: "رجوع"
    case .helpQuit: "رجوع، وفي القائمة خروج، وفي البحث إلى القائمة كما كانت"
    case .helpQuitAtOnce: "خروج فورًا"
    case .helpToggleRead: "تعيين المقال مقروءًا أو غير مقروء"
    case .helpSearch:
      "البحث في كل المقالات: عناوينها ونصوصها ومصادرها ووسومها؛ وفي المقال المفتوح، البحث فيه"
    case .helpToggleOrder:
      "في البحث، الأنسب أو الأحدث أولًا؛ ولا يُرتّب بالأنسب إلا أحدث 2,000 نتيجة، ثم يتبعها الباقي"
    case .helpToggleStar: "تمييز المقال بنجمة أو إزالتها"
    case .helpTag: "تغيير وسوم المقال: الكلمة تضيف وسمًا، والعلامة \("-") قبلها تزيله"
    case .helpStarred: "المقالات المميّزة بنجمة؛ ومرة أخرى للرجوع إلى الكل"
    case .helpHistory: "ما قُرئ، الأحدث قراءةً أولًا؛ ومرة أخرى للرجوع إلى الكل"
    case .helpNextUnread: "المقال غير المقروء التالي، وفي البحث النتيجة أو الموضع التالي"
    case .helpPreviousUnread: "المقال غير المقروء السابق، وفي البحث النتيجة أو الموضع السابق"
    case .helpNextArticle: "المقال التالي"
    case .helpPreviousArticle: "المقال السابق"
    case .helpMarkAllRead: "تعيين القائمة كلها مقروءة"
    case .helpUndo: "التراجع عن آخر تعيين أو وسم"
    case .helpRedo: "إعادة ما تم التراجع عنه"
    case .helpToggleHidden: "إخفاء المقروء أو إظهاره"
    case .helpRescan: "البحث عن مقالات جديدة في الملفات"
    case .helpReload: "عرض نص المقال كما هو الآن؛ وفي القائمة، البحث عن مقالات جديدة"
    case .helpHelp: "هذه المفاتيح"
    case .helpRedraw: "رسم الشاشة من جديد"

    case .questionEmpty: "لا شيء يُبحث عنه: لا بد من حرف أو رقم"
    case .questionDate(let text): "تاريخ غير مفهوم: «\(text)»؛ يُكتب مثلًا \("after:2024-01-31")"
    case .questionState(let text, let known):
      "«\(text)» بعد \("is:") غير معروف؛ المعروف: \(known, separator: "، ")"
    case .questionValue(let name, let example): "لا شيء بعد \(name)؛ يُكتب مثلًا \(example)"
    case .questionTooLong(let most): "أكثر الكلمات في سؤال واحد: \(number: most)"

    case .forgot(let path, let count): "حُذف من المكتبة \(path): \(own: count.articles)"
    case .taggedArticles(let tag, let count): "صار موسومًا بـ\(tag): \(own: count.articles)"
    case .untaggedArticles(let tag, let count):
      "لم يعد موسومًا بـ\(tag): \(own: count.articles)"
    case .stateMerged(let articles, let changed, let problems):
      "في الملف: \(own: articles.articles)، وتغيّر هنا: \(own: changed.articles)، \(own: ArabicNoun.problem.counted(problems))"
    case .pruned(let count): "حُذف القديم: \(own: count.articles)"
    case .prunable(let count): "سيُحذف من القديم: \(own: count.articles)"
    case .notASource(let path):
      "ليس من مصادر هذه المكتبة: \(path)؛ لعرض المصادر: \("khabar sources")"
    case .noSuchArticle(let id):
      "لا مقال بالمعرّف \(id)؛ لعرض المعرّفات كلها: \("khabar list --all")"
    case .ambiguousID(let id, let candidates):
      "المعرّف \(id) مشترك (\(own: candidates.count.articles))، فالمطلوب معرّف المكتبة لواحد منها: \(candidates, separator: "، ")"
    case .standardInput: "الدخل القياسي"
    case .commandAfterOptions(let name):
      "\(name) اسم أمر ومكانه قبل الخيارات؛ وإن كان مسارًا فيُكتب \("./" + name)"
    case .minusAfterDashes(let command):
      "الكلمات التي تبدأ بالعلامة \("-") مكانها بعد العلامة \("--"): \(command)"
    case .outputFailed(let reason): "تعذّرت كتابة المخرجات: \(reason)"
    case .interrupted: "توقّف قبل التمام، وما أُدخل حتى الآن محفوظ"

    case .notATerminal:
      "القارئ يحتاج إلى طرفية؛ ويغني عنه \("khabar list") و\("khabar show")"
    case .terminalRefused(let reason): "لا يمكن استعمال الطرفية: \(reason)"
    case .unknownTerminal(let name): "نوع الطرفية \(name) غير معروف؛ يُضبط بالمتغيّر \("TERM")"

    case .noHome: "لا مكان للمكتبة: يُضبط المتغيّر \("HOME") أو يُسمّى ملف بالخيار \("--store")"
    case .storeMissing(let path): "لا مكتبة بعد في \(path)"
    case .storeWaiting(nil): "في انتظار برنامج آخر يكتب في المكتبة…"
    case .storeWaiting(let name?): "في انتظار \(name)، وهو يكتب في المكتبة…"
    case .storeBusy: "برنامج آخر يكتب في المكتبة؛ يُرجى المحاولة بعد قليل"
    case .storeShownMeanwhile: "برنامج آخر يكتب في المكتبة؛ هذا ما فيها حتى الآن"
    case .storeReadOnly(let path):
      "لا تمكن الكتابة في المكتبة؛ لحفظ العلامات يلزم السماح بها أو نسخ المكتبة: \(path)"
    case .storeForbidden(let path):
      "لا تمكن قراءة المكتبة؛ يلزم السماح بها أو اختيار غيرها: \("--store"): \(path)"
    case .storeCorrupt(let path):
      "المكتبة تالفة؛ يُنقذ منها ما أمكن بالأمر \("khabar scan"): \(path)"
    case .storeSetAside(let other, let count, true):
      "كانت المكتبة تالفة؛ تُملأ أخرى بالأمر \("khabar scan"). حُفظت العلامات كلها (\(own: count.articles)). القديمة: \(other)"
    case .storeSetAside(let other, let count, false):
      "كانت المكتبة تالفة؛ تُملأ أخرى بالأمر \("khabar scan"). حُفظت علامات (\(own: count.articles)) وقد يضيع غيرها. القديمة: \(other)"
    case .indexRenewed: "كان فهرس البحث تالفًا، ويُنشأ من جديد؛ ولم يضِع غيره"
    case .storeRemoved(let path):
      "حُذفت المكتبة أو استُبدلت؛ يلزم تشغيل البرنامج من جديد: \(path)"
    case .storeForeign(let path):
      "ليس مكتبة أخبار؛ يُختار غيره بالخيار \("--store") أو يُنقل من مكانه: \(path)"
    case .storeTooNew(let path):
      "كتبت المكتبةَ نسخةٌ أحدث من البرنامج؛ يلزم تحديث البرنامج: \(path)"
    case .storeFull: "امتلأ القرص؛ يُرجى إخلاء مساحة ثم المحاولة من جديد"
    case .storeUnavailable(let path, let reason):
      "تعذّر استعمال المكتبة؛ لاختيار غيرها: \("--store"): \(path) (\(reason))"
    case .storeFailed(let message): "خطأ من المكتبة: \(message)"

    case .recognised(let shapes):
      "\(own: shapes.map { "\($0.name)، \(own: $0.articles.articles)" }, separator: "؛ ")"

    case .problemSyntax(let found): "ليس JSON سليمًا: \(found)"
    case .problemWrongType(let member, let expected):
      "نوع «\(member)» غير صحيح؛ المطلوب: \(expected)"
    case .problemMissing(let member): "لا وجود للعضو «\(member)»"
    case .problemDate(let text): "تاريخ غير مفهوم: «\(text)»"
    case .problemCut(let member):
      "«\(member)» أكبر أو أعمق مما يُقرأ: تُركت نهايته"
    case .problemTooLong(let member, let limit):
      "«\(member)» أطول من الحد (\(own: ArabicNoun.byte.counted(limit)))"
    case .problemEndless(let limit):
      "قيمة أطول من الحد (\(own: ArabicNoun.byte.counted(limit))): لا يُقرأ شيء بعدها"
    case .problemUnreadable(let reason): "تعذّرت القراءة: \(reason)"
    case .problemUnknownShape: "لا أخبار بصيغة معروفة"
    case .problemStopped(let met, let kept):
      "ليس JSON سليمًا: \(met)؛ وحُفظ مما قبله: \(own: kept.articles)"
    case .problemDamaged(let what): "\(what)؛ ويظهر مكانه \("U+FFFD")"
    case .problemDropped(let member): "لا وجود للعضو «\(member)»، فتُرك المقال"
    case .moreProblems(let count): "من هنا فصاعدًا: \(own: ArabicNoun.otherProblem.counted(count))"
    }
  }
}

extension Int {
  /// So many articles.
  fileprivate var articles: Sentence { ArabicNoun.article.counted(self) }
}
