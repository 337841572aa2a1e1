/// What tables and their columns are called on a page.
enum TableWords {
  static func table(_ name: String, arabic: Bool) -> String {
    if arabic { return arabicTables[name] ?? Isolate.figure(name) }
    return tables[name] ?? name.replacing("_", with: " ")
  }

  /// `agreement_low` where there is no name for the whole is that of `agreement` with what it ends
  /// in.
  static func column(_ name: String, arabic: Bool) -> String {
    if arabic { return arabicColumns[name] ?? arabicEnd(of: name) ?? Isolate.figure(name) }
    return columns[name] ?? name.replacing("_", with: " ")
  }

  /// What a cell says that holds one of a few words of the program's; anything else stays.
  static func value(_ name: String, arabic: Bool) -> String {
    (arabic ? arabicValues : values)[name] ?? name
  }

  private static let values = [
    "numbers_alone": "numbers, each alone", "within_bins": "within bins", "brier": "Brier score",
    "rest": "numbers together, and luck",
  ]

  private static let arabicValues = [
    "assumption": "افتراض", "source": "مصدر", "models": "النماذج", "numbers": "الأرقام",
    "numbers_alone": "الأرقام، كل منها وحده", "luck": "المصادفة", "rest": "الأرقام معًا والمصادفة",
    "brier": "درجة براير", "reliability": "الموثوقية", "resolution": "التمييز",
    "uncertainty": "عدم التأكد", "within_bins": "داخل الفئات", "unknown": "غير معروف",
    "parties": "الأطراف", "mediators": "الوسطاء",
  ]

  /// The lower or upper end of an interval of a column that has a name.
  private static func arabicEnd(of name: String) -> String? {
    for (suffix, end) in [("_low", "من"), ("_high", "إلى")] where name.hasSuffix(suffix) {
      let whole = String(name.dropLast(suffix.count))
      return (arabicColumns[whole] ?? arabicColumns["\(whole)_share"]).map { "\($0): \(end)" }
    }
    return nil
  }

  private static let tables = [
    "endings": "How the talks end", "settlements": "How issues are settled", "rounds": "Time to agreement",
    "parties": "What each party gets", "packages": "Packages", "mediators": "Mediators", "forums": "Forums",
    "models": "How often they agree, by model", "levers": "Levers",
    "conditions": "What runs that agree have in common",
    "gap": "What would close the gap", "lever_set": "Acts that help together",
    "sensitivity": "Numbers by what they decide",
    "variance": "Where the variance comes from", "comparison": "Before and after",
    "changed": "Runs that end otherwise",
    "formula": "Texts by acceptability", "frontier": "Efficient texts",
    "refusals": "Who refuses, and over what",
    "amendments": "What would win the refuser", "carrots": "What more for one party buys",
    "interim": "Interim texts",
    "folder": "Texts to carry together", "questions": "What it would be worth to know",
    "proof": "What tabling the text changes",
    "forecast": "Forecast after each observation", "posterior": "What the record says of the numbers",
    "willingness": "Agreement by readiness to concede",
    "contributions": "What each mediator and forum brings",
    "event_effects": "What the events did", "scores": "Scores", "baselines": "Against other forecasts",
    "times": "Time",
    "unscored": "What cannot be scored yet", "calibration": "Calibration",
    "decomposition": "Parts of the score",
    "sweep": "Points", "sweep_long": "Points, a row for each measure",
    "unanswered": "What these runs cannot tell", "causes": "Why runs fail",
    "zone": "Zone of agreement",
    "tolls": "What it costs meanwhile", "course": "Suspensions", "resumption": "Time to resumption",
    "efficiency": "How good agreements are", "ratification": "Turned down at home", "durability": "Phases",
    "ending_times": "When and why runs end", "convergence": "Whether the shares have settled",
    "utility_space": "What outcomes are worth to both", "shares": "Further shares",
    "computation": "How it was computed", "model_ranges": "Ranges across models",
  ]

