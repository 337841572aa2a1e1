import Bargaining
import Tables

/// The sentences in Arabic.
///
/// Gender and number of an actor's name are not known, so sentences are built on verbal nouns
/// ("عرض من …", "رفض من …") and no pronoun refers to a name.
struct ArabicWords: TellingWords {
  /// The round's unit, with the article: `اليوم`.
  private let theUnit: String
  /// The same without it, as it stands after a number: `يوم`.
  private let unit: String
  let comma = "، "

  init(unit: String) {
    let known = Self.units[unit] ?? Self.round
    theUnit = known.definite
    self.unit = known.indefinite
  }

  func sentence(for scene: Scene) -> String {
    let actor = scene.actor
    switch scene.act.kind {
    case .offer:
      return proposal(
        scene.move, opens: "عرض من \(actor)", moves: "تعديل في عرض \(actor)",
        repeats: "العرض نفسه من \(actor)")
    case .text:
      return proposal(
        scene.move, opens: "\(scene.act.isPrepared ? "نص مُعَدّ سلفاً" : "نص مقترح") من \(actor)",
        moves: "تعديل من \(actor) في آخر نص",
        repeats: "آخر نص على حاله من \(actor)", amends: "اقتراح من \(actor) بتعديل النص",
        puts: "طرح النص على حاله للتصويت الأخير من \(actor)")
    case .accept: return "قبول من \(judge(scene))\(judged(scene))."
    case .reject: return "رفض من \(judge(scene))\(judged(scene)): \(reason(scene))."
    case .suspend: return "تعليق المحادثات."
    case .resume: return "استئناف المحادثات."
    case .extend:
      let rounds = scene.act.changes.first.map { Int($0.to.rounded(.up)) } ?? 0
      return "تأجيل الموعد النهائي إلى \(round(rounds - 1))."
    case .event: return "حدث: \(actor)\(changes(scene))."
    case .settle: return "حُسم: \(scene.settled.joined(separator: "؛ "))."
    case .ratify: return ratification(scene)
    case .phase: return phase(scene)
    }
  }

  private func proposal(
    _ move: Move, opens: String, moves: String, repeats: String, amends: String = "", puts: String = ""
  ) -> String {
    switch move {
    case .opening([], _): "\(opens): بقاء كل شيء على حاله."
    case .opening(let terms, let restStays):
      "\(opens): \(terms.joined(separator: "؛ "))\(restStays ? "؛ وما عدا ذلك يبقى على حاله" : "")."
    case .change(let changes):
      "\(moves): \(Self.told(changes))."
    case .same: "\(repeats)."
    case .amendment(let changes): "\(amends): \(Self.told(changes))."
    case .refusals(let count, let by):
      "رفض تعديلات مقترحة على النص عددها \(count) (\(Self.told(by)))."
    case .lastVote: "\(puts)."
    }
  }

  private static func told(_ changes: [TermChange]) -> String {
    changes.map { "\($0.issue) من «\($0.from)» إلى «\($0.to)»" }.joined(separator: "؛ ")
  }

  private static func told(_ counts: [(actor: String, count: Int)]) -> String {
    counts.map { "\($0.actor) \($0.count)" }.joined(separator: "، ")
  }

  private func judge(_ scene: Scene) -> String {
    scene.isOutside ? "\(scene.actor) من خارج هذا المنتدى" : scene.actor
  }

  private func judged(_ scene: Scene) -> String { scene.standing.map { " للعرض القائم من \($0)" } ?? "" }

