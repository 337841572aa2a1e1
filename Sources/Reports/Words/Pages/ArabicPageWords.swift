import Bargaining
import Randomness
import Simulation
import Tables

/// The words of a page in Arabic. Where a number governs a noun, the noun stands first and the
/// number after a colon or "وعددها", so that it need not be inflected.
struct ArabicPageWords: PageWords {
  let code = "ar"
  let isRightToLeft = true
  let spans = IntervalWords.arabic

  let contents = "المحتويات"
  let whyRunsFail = "لماذا تفشل العمليات"
  let whatNext = "ما الخطوة التالية"
  let wholeTable = "الجدول كاملًا"
  func atEachPoint(_ runs: Int, seed: UInt64) -> String {
    "عدد العمليات عند كل نقطة \(Numerals.count(runs))، والبذرة \(Isolate.figure("\(seed)"))."
  }
  func seed(_ seed: UInt64) -> String { "البذرة \(Isolate.figure("\(seed)"))." }
  let picturesNumbers = "أرقام هذا الشكل"
  func download(_ file: String) -> String { "تنزيل \(Isolate.figure(file))" }
  func firstRows(_ shown: Int, of all: Int, file: String) -> String {
    "الصفوف المعروضة: \(Numerals.count(shown)) من \(Numerals.count(all))؛ وكلها في \(Isolate.figure(file))."
  }
  func set(_ settings: [(name: String, value: String)]) -> String {
    "مع " + settings.map { "\($0.name) = \(Isolate.figure($0.value))" }.joined(separator: " و")
  }
  func extends(_ files: [String]) -> String {
    "يوسّع \(files.map { Isolate.figure($0) }.joined(separator: " و"))."
  }
  let filter = "أظهر الصفوف التي فيها"
  let caution = "هذه صورة للافتراضات، وليست تنبؤًا."
  func provenance(_ ground: ReportContent.Provenance) -> String {
    let assumed = ground.assumed + ground.unmarked
    let unmarked = ground.unmarked > 0 ? "، منها غير موسوم بذلك \(Numerals.count(ground.unmarked))" : ""
    let defaults =
      ground.byDefault > 0 ? "؛ وعدا ذلك قيم افتراضية موثقة، وعددها \(Numerals.count(ground.byDefault))" : ""
    return
      "عدد الأرقام \(Numerals.count(ground.total)): المسند إلى مصدر \(Numerals.count(ground.sourced))، والمفترض \(Numerals.count(assumed))\(unmarked)\(defaults)."
  }
  func done(_ runs: Int, of planned: Int, rounds: Int, unit: String, seed: UInt64) -> String {
    let count =
      runs < planned
      ? "\(Numerals.count(runs)) من أصل \(Numerals.count(planned))" : Numerals.count(runs)
    return
      "ما جرت محاكاته: عدد العمليات \(count)، ومدة كل منها \(ArabicWords.counted(rounds, unit))، والبذرة \(Isolate.figure("\(seed)"))."
  }
  let intervals =
    "بين القوسين فترات 95%: فترة السحب، ومعها المدى عبر النماذج حيث توجد نماذج. وهي لا تشمل الافتراضات."
  func sampling(models: Int) -> String {
    "بين القوسين فترات السحب عند 95%\(models > 1 ? "، لا المدى عبر النماذج وعددها \(Numerals.count(models))" : ""). وهي لا تشمل الافتراضات."
  }
  func table(_ name: String) -> String { TableWords.table(name, arabic: true) }
  func column(_ name: String, of table: String) -> String {
    TableWords.column(name, of: table, arabic: true)
  }
  func value(_ name: String) -> String { TableWords.value(name, arabic: true) }
  let roundsFromZero = "تُعدّ الجولات من 0."
  let inParentheses = "بين القوسين فترات 95%."
  let noRuns = "لم تكتمل أي عملية، فليس هناك ما يُعرض."