  private static let columns = [
    "low": "from", "high": "to", "models_low": "across models", "mean_error": "mean ± s.e.", "sd": "s.d.",
    "standard_error": "s.e.", "texts": "texts tabled", "agreements": "texts agreed",
    "words": "the author's words",
    "parameter": "number", "started": "begun", "failed": "deals turned down", "rank": "", "p05": "5%",
    "p25": "25%",
    "p50": "50%", "p75": "75%", "p95": "95%", "actor": "by whom", "best": "value", "gain": "gain in points",
    "rests_on": "rests on", "agreement": "agree", "acceptability": "acceptable to all",
    "table_share": "at the table alone",
    "text_share": "of the agreements", "shapley": "points", "covered": "one is acceptable", "first": "before",
    "second": "after",
    "mu_star": "mean absolute effect", "adjusted_p": "p, adjusted", "without": "share without",
  ]

  private static let arabicTables = [
    "endings": "كيف تنتهي المحادثات", "settlements": "كيف تُحسم القضايا", "rounds": "الوقت حتى الاتفاق",
    "parties": "ما يناله كل طرف", "packages": "الحزم", "mediators": "الوسطاء", "forums": "ساحات التفاوض",
    "models": "نسبة الاتفاق بحسب النموذج", "levers": "الأفعال والظروف",
    "conditions": "ما تشترك فيه العمليات التي تتفق",
    "gap": "ما يسد الفجوة", "lever_set": "أفعال تنفع معًا", "sensitivity": "الأرقام بحسب ما تحسمه",
    "variance": "من أين يأتي التباين", "comparison": "قبل وبعد", "changed": "عمليات انتهت نهاية أخرى",
    "formula": "النصوص بحسب قبولها", "frontier": "النصوص الكفؤة", "refusals": "من يرفض، وبسبب ماذا",
    "amendments": "ما يكسب الرافض", "carrots": "ما تشتريه حوافز لطرف واحد", "interim": "نصوص مرحلية",
    "folder": "نصوص تُحمل معًا", "questions": "ما تساويه المعرفة", "proof": "ماذا يغيّر طرح النص",
    "forecast": "التوقع بعد كل مشاهدة", "posterior": "ما يقوله السجل عن الأرقام",
    "willingness": "الاتفاق بحسب الاستعداد للتنازل", "contributions": "ما يضيفه كل وسيط وكل ساحة",
    "event_effects": "ماذا فعلت الأحداث", "scores": "الدرجات", "baselines": "مقارنة بتوقعات أخرى",
    "times": "الوقت",
    "unscored": "ما لا يمكن تقييمه بعد", "calibration": "المعايرة", "decomposition": "أجزاء الدرجة",
    "sweep": "النقاط", "sweep_long": "النقاط، صف لكل مقياس", "unanswered": "ما لا تقوله هذه العمليات",
    "causes": "لماذا تفشل العمليات",
    "zone": "منطقة الاتفاق",
    "tolls": "الكلفة في هذه الأثناء", "course": "التعليق", "resumption": "الوقت حتى الاستئناف",
    "efficiency": "جودة الاتفاقات", "ratification": "الرفض في الداخل", "durability": "المراحل",
    "ending_times": "متى تنتهي العمليات ولماذا", "convergence": "هل استقرت النسب",
    "utility_space": "ما تساويه النتائج للطرفين", "shares": "نسب أخرى", "computation": "كيف حُسبت",
    "model_ranges": "المدى عبر النماذج",
  ]