  private func reason(_ scene: Scene) -> String {
    switch scene.act.because {
    case .redLine:
      "تجاوز خط أحمر" + (scene.crossed.isEmpty ? "" : " (\(scene.crossed.joined(separator: "؛ ")))")
    case .belowReservation: "عدم الاتفاق أفضل"
    case .belowAspiration: "المطلوب في هذه المرحلة ما زال أكثر"
    case .prefersOwnOffer: "العرض المقابل المُعدّ أفضل"
    case .belowConstant: "القيمة دون الحد الأدنى المقبول"
    case .tooEarly: "الوقت مبكر على قبول أي شيء"
    case .noTrust: "الشروط مقبولة، لكن الثقة في \(scene.mediator ?? "الوسيط") غير كافية"
    case .prefersText: "النص على حاله أفضل"
    case .wouldNotLast: "احتمال التنفيذ غير كافٍ"
    case .wouldFailAtHome: "سيُرفض في الداخل" + over(scene)
    case .rejectedAtHome: "رفض من الداخل"
    case nil: "دون ذكر السبب"
    }
  }

  private func ratification(_ scene: Scene) -> String {
    let yes = scene.accepting.isEmpty ? [] : ["قبول من \(list(scene.accepting))"]
    let no = scene.refusing.isEmpty ? [] : ["رفض من \(list(scene.refusing))"]
    let hasPassed = scene.act.vote?.hasPassed ?? true
    let votes = (hasPassed ? yes + no : no + yes).joined(separator: "؛ ")
    let objection =
      scene.objection.flatMap { faction, term in term.map { " والحاسم: «\($0)» (\(faction))." } } ?? ""
    return
      "\(hasPassed ? "إقرار الاتفاق" : "رفض الاتفاق") في الداخل (\(scene.actor)): \(votes).\(objection)"
  }

  private func over(_ scene: Scene) -> String {
    guard let (faction, term) = scene.objection else { return "" }
    return term.map { "، بسبب «\($0)» (\(faction))" } ?? " (\(faction))"
  }

  private func phase(_ scene: Scene) -> String {
    switch scene.act.phase?.cause {
    case nil: "تنفيذ المرحلة «\(scene.phase)»."
    case .temptation: "تعثر المرحلة «\(scene.phase)»: التخلي أنفع من التنفيذ (\(scene.actor))."
    case .fadedLeverage:
      "تعثر المرحلة «\(scene.phase)»: التخلي أنفع من التنفيذ بعد تراجع نفوذ الوسطاء (\(scene.actor))."
    case .mishap: "تعثر المرحلة «\(scene.phase)» دون أن يكون التخلي أنفع لأحد."
    }
  }

  private func changes(_ scene: Scene) -> String {
    guard !scene.changes.isEmpty else { return "" }
    let changes = scene.changes.map { change in
      "\(change.number)، "
        + (change.from == change.to ? "تبقى \(change.to)" : "من \(change.from) إلى \(change.to)")
    }
    return ". " + changes.joined(separator: "؛ ")
  }