  let reproduce = "كيف يُعاد الحصول على هذه النتيجة"
  let sameTables =
    "الإصدار نفسه مع السيناريو نفسه والبذرة نفسها وعدد العمليات نفسه يعطي الجداول نفسها حرفًا بحرف."
  func manifest(_ name: String) -> String {
    switch name {
    case "command": "الأمر"
    case "version": "الإصدار"
    case "seed": "البذرة"
    case "runs": "العمليات"
    default:
      name.hasPrefix("SHA-256 of ")
        ? "بصمة SHA-256 للملف \(Isolate.figure(String(name.dropFirst(11))))" : Isolate.figure(name)
    }
  }
  let ground = "على ماذا تقوم"
  let assumptions = "الافتراضات"
  let facts = "حقائق من مصادر"
  let sourcedNumbers = "أرقام مسندة إلى مصادر"
  func assumptions(_ count: Int) -> String { "الافتراضات: \(Numerals.count(count))" }
  func numbers(_ count: Int) -> String { "الأرقام: \(Numerals.count(count))" }
  let unmarked = "(غير موسوم بأنه افتراض)"
  func range(_ law: Distribution) -> String {
    func number(_ x: Double) -> String { Isolate.figure(Numerals.shortest(x)) }
    switch law {
    case .constant(let value): return number(value)
    case .uniform(let low, let high): return "موزع بانتظام من \(number(low)) إلى \(number(high))"
    case .triangular(let low, let mode, let high):
      return "مثلثي من \(number(low)) إلى \(number(high))، وأرجح قيمة \(number(mode))"
    case .normal(let mean, let deviation, let low, let high):
      return
        "طبيعي حول \(number(mean))، انحرافه المعياري \(number(deviation))، من \(number(low)) إلى \(number(high))"
    case .beta(let a, let b): return "بيتا، a = \(number(a))، b = \(number(b))"
    case .choice(let values):
      return values.map { "\(number($0.value)) (\(Numerals.percent($0.probability)))" }.joined(
        separator: " أو ")
    }
  }

  /// What a round stands for, without an article.
  func unit(_ unit: String) -> String { ArabicWords.indefinite(unit) }

  func question(_ command: String) -> String {
    switch command {
    case "run": "كيف تنتهي هذه المحادثات؟"
    case "given": "كيف تستمر هذه المحادثات بعد ما حدث؟"
    case "levers": "ما الذي يكسر الجمود؟"
    case "formula": "أي نص يمكن أن يقبله الجميع؟"
    case "sensitivity": "أي الأرقام غير المؤكدة تحسم النتيجة؟"
    case "compare": "ماذا يغيّر التعديل؟"
    case "score": "ما مدى جودة التوقع؟"
    case "answers": "كيف تنتهي هذه المحادثات، وعلام يتوقف ذلك؟"
    case "sweep", "merge": "كيف تتوقف النتيجة على ما جرى تغييره؟"
    default: "ما الذي وُجد؟"
    }
  }

  func answer(_ content: ReportContent) -> [String] {
    guard let agreement = content.agreement else { return [] }
    let kinds = content.endings.filter { $0.isAgreement && $0.share.count > 0 }
    let others = content.endings.filter { !$0.isAgreement && $0.share.count > 0 }
      .sorted { $0.share.count > $1.share.count }
    let parts =
      kinds.count > 1
      ? ": " + kinds.map { "\($0.label) \(Numerals.percent($0.share.share))" }.joined(separator: "، و") : ""
    var sentences = [
      agreement.share == 0
        ? "لا تنتهي باتفاق أي عملية من العمليات، وعددها \(Numerals.count(content.runs)): \(estimate(agreement))."
        : "تنتهي المحادثات باتفاق في \(estimate(agreement)) من العمليات، وعددها \(Numerals.count(content.runs))\(parts)."
    ]
    if !others.isEmpty {
      let shares = others.map { "\($0.label) \(estimate($0.share))" }
      sentences.append("أما بقيتها: \(shares.joined(separator: "، و")).")
    }
    if let first = content.packages.first {
      let share = Numerals.estimate(first.share.share, first.share.low, first.share.high, in: .arabic)
      let named = first.bracketed(separator: "؛ ")
      sentences.append(
        first.share.share == 1
          ? "كل الاتفاقات واحد\(named)."
          : first.share.share >= 0.1
            ? "أكثر الاتفاقات تكرارًا\(named) نسبته \(share) من الاتفاقات."
            : "لا يبرز اتفاق واحد: أكثرها تكرارًا نسبته \(share) من الاتفاقات.")
    }
    return sentences
  }

  private func estimate(_ share: ShareEstimate) -> String { Numerals.estimate(share, in: .arabic) }

  func whyFail(_ content: ReportContent) -> String? {
    let causes = content.causes.filter { $0.share.count > 0 }.sorted { $0.share.count > $1.share.count }
    guard !causes.isEmpty else { return nil }
    let told = causes.prefix(3).map {
      "\($0.label) \(Numerals.estimate($0.share.share, $0.share.low, $0.share.high, in: .arabic))"
    }
    let rest = causes.dropFirst(3).reduce(0) { $0 + $1.share.share }
    let all = told + (rest > 0 ? ["أسباب أخرى \(Numerals.percent(rest))"] : [])
    return "من العمليات التي لم تنتهِ باتفاق: \(all.joined(separator: "، و"))."
  }