  private static let arabicColumns = [
    "low": "من", "high": "إلى", "models_low": "عبر النماذج", "mean_error": "المتوسط ± الخطأ",
    "sd": "الانحراف",
    "standard_error": "الخطأ المعياري", "texts": "النصوص المطروحة", "agreements": "النصوص المتفق عليها",
    "words": "كلام المؤلف", "parameter": "الرقم", "started": "بدأت", "completed": "اكتملت",
    "failed": "اتفاقات مرفوضة", "rank": "",
    "p05": "5%", "p25": "25%", "p50": "50%", "p75": "75%", "p95": "95%", "actor": "على يد من",
    "best": "القيمة",
    "gain": "المكسب بالنقاط", "rests_on": "يستند إلى", "agreement": "الاتفاق",
    "acceptability": "يقبله الجميع",
    "table_share": "على الطاولة وحدها", "text_share": "من الاتفاقات", "shapley": "النقاط",
    "covered": "أحدها مقبول",
    "first": "قبل", "second": "بعد", "ending": "النهاية", "runs": "العمليات", "share": "النسبة",
    "count": "العدد",
    "terms": "البنود", "together": "معًا", "measure": "المقياس", "cause": "السبب", "party": "الطرف",
    "name": "الاسم",
    "kind": "النوع", "zone": "المنطقة", "phase": "المرحلة", "toll": "الكلفة", "mean": "المتوسط",
    "model": "النموذج",
    "weight": "الوزن", "range": "المدى", "value": "القيمة", "fact": "المصدر", "issue": "القضية",
    "option": "الخيار",
    "place": "الترتيب", "round": "الجولة", "rounds": "الجولات", "at_risk": "ما زالت جارية",
    "censored": "مقطوعة",
    "survival": "دون اتفاق", "lever": "الفعل أو الظرف",
    "difference": "الفرق", "total": "وحده ومع غيره", "mu_star": "متوسط الأثر المطلق",
    "adjusted_p": "p المعدلة",
    "part": "الجزء", "scenario": "السيناريو", "from": "من", "to": "إلى", "event": "الحدث",
    "forecast": "التوقع",
    "outcome": "ما حدث", "brier": "براير", "log": "لوغاريتمية", "baseline": "خط الأساس", "point": "النقطة",
    "median_round": "الجولة الوسيطة", "after": "بعد", "durability": "الدوام", "without": "النسبة دونه",
    "transfer": "التحويل",
    "text": "النص", "seed": "البذرة", "of": "من", "mediator": "الوسيط", "reason": "السبب", "changed": "تغيّر",
    "issues": "القضايا", "size": "المقدار",
    "moved": "ما يتحرك", "left": "ما يبقى", "recommended": "موصى به", "refuser": "الرافض", "won": "يُكسب",
    "prior_mean": "المتوسط السابق", "prior_sd": "الانحراف السابق", "shift": "التحرك", "example": "مثال",
    "agreement_share": "نسبة الاتفاق", "case": "الحالة", "coverage": "التغطية", "density": "الكثافة",
    "mass": "الحصة من العمليات",
    "quasi_p": "شبه p", "crps": "CRPS", "baseline_brier": "براير خط الأساس",
    "baseline_crps": "CRPS خط الأساس", "baseline_log": "لوغاريتمية خط الأساس", "bin_low": "الفئة: من",
    "bin_high": "الفئة: إلى", "effective_runs": "العمليات الفعلية", "flip": "نقطة الانقلاب",
    "fresh": "على سحب جديد", "happened": "حدث", "regret": "الندم", "resolved": "محسوم",
    "resumed": "استُؤنفت", "resumptions": "مرات الاستئناف", "suspensions": "مرات التعليق",
    "rounds_suspended": "جولات التعليق", "seconds": "الثواني", "sigma": "انحراف الآثار", "mu": "متوسط الآثار",
    "skill": "المهارة", "span": "المدى كله", "table": "الجدول", "row": "الصف", "models": "النماذج",
    "until": "حتى الجولة", "worst_surplus": "أقل فائض", "rank_from": "الرتبة: من", "rank_to": "الرتبة: إلى",
    "base_share": "النسبة كما هي", "share_at_lowest": "النسبة عند أدناه",
    "share_at_highest": "النسبة عند أعلاه",
    "with": "النسبة معه", "forum": "ساحة التفاوض", "run": "العملية", "models_high": "عبر النماذج: إلى",
    "first_scenario": "السيناريو الأول", "second_scenario": "السيناريو الثاني", "last_round": "آخر جولة",
    "first_resolved": "محسوم وحده", "total_resolved": "محسوم مع غيره", "value_low": "القيمة: من",
    "value_high": "القيمة: إلى",
  ]
}
