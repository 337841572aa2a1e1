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
    return columns[name] ?? end(of: name) ?? name.replacing("_", with: " ")
  }

  /// What a cell says that holds one of a few words of the program's; anything else stays.
  static func value(_ name: String, arabic: Bool) -> String {
    (arabic ? arabicValues : values)[name] ?? name
  }

  private static let values = [
    "numbers_alone": "numbers, each alone", "within_bins": "within bins", "brier": "Brier score",
    "rest": "numbers together, and luck", "luck": "luck within a run", "yes": "yes", "no": "no",
  ]

  private static let arabicValues = [
    "assumption": "افتراض", "source": "مصدر", "models": "النماذج", "numbers": "الأرقام",
    "numbers_alone": "الأرقام، كل منها وحده", "luck": "المصادفة", "rest": "الأرقام معًا والمصادفة",
    "brier": "درجة براير", "reliability": "الموثوقية", "resolution": "التمييز",
    "uncertainty": "عدم التأكد", "within_bins": "داخل الفئات", "unknown": "غير معروف",
    "parties": "الأطراف", "mediators": "الوسطاء",
  ]

  /// The lower or upper end of an interval of a column that has a name.
  private static func end(of name: String) -> String? {
    for (suffix, end) in [("_low", "from"), ("_high", "to")] where name.hasSuffix(suffix) {
      let whole = String(name.dropLast(suffix.count))
      return "\(columns["\(whole)_share"] ?? column(whole, arabic: false)): \(end)"
    }
    return nil
  }

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
    "low": "from",
    "high": "to",
    "models_low": "across models",
    "models_high": "across models: to",
    "mean_error": "mean ± standard error",
    "sd": "standard deviation",
    "standard_error": "standard error",
    "texts": "texts tabled",
    "agreements": "texts agreed",
    "words": "the author's words",
    "parameter": "number",
    "started": "begun",
    "failed": "deals turned down",
    "rank": "",
    "p05": "5%",
    "p25": "25%",
    "p50": "50%",
    "p75": "75%",
    "p95": "95%",
    "actor": "by whom",
    "best": "best value",
    "gain": "gain in points",
    "rests_on": "rests on",
    "agreement": "agree",
    "acceptability": "acceptable to all",
    "table_share": "acceptable at the table alone",
    "text_share": "share of the agreements",
    "shapley": "points of agreement",
    "covered": "one of them is acceptable",
    "first": "before",
    "second": "after",
    "mu_star": "mean absolute effect",
    "mu": "mean effect",
    "sigma": "standard deviation of the effects",
    "adjusted_p": "p, adjusted for all that was tried",
    "without": "share without",
    "with": "share with",
    "at_risk": "still going on",
    "censored": "cut short",
    "survival": "share without agreement",
    "agreement_share": "share that agrees",
    "base_share": "share as it is",
    "share_at_lowest": "share at the lowest value",
    "share_at_highest": "share at the highest value",
    "span": "from the lowest value to the highest",
    "flip": "value at which half agree",
    "value_low": "value: from",
    "value_high": "value: to",
    "lever": "act or circumstance",
    "brier": "Brier score",
    "log": "logarithmic score",
    "crps": "continuous ranked probability score (CRPS)",
    "baseline": "compared with",
    "baseline_brier": "Brier score of what it is compared with",
    "baseline_log": "logarithmic score of what it is compared with",
    "baseline_crps": "CRPS of what it is compared with",
    "bin_low": "forecasts from",
    "bin_high": "forecasts to",
    "happened": "came true",
    "outcome": "what happened",
    "skill": "skill (1 at best, 0 no better)",
    "until": "up to round",
    "case": "case",
    "coverage": "share of all agreements that lie there",
    "density": "share of the runs there that agree",
    "mass": "share of runs that lie there",
    "quasi_p": "p of this condition alone",
    "changed": "terms changed",
    "won": "turned into acceptance",
    "refuser": "who refuses",
    "moved": "terms that move",
    "left": "left for later",
    "recommended": "to begin with",
    "size": "what more it gets (utility)",
    "fresh": "on fresh draws",
    "regret": "utility lost against the best text of each draw",
    "durability": "share of phases carried out",
    "worst_surplus": "surplus of the party that gains least",
    "transfer": "transfer in all (utility)",
    "effective_runs": "worth so many independent runs",
    "prior_mean": "mean before the record",
    "prior_sd": "standard deviation before the record",
    "mean_after": "mean after it",
    "sd_after": "standard deviation after it",
    "shift": "shift, in standard deviations",
    "example": "run that shows it",
    "fact": "source",
    "total": "alone and with others",
    "resolved": "told apart from luck",
    "first_resolved": "alone: told apart from luck",
    "total_resolved": "with others: told apart from luck",
    "rank_from": "rank: from",
    "rank_to": "rank: to",
    "together": "with those above",
    "zone": "zone of agreement",
    "median_round": "median round of agreement",
    "place": "place",
    "resumed": "resumed",
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
    "low": "من", "high": "إلى", "models_low": "عبر النماذج", "mean_error": "المتوسط ± الخطأ المعياري",
    "sd": "الانحراف المعياري",
    "standard_error": "الخطأ المعياري", "texts": "النصوص المطروحة", "agreements": "النصوص المتفق عليها",
    "words": "كلام المؤلف", "parameter": "الرقم", "started": "بدأت", "completed": "اكتملت",
    "failed": "اتفاقات مرفوضة", "rank": "",
    "p05": "5%", "p25": "25%", "p50": "50%", "p75": "75%", "p95": "95%", "actor": "على يد من",
    "best": "أفضل قيمة",
    "gain": "المكسب بالنقاط", "rests_on": "يستند إلى", "agreement": "الاتفاق",
    "acceptability": "يقبله الجميع",
    "table_share": "على الطاولة وحدها", "text_share": "من الاتفاقات", "shapley": "نقاط مئوية من الاتفاق",
    "covered": "أحدها مقبول",
    "first": "قبل", "second": "بعد", "ending": "النهاية", "runs": "العمليات", "share": "النسبة",
    "count": "العدد",
    "terms": "البنود", "together": "مع ما قبلها", "measure": "المقياس", "cause": "السبب", "party": "الطرف",
    "name": "الاسم",
    "kind": "النوع", "zone": "المنطقة", "phase": "المرحلة", "toll": "الكلفة", "mean": "المتوسط",
    "model": "النموذج",
    "weight": "الوزن", "range": "المدى", "value": "القيمة", "fact": "المصدر", "issue": "القضية",
    "option": "الخيار",
    "place": "الترتيب", "round": "الجولة", "rounds": "الجولات", "at_risk": "ما زالت جارية",
    "censored": "مقطوعة",
    "survival": "دون اتفاق", "lever": "الفعل أو الظرف",
    "difference": "الفرق", "total": "وحده ومع غيره", "mu_star": "متوسط الأثر المطلق",
    "adjusted_p": "قيمة p معدلة لكل ما جُرّب",
    "part": "الجزء", "scenario": "السيناريو", "from": "من", "to": "إلى", "event": "الحدث",
    "forecast": "التوقع",
    "outcome": "ما حدث", "brier": "درجة براير", "log": "الدرجة اللوغاريتمية", "baseline": "خط الأساس",
    "point": "النقطة",
    "median_round": "الجولة الوسيطة للاتفاق", "after": "بعد", "durability": "ما يُنفذ من المراحل",
    "without": "النسبة دونه",
    "transfer": "التحويل في المجموع (منفعة)",
    "text": "النص", "seed": "البذرة", "of": "من", "mediator": "الوسيط", "reason": "السبب",
    "changed": "البنود المتغيرة",
    "issues": "القضايا", "size": "ما يناله فوق ذلك (منفعة)",
    "moved": "البنود التي تتحرك", "left": "ما يُترك لاحقًا", "recommended": "موصى به", "refuser": "الرافض",
    "won": "يتحول إلى قبول",
    "prior_mean": "المتوسط قبل السجل", "prior_sd": "الانحراف المعياري قبل السجل",
    "mean_after": "المتوسط بعده", "sd_after": "الانحراف المعياري بعده",
    "shift": "التحرك بالانحرافات المعيارية", "example": "عملية تبيّنه",
    "agreement_share": "نسبة الاتفاق", "case": "الحالة", "coverage": "نصيبها من كل الاتفاقات",
    "density": "ما يتفق من العمليات التي فيها",
    "mass": "نصيبها من العمليات",
    "quasi_p": "قيمة p لهذا الشرط وحده", "crps": "درجة الاحتمال المرتبة المتصلة (CRPS)",
    "baseline_brier": "درجة براير لخط الأساس",
    "baseline_crps": "درجة CRPS لخط الأساس", "baseline_log": "الدرجة اللوغاريتمية لخط الأساس",
    "bin_low": "الفئة: من",
    "bin_high": "الفئة: إلى", "effective_runs": "ما يعادلها من عمليات مستقلة",
    "flip": "القيمة التي يتفق عندها النصف",
    "fresh": "على سحب جديد", "happened": "تحقق", "regret": "ما يُفقد من المنفعة عن أفضل نص في كل سحب",
    "resolved": "متميز عن المصادفة",
    "resumed": "استُؤنفت", "resumptions": "مرات الاستئناف", "suspensions": "مرات التعليق",
    "rounds_suspended": "جولات التعليق", "seconds": "الثواني", "sigma": "الانحراف المعياري للآثار",
    "mu": "متوسط الآثار",
    "skill": "المهارة (1 على الأكثر، و0 لا أفضل)", "span": "من أدنى قيمة إلى أعلاها", "table": "الجدول",
    "row": "الصف", "models": "النماذج",
    "until": "حتى الجولة", "worst_surplus": "فائض الطرف الأقل كسبًا", "rank_from": "الرتبة: من",
    "rank_to": "الرتبة: إلى",
    "base_share": "النسبة كما هي", "share_at_lowest": "النسبة عند أدناه",
    "share_at_highest": "النسبة عند أعلاه",
    "with": "النسبة معه", "forum": "ساحة التفاوض", "run": "العملية", "models_high": "عبر النماذج: إلى",
    "first_scenario": "السيناريو الأول", "second_scenario": "السيناريو الثاني", "last_round": "آخر جولة",
    "first_resolved": "وحده: متميز عن المصادفة",
    "total_resolved": "مع غيره: متميز عن المصادفة", "value_low": "القيمة: من",
    "value_high": "القيمة: إلى",
  ]
}