  func next(_ step: NextStep) -> String {
    switch step {
    case .levers: "ما الذي يكسر الجمود، وعلى يد من، وبأي كلفة"
    case .formula: "النصوص التي يمكن أن يقبلها الجميع"
    case .sensitivity: "الأرقام غير المؤكدة التي تحسم النتيجة"
    case .answers: "أسئلة القارئ في صفحة واحدة"
    case .given: "المحادثات نفسها بعد معرفة ما حدث"
    case .trace: "عملية واحدة، جولة بعد جولة"
    case .run: "المحاكاة كما هي"
    case .verify: "هل النتيجة كاملة وصحيحة"
    case .keepRuns: "النتيجة نفسها مع كل عملية على حدة"
    }
  }

  func heading(_ section: RunSection) -> String {
    switch section {
    case .endings: "كيف تنتهي المحادثات"
    case .causes: "لماذا فشلت الأخرى"
    case .zones: "هل كان هناك ما يُتفق عليه؟"
    case .packages: "علامَ يُتفق"
    case .terms: "البنود قضيةً قضية"
    case .efficiency: "ما مدى جودة الاتفاق"
    case .time: "كم يستغرق"
    case .parties: "ما يناله كل طرف"
    case .proposers: "من توسط فيه"
    case .durability: "ما مصير الاتفاقات"
    case .home: "ما يُرفض في الداخل"
    case .tolls: "الكلفة في هذه الأثناء"
    }
  }