  /// The conjunction is written together with the name after it.
  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: "، ") + " و" + last
  }

  func round(_ round: Int) -> String { "\(theUnit) \(Numerals.count(round + 1))" }

  func rounds(_ rounds: ClosedRange<Int>) -> String {
    guard rounds.count > 1 else { return round(rounds.lowerBound) }
    return "من \(round(rounds.lowerBound)) إلى \(round(rounds.upperBound))"
  }

  func repetition(_ answers: Repetition) -> String {
    switch answers {
    case .refused: "العروض نفسها، والرفض للأسباب نفسها."
    case .answered: "العروض نفسها، والردود نفسها."
    case .offered: "العروض نفسها."
    }
  }

  func silence(isSuspended: Bool) -> String { isSuspended ? "المحادثات معلّقة." : "لا عروض من أحد." }

  func isOver(event: String) -> String { "\(event): انتهت الآثار المؤقتة." }

  let atTheTable = "حول الطاولة"
  let startsSuspended = "المحادثات معلّقة في البداية."
  let howItEnds = "كيف تنتهي"
  let restUnsettled = "ما حُسم يبقى قائمًا؛ ولا اتفاق على ما بقي."

  func run(_ run: UInt32, seed: UInt64, rounds: Int) -> String {
    "المحاكاة رقم \(run) من البذرة \(seed)؛ الحد الأقصى للمدة (\(unit)): \(Numerals.count(rounds))"
  }

  func toll(_ toll: String, amount: String) -> String { "حتى نهاية المدة المنظور فيها، \(toll): \(amount)." }

  func model(_ model: String) -> String { "النموذج: \(model)" }

  func party(_ party: String, _ standing: Standing) -> String {
    let cost = standing.costOfDelay.map { "، تنقص \($0) مع كل \(unit)" } ?? ""
    let veto = standing.hasVeto ? "" : "؛ لا يتوقف الاتفاق على موافقة هذا الطرف"
    return "\(party): قيمة عدم الاتفاق \(standing.reservation)\(cost)؛ "
      + "الاستعداد للتنازل \(standing.willingness)\(veto)."
  }

  func priorities(_ priorities: [(issue: String, share: String)]) -> String {
    "أهم القضايا: " + priorities.map { "\($0.issue) (\($0.share))" }.joined(separator: "، ") + "."
  }

  func draws(_ draws: [(name: String, value: String)]) -> String {
    "القيم المسحوبة لهذه المحاكاة: " + draws.map { "\($0.name) \($0.value)" }.joined(separator: "؛ ") + "."
  }

  func mediator(_ mediator: String, facilitate: String, formulate: String, manipulate: String) -> String {
    "\(mediator)، وساطة: تيسير \(facilitate)، صياغة نصوص \(formulate)، استخدام نفوذ \(manipulate)."
  }

  func forum(_ forum: String, _ sittings: Sittings) -> String {
    let mediators = sittings.mediators.isEmpty ? "" : "، بوساطة \(list(sittings.mediators))"
    let rhythm = sittings.every == 1 ? "كل \(unit)" : "الجلسات على فترات (\(unit)): \(sittings.every)"
    let start = sittings.first > 0 ? "، ابتداءً من \(round(sittings.first))" : ""
    return "\(forum): \(list(sittings.members))\(mediators)؛ "
      + "\(word(for: sittings.rules) ?? sittings.rules)؛ \(rhythm)\(start)."
  }

  func settled(_ terms: [String]) -> String {
    "محسوم قبل المحادثات وما زال قائمًا: \(terms.joined(separator: "؛ "))."
  }

  func anchored(_ terms: [(term: String, firmness: String)]) -> String {
    let given = terms.map { "\($0.term) (الثبات \($0.firmness))" }
    return "يُعدّ أمرًا مفروغًا منه، ومن قَبِل بما دونه عدّه نكثًا: \(given.joined(separator: "؛ "))."
  }

  func reopened(_ issues: [String]) -> String { "كان محسومًا وأعيد فتحه: \(issues.joined(separator: "؛ "))." }

  func stillTalking(round: Int, hasDeadline: Bool) -> String {
    "المحادثات ما زالت مستمرة بعد \(self.round(round))، دون اتفاق و\(hasDeadline ? "قبل الموعد النهائي" : "دون موعد نهائي")."
  }

  func ending(_ ending: Ending, round: Int, at place: AgreedPlace?) -> String {
    let when = self.round(round)
    let forum = place?.forum.map { "، في منتدى «\($0)»" } ?? ""
    let author =
      (place?.mediator).map { "، على نص من \($0)" } ?? (place?.party).map { "، على عرض من \($0)" } ?? ""
    return switch ending {
    case .fullAgreement: "اتفاق كامل في \(when)\(forum)\(author)."
    case .partialAgreement: "اتفاق جزئي في \(when)\(forum)\(author)."
    case .rejectedAtHome: "رفض الاتفاق في الداخل في \(when)."
    case .collapsed: "انهيار المحادثات في \(when)."
    case .outOfTime: "انقضاء الوقت دون اتفاق بعد \(when)."
    }
  }

  func agreed(party: String, utility: String, surplus: String) -> String {
    "\(party): المنفعة \(utility)، والفائض \(surplus)."
  }

  func noAgreement(party: String, worth: String) -> String { "\(party): قيمة عدم الاتفاق \(worth)." }

  func stays(_ term: String) -> String { "\(term) (كما كان)" }

  func interruptions(_ record: RunRecord, fromStart: Bool) -> String {
    let again = record.suspensions > 0 ? "، ومرات تعليقها بعد ذلك: \(record.suspensions)" : ""
    let begun = fromStart ? "بدأت المحادثات معلقة\(again)" : "مرات التعليق: \(record.suspensions)"
    let resumed =
      record.resumptions == 0 ? "ولم تُستأنف" : "مرات الاستئناف: \(record.resumptions)"
    return "\(begun)؛ \(resumed)؛ "
      + "مدة التعليق (\(unit)): \(Numerals.count(record.roundsSuspended))."
  }

  func zone(_ record: RunRecord) -> String? {
    switch record.zone {
    case .exists where record.zoneIsBare:
      "كان هناك ما يمكن أن يقبله جميع من تلزم موافقتهم، لكن لم يكن فيه ما يجعل كلا منهم أفضل حالا."
    case .exists: "كان هناك ما يمكن أن يقبله جميع من تلزم موافقتهم، لكنهم لم يصلوا إليه."
    case .none: "لم يكن هناك في أي وقت ما يمكن أن يقبله جميع من تلزم موافقتهم."
    case .unknown: nil
    }
  }

  func cause(_ cause: FailureCause, isStillTalking: Bool) -> String? {
    switch cause {
    case .noZone: nil
    case .information: "لم يُطرح شيء من ذلك قط."
    case .distrust: "أخفق نص من هذا القبيل لنقص الثقة وحده."
    case .home: "ما اتفق عليه على الطاولة لم يُقرّ في الداخل."
    case .time where isStillTalking: "طُرح ذلك، ولم يُقبل بعد."
    case .time: "طُرح ذلك، وانقضى الوقت قبل قبوله."
    case .event: "انهارت المحادثات، وما كانت لتنهار لولا حدث رفع الخطر."
    case .breakdown: "انهارت المحادثات، وكانت ستنهار دون أي حدث."
    }
  }

  func word(for key: String) -> String? { Self.keys[key] }

  /// What a round stands for, without an article.
  static func indefinite(_ unit: String) -> String { (units[unit] ?? round).indefinite }

  /// The same with its article: `اليوم`.
  static func definite(_ unit: String) -> String { (units[unit] ?? round).definite }

  /// A number of them, as it stands after a preposition: `يوم واحد`, `يومين`,
  /// `5 أيام`, `36 يومًا`, `100 يوم`.
  static func counted(_ count: Int, _ unit: String) -> String {
    let forms = plurals[unit] ?? ("جولة واحدة", "جولتين", "جولات", "جولة")
    switch count {
    case 1: return forms.one
    case 2: return forms.two
    default: break
    }
    let form =
      switch count % 100 {
      case 3...10: forms.few
      case 11...99: forms.many
      default: indefinite(unit)
      }
    return "\(Numerals.count(count)) \(form)"
  }

  /// Three to ten of a unit, such as `أيام`; `nil` of one that is not known.
  static func few(_ unit: String) -> String? { plurals[unit]?.few }

  private static let plurals: [String: (one: String, two: String, few: String, many: String)] = [
    "hour": ("ساعة واحدة", "ساعتين", "ساعات", "ساعة"), "day": ("يوم واحد", "يومين", "أيام", "يومًا"),
    "week": ("أسبوع واحد", "أسبوعين", "أسابيع", "أسبوعًا"),
    "month": ("شهر واحد", "شهرين", "أشهر", "شهرًا"), "year": ("سنة واحدة", "سنتين", "سنوات", "سنة"),
    "session": ("جلسة واحدة", "جلستين", "جلسات", "جلسة"),
    "meeting": ("اجتماع واحد", "اجتماعين", "اجتماعات", "اجتماعًا"),
  ]
  private static let round = (definite: "الجولة", indefinite: "جولة")
  private static let units: [String: (definite: String, indefinite: String)] = [
    "hour": ("الساعة", "ساعة"), "day": ("اليوم", "يوم"), "week": ("الأسبوع", "أسبوع"),
    "month": ("الشهر", "شهر"), "year": ("السنة", "سنة"), "session": ("الجلسة", "جلسة"),
    "meeting": ("الاجتماع", "اجتماع"),
  ]

  private static let keys = [
    "reservation": "قيمة عدم الاتفاق", "cost_of_delay": "كلفة التأخير", "discount": "معامل الخصم",
    "distance": "أثر التباعد", "shock": "أثر الصدمات", "shock_half_life": "نصف عمر الصدمة",
    "horizon": "قدرة الصمود", "deadline": "الموعد النهائي", "extension": "احتمال التأجيل",
    "by": "مدة التأجيل",
    "round": "الجولة", "reopening": "إعادة الفتح", "cost": "الكلفة",
    "willingness": "الاستعداد للتنازل", "tactic": "التكتيك", "time": "الوقت", "time_tactic": "تكتيك الوقت",
    "tit_for_tat_tactic": "المعاملة بالمثل", "mix_tactic": "مزيج التكتيكات، الجزء", "step": "الخطوة",
    "beta": "بيتا",
    "start": "البداية", "tolerance": "التسامح", "acceptance": "القبول", "constant": "حد ثابت",
    "interactions": "أثر اجتماع القضايا", "add": "الإضافة", "weight": "الوزن", "values": "قيمة",
    "shape": "الشكل", "peak": "الذروة", "threshold": "العتبة", "facilitate": "التيسير",
    "formulate": "صياغة النصوص", "texts": "نص مُعَدّ", "at": "الجولة", "manipulate": "استخدام النفوذ",
    "own_interest": "المصلحة الذاتية",
    "toward": "تجاه", "trust": "الثقة", "bias": "الانحياز", "carrot": "الحوافز", "stick": "الضغوط",
    "mediation": "الوساطة", "noise": "الخطأ في التقدير", "floor": "ما يبقى من الخطأ",
    "allegiance": "أثر الانحياز في الطرف الموالى", "suspicion": "أثر الانحياز في الطرف الآخر",
    "gain": "كسب الثقة", "loss": "خسارة الثقة",
    "overstatement": "المبالغة في المطالب", "incoherence": "كلفة اختلاف الوسطاء",
    "talks": "المحادثات", "progress": "عتبة التقدم", "resume": "الاستئناف", "base": "الأساس",
    "pain": "أثر المعاناة", "collapse": "احتمال الانهيار", "active": "أثناء المحادثات",
    "suspended": "أثناء التعليق", "rate": "الاحتمال", "per_round": "المقدار في كل جولة",
    "firmness": "ثبات الحسم", "tentative": "الحسم السابق",
    "effects": "الأثر", "multiply": "المضاعفة", "alternating": "عروض بالتناوب",
    "shuttle": "العروض للوسطاء وحدهم", "simultaneous": "عروض متزامنة", "single_text": "نص واحد للجميع",
    "ultimatum": "عرض أخير",
    "ratification": "إقرار الداخل", "quota": "النصاب", "factions": "الفصيل", "minimum": "الحد الأدنى",
    "foresight": "توقع رأي الداخل", "bears": "نصيبه من كلفة عدم الاتفاق", "carrot_share": "نصيبه من الحوافز",
    "adjust": "التعديل", "trust_loss": "فقدان الثقة", "learning": "التعلم", "implementation": "التنفيذ",
    "phases": "المرحلة", "failure": "التعثر", "temptation": "الإغراء", "continuation": "ما بقي من مكاسب",
    "monitoring": "المراقبة", "guarantee": "الضمان", "leverage_fade": "تراجع النفوذ", "provisions": "الحكم",
    "progress_rate": "أثر التقدم", "any": "أحد الشروط", "all": "كل الشروط", "voter": "التصويت على النص",
    "annealer": "تصويت متدرج", "temperature": "الحرارة",
  ]
}