  func endingsCaption(_ content: ReportContent) -> String {
    "النسبة من العمليات، وعددها \(Numerals.count(content.runs))؛ الخطوط الرفيعة والأرقام بجانب النسب فترات 95% (Wilson 1927)"
      + (content.agreement?.models != nil ? "؛ والأرقام الأخيرة هي المدى عبر النماذج." : ".")
  }
  let courseCaption =
    "نسبة العمليات التي انتهت حتى ذلك الحين: الاتفاقات في الأسفل، وفوقها حالات الفشل بحسب أسبابها."
  let convergenceCaption = "نسبة الاتفاقات في أول هذا العدد من العمليات، مع فترات 95% (Wilson 1927)."
  let agreementName = "الاتفاق"
  func agreement(_ content: ReportContent) -> String? {
    guard let agreement = content.agreement, agreement.models != nil else { return nil }
    return "الاتفاق، كاملًا أو جزئيًا: \(estimate(agreement))."
  }
  let modelsNote = "تجري كل عملية في نموذج واحد يُسحب بحسب وزنه؛ والمدى من أقل نسبة في نموذج إلى أكبرها."
  let noAgreement = "لم تنتهِ أي عملية باتفاق."
  func packagesNote(_ agreements: Int) -> String {
    "أكثر الحزم تكرارًا من الاتفاقات، وعددها \(Numerals.count(agreements))؛ وما يبقى على حاله يأتي آخرًا."
  }
  let packagesCaption = "كل عمود اتفاق؛ والمملوء ما يختلف عن الاتفاق الأكثر تكرارًا."
  let asItWas = "يبقى على حاله: "
  let comma = "، "
  func ofEach(_ words: String) -> String { "كلام المؤلف عن كل منها: \(Isolate.name(words))" }
  let sameSurplus =
    "الفائض عند البداية هنا هو الفائض نفسه، لأن قيمة عدم الاتفاق لا تتغير، فلا يُعرض مرتين."
  let furtherTables = "جداول أخرى"
  func termsCaption(hasModels: Bool) -> String {
    "نسبة الاتفاقات التي تحسم القضية على هذا النحو، مع فترات 95%؛ والخيارات بترتيب السيناريو. ولا تظهر الخيارات التي لم يخترها أي اتفاق."
      + (hasModels ? " وبعد الفترة المدى عبر النماذج." : "")
  }
  func efficiency(_ content: ReportContent) -> String? {
    guard let efficiency = content.efficiency else { return nil }
    let averages = AgreementMeasure.allCases.compactMap { measure in
      efficiency.measures[measure].flatMap { MeasureWords(measure).arabicAverage($0) }
    }
    let efficient = efficiency.efficient.map { "الاتفاقات الكفؤة بمعيار باريتو: \(estimate($0))." }
    return (averages + [efficient].compactMap(\.self)).joined(separator: " ")
  }
  func efficiencyBasis(_ agreements: Int) -> String {
    let definitions = AgreementMeasure.allCases.map { MeasureWords($0).arabicDefinition }
    return "على الاتفاقات، وعددها \(Numerals.count(agreements))، وكل منها مقيس بكل ما كان متاحًا في عمليته: "
      + definitions.joined(separator: "؛ و") + "."
  }
  func measure(_ measure: AgreementMeasure) -> String { MeasureWords(measure).arabicLabel }
  func timing(_ content: ReportContent) -> [String] {
    let time = TimeToAgreement(content)
    let unit = ArabicWords.definite(content.roundUnit)
    var sentences: [String] = []
    if let final = time.final, final.count > 0 {
      let marks = time.milestones(["ربع", "نصف", "ثلاثة أرباع"]).map { mark in
        "\(mark.name) العمليات بحلول \(unit) \(Numerals.count(mark.day))"
      }
      let opening = time.hasEarlyLosses ? "لولا انهيار بعض المحادثات لاتفق " : "اتفق "
      sentences.append(
        opening
          + (marks + ["\(estimate(final)) منها حتى النهاية (\(unit) \(Numerals.count(content.rounds)))"])
          .joined(separator: "، و") + ".")
    } else {
      sentences.append("لم تتفق أي عملية خلال \(ArabicWords.counted(content.rounds, content.roundUnit)).")
    }
    if let rush = time.bunching {
      sentences.append(
        "الاتفاق الوسيط يأتي في \(unit) \(Isolate.figure(rush.day))، أي في السدس الأخير قبل الموعد النهائي (\(unit) \(Isolate.figure(rush.end))): تتجمع الاتفاقات قبل المواعيد النهائية "
          + "(Roth, Murnighan & Schoumaker 1988)، فوقتها نتيجة للموعد المفترض.")
    }
    if let resumption = content.resumption { sentences.append(resumption.arabic) }
    return sentences
  }
  func survivalCaption(hasLosses: Bool, unit: String) -> String {
    "نسبة العمليات التي بلغت اتفاقًا: واحد ناقص تقدير كابلان وماير (1958)، مع نطاق 95%."
      + (hasLosses ? " والعمليات التي انتهت في الطريق دون اتفاق تُعدّ مقطوعة (رقابة من اليمين)." : "")
      + " والعد في الجداول يبدأ من 0."
  }
  func partiesNote(unit: String) -> String {
    "على كل العمليات. المنفعة: ما مدى جودة النهاية للطرف على مقياسه هو، أي منفعة الاتفاق، وإلا فما كان يساويه عدم الاتفاق في النهاية. والفائض: كم يزيد الاتفاق على ذلك، وهو 0 بلا اتفاق، "
      + "ويكبر كلما ساء عدم الاتفاق. والفائض عن البداية: ما تساويه النهاية، والحوافز منها، فوق ما كان يساويه عدم الاتفاق في أول \(self.unit(unit))؛ فإن كان دون 0 فقد خسر الطرف بالانتظار. "
      + "ولا تصح المقارنة بين مقياسي طرفين."
  }
  func partiesCaption(quantileError: Double?) -> String {
    "الصناديق من الربيع الأول إلى الثالث، والخطوط من المئين 5 إلى المئين 95، والعارضة والرقم عند الوسيط، والنقطة عند المتوسط."
      + (quantileError.map { error in
        " دقة المئينات \(Isolate.figure(Numerals.fixed((error * 10_000).rounded(.up) / 10_000, 4)))."
      } ?? "")
  }
  let spaceCaption =
    "ما تساويه النتائج للطرفين عند وسط كل توزيع؛ والعروض عروض العملية الأولى."
  func partyMeasure(_ name: String) -> String {
    switch name {
    case "utility": "المنفعة"
    case "mean_utility": "متوسط المنفعة"
    case "cost": "المنفعة المفقودة"
    case "taken": "كم يزيد قبوله"
    case "surplus": "الفائض"
    case "surplus_at_start": "الفائض عن البداية"
    default: Isolate.figure(name)
    }
  }
  let proposersCaption = "على نص من اتُّفق وأين، نسبةً من كل الاتفاقات، مع فترات 95%."
  func ownOffers(_ content: ReportContent) -> String? {
    let brokered = content.mediators.reduce(0) { $0 + $1.agreed.count }
    guard !content.mediators.isEmpty, brokered < content.agreements else { return nil }
    let share = ShareEstimate(
      WilsonInterval(count: content.agreements - brokered, total: content.agreements, worth: content.worth),
      models: content.ranges.ownOffers)
    return "اتفاقات قامت على عرض من الأطراف أنفسهم: \(estimate(share))."
  }
  let mediator = "وسيط"
  let forum = "ساحة تفاوض"
  func durability(_ content: ReportContent) -> String? {
    guard let durability = content.durability, durability.agreements > 0 else { return nil }
    let broken = durability.agreements - durability.kept.count
    let kept =
      "نُفِّذ حتى النهاية \(estimate(durability.kept)) من الاتفاقات ذات المراحل، وعددها \(Numerals.count(durability.agreements))."
    guard broken > 0 else { return kept }
    let causes = durability.causes.map { "\(Numerals.count($0.count)) \($0.words)" }
    return kept + " وانهار منها \(Numerals.count(broken)): \(causes.joined(separator: "؛ "))."
  }
  let homeNote = "اتفاقات تمت على الطاولة ولم تسمح فصائل طرف بمرورها."
  func missedZones(_ content: ReportContent) -> String? {
    let failed = content.zones.filter { !$0.agreed }
    let total = failed.reduce(0) { $0 + $1.share.count }
    guard total > 0 else { return nil }
    let missed = failed.reduce(0) { $1.exists ? $0 + $1.share.count : $0 }
    let share = ShareEstimate(
      WilsonInterval(count: missed, total: total, worth: content.worth), models: content.ranges.missedZones)
    let examined = content.zones.reduce(0) { $0 + $1.share.count } < content.runs
    let bare = failed.reduce(0) { $0 + $1.bare }
    return
      "من العمليات التي لم تنتهِ باتفاق\(examined ? " وفُحصت" : "")، وعددها \(Numerals.count(total)): كانت هناك منطقة اتفاق وفاتت في \(Numerals.count(missed)) منها، أي \(estimate(share))"
      + (missed == total
        ? "." : "؛ ولم يكن في الباقي، وعدده \(Numerals.count(total - missed))، اتفاق يكفي الجميع.")
      + (bare > 0 ? " ومن هذه المناطق \(Numerals.count(bare)) لم تترك فائضًا للجميع." : "")
  }
  func zone(exists: Bool) -> String { exists ? "وُجدت منطقة اتفاق" : "لم توجد منطقة اتفاق" }
  func talks(agreed: Bool) -> String { agreed ? "اتُّفق" : "لم يُتفق" }
  let causesNote =
    "من العمليات التي لم تنتهِ باتفاق وعُرف سببها. ولكل عملية أول سبب ينطبق عليها: لم تكن في أي جولة نتيجة يقبلها كل من يلزم قبولهم ويسمح بها كل داخل؛ أو تم اتفاق ورُفض في الداخل؛ أو فشل نص كان الجميع "
    + "يقبلونه لنقص الثقة وحده؛ أو انهارت المحادثات، وما كانت لتنهار لولا حدث زاد الخطر، أو كانت ستنهار على أي حال؛ أو انقضى الوقت أو بقيت المحادثات مستمرة عند نهاية المدة، قبل أن يُطرح ما كان الجميع يقبلونه أو بعده."
  func tollsNote(rounds: Int, unit: String) -> String {
    "مجموعة على المدة كلها (\(ArabicWords.counted(rounds, unit)))، أيًّا كان وقت انتهاء المحادثات: ما يغيّره الاتفاق يُحسب مما بعده، والانهيار لا يوقف شيئًا."
  }

  let storiesTitle = "ثلاث عمليات كما جرت"
  func storiesNote(_ runs: Int) -> String {
    "من أولى العمليات، وعددها \(Numerals.count(runs)). المعتادة: من بين ما ينتهي بأكثر النهايات تكرارًا، تلك التي آخر جولاتها أقرب إلى وسيط جولاتها. "
      + "وحال العملية هو أقل مكسب فيها: أقل ما ناله طرف من النهاية فوق ما كان يساويه عدم الاتفاق في أول جولة. "
      + "فالأفضل أكبرها، والأسوأ أصغرها، وإن تساوت عمليات فأولاها. وما كان اثنتين من هذه يُروى مرة واحدة."
  }
  func told(_ part: ToldRuns.Part, run: Int, _ ending: String, round: Int, unit: String) -> String {
    let name =
      switch part {
      case .typical: "عملية معتادة"
      case .best: "الأفضل"
      case .worst: "الأسوأ"
      }
    return
      "\(name)، رقمها في الجداول \(Isolate.figure("\(run)")): \(ending)، \(ArabicWords.definite(unit)) \(round + 1)"
  }
}
