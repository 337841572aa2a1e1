import Simulation
import Tables

/// The sentences on the pages of studies in Arabic.
struct ArabicStudyWords: StudyWords {
  private func estimate(_ share: ShareEstimate) -> String { Numerals.estimate(share, in: .arabic) }

  private func points(_ told: ToldDifference) -> String {
    let interval = IntervalWords.arabic.text(Numerals.points(told.low), Numerals.points(told.high))
    let models = told.models.map { models in
      "؛ وعبر النماذج، وعددها \(Numerals.count(models.models)): "
        + IntervalWords.arabic.text(Numerals.points(models.low), Numerals.points(models.high))
    }
    return
      "\(Isolate.figure(Numerals.points(told.value))) نقطة مئوية (\(models == nil ? "" : "السحب ")\(interval)\(models ?? ""))"
  }

  private func span(_ told: ToldDifference) -> String {
    IntervalWords.arabic.text(
      Isolate.figure(Numerals.fixed(told.value, 2)), Numerals.fixed(told.low, 2),
      Numerals.fixed(told.high, 2))
  }

  /// A number of the scenario, by its name or its path.
  private func path(_ path: String) -> String { Isolate.name(path) }

  private func path(_ path: String, _ value: String) -> String {
    "\(self.path(path)) = \(Isolate.figure(value))"
  }
  private func all(_ parts: [String]) -> String { parts.joined(separator: "، و") }

  private func lever(_ act: ToldLever) -> String {
    (act.half.map { half in
      "\(path(act.path)) من \(Isolate.figure(Numerals.brief(Numerals.significant(half.low, 2)))) إلى \(Isolate.figure(Numerals.brief(Numerals.significant(half.high, 2))))"
    } ?? path(act.path, Numerals.brief(act.value)))
      + (act.actor.isEmpty ? "" : " (\(Isolate.name(act.actor)))")
  }

  func asItIs(_ agreement: ShareEstimate) -> String {
    "كما هي الحال، تنتهي باتفاق \(estimate(agreement)) من العمليات."
  }
  func bestAct(_ act: ToldLever, insteadOf base: ShareEstimate?) -> String {
    let made = "\(lever(act)): \(estimate(act.share))"
    guard let base else { return "ويليه \(made)، أي \(points(act.gain))." }
    return
      "أكثر الأفعال نفعًا \(made) من العمليات تنتهي باتفاق، بدلًا من \(estimate(base)) كما هي الحال، أي \(points(act.gain))."
  }
  let noAct = "لا يرفع أي فعل وحده نسبة الاتفاقات أكثر مما ترفعها المصادفة، إذا حُسبت كلها (Holm 1979)."
  let noDeadlock = "كل العمليات تنتهي باتفاق كما هي الحال: لا جمود ليُكسر."
  func kept(_ runs: Int, seed: UInt64) -> String {
    "من عمليات محفوظة، عددها \(Numerals.count(runs))، والبذرة \(seed): لم يُغيَّر فيها شيء، بل قورنت بحسب القيم التي سُحبت لها."
  }
  let betterHalf = "النصف الأفضل من القيم"
  func nature(_ act: ToldLever) -> String {
    "ومن الظروف، وهي ليست في يد أحد، أكثرها اقترانًا بالاتفاق \(lever(act)): نسبة الاتفاقات معه \(estimate(act.share))، أي \(points(act.gain))."
  }
  func acts(_ helpful: Int, of tried: Int) -> String {
    "ما يرفع نسبة الاتفاقات أكثر مما ترفعها المصادفة: \(Numerals.count(helpful)) من الأفعال والظروف التي نُظر فيها، وعددها \(Numerals.count(tried))."
  }
  func together(mass: Double, density: Double, coverage: Double) -> String {
    "تجتمع هذه كلها في \(Numerals.percent(mass)) من العمليات، ويتفق منها \(Numerals.percent(density))، وفيها \(Numerals.percent(coverage)) من كل الاتفاقات."
  }
  let leversCaption =
    "إلى أي حد يدفع كل فعل أو ظرف نسبة الاتفاقات في الاتجاهين، الأكثر كسبًا أولًا، والمكسب عند أفضل قيمة له مع فترة 95%."

  let halvesCaption =
    "كم تزيد نسبة الاتفاقات في النصف الأفضل من قيم كل فعل أو ظرف عليها في كل العمليات، الأكثر كسبًا أولًا، مع فترات 95%."

  func sensitivityCaption(_ method: SensitivityMethod) -> String {
    switch method {
    case .sobol: "نصيب كل رقم من التباين مع غيره ووحده، مع فترات 95%."
    case .given: "نصيب كل رقم وحده من تباين نتيجة العملية الواحدة، مع فترات 95%."
    case .morris:
      "متوسط الأثر المطلق أفقيًا، والانحراف المعياري للآثار عموديًا (Morris 1991). وفوق الخط المتقطع أثر يتوقف على أرقام أخرى أو ينحني."
    }
  }
  func strongest(_ numbers: [(path: String, index: ToldDifference)], by method: SensitivityMethod) -> String {
    let told = all(numbers.map { "\(path($0.path)) \(span($0.index))" })
    return switch method {
    case .sobol:
      "أكثر ما تتوقف عليه النتيجة هذه الأرقام، ومع كل منها نصيبه من التباين وحده ومع غيره: \(told)."
    case .morris: "أكثر الأرقام تحريكًا للنتيجة بخطوة على مداها، ومع كل منها متوسط أثره المطلق: \(told)."
    case .given: "أكبر الأنصبة من تباين نتيجة العملية الواحدة، كل رقم وحده: \(told)."
    }
  }
  let noneStands =
    "لا تبيّن هذه العمليات أي الأرقام يحسم النتيجة: فترة ما يُحدثه كل رقم مع غيره تشمل الصفر."
  let nothingVaries = "النتيجة واحدة في هذه العمليات كلها: لا يحسمها أي رقم."
  let noneDecides = "لا رقم واحد يحسم الكثير وحده."
  let mayBeLuck = "قد يكون مصادفة"
  let cut = "تُقطع الأنصبة وفتراتها عند 0 و1؛ وفي الجدول كله تقديراتها كما هي."
  let unordered = "ترتيبها غير محسوم بهذا العدد من العمليات."
  func luck(_ share: ToldDifference) -> String {
    "نصيب المصادفة من تباين نتيجة العملية الواحدة: \(span(share))."
  }

  func comparedWithItself(runs: Int) -> String {
    "مقارنة المحادثات كما هي مع المحادثات نفسها بعد التعديل، على الأعداد العشوائية نفسها؛ عدد العمليات لكل منهما \(Numerals.count(runs))."
  }
  let comparisonCaption =
    "بكم يختلف السيناريو الثاني عن الأول، عملية بعملية، مع فترات 95%؛ وللمقاييس من نوع واحد مقياس رسم واحد."
  func compared(_ first: String, _ second: String, runs: Int) -> String {
    "مقارنة \(Isolate.name(first)) مع \(Isolate.name(second)) على الأعداد العشوائية نفسها؛ عدد العمليات لكل منهما \(Numerals.count(runs))."
  }
  func change(
    _ measure: String, from first: ShareEstimate, to second: ShareEstimate, _ difference: ToldDifference
  ) -> String {
    "نسبة \(measure): كانت \(estimate(first)) وصارت \(estimate(second))، والفرق \(points(difference))."
  }
  let mayBeNothing = "الصفر داخل الفترة: قد لا يغيّر التعديل شيئًا."

  func otherRounds(_ first: Int, _ second: Int) -> String {
    "عدد الجولات فيهما مختلف، \(Numerals.count(first)) و\(Numerals.count(second)): فما يتراكم على الجولات، وما يساويه عدم الاتفاق في النهاية، يختلفان لهذا وحده."
  }

  func equalTexts(_ others: Int, isAll: Bool) -> String {
    "ولا تميزه مرات السحب هذه من نصوص أخرى، عددها \(Numerals.count(others))\(isAll ? " على الأقل" : ""): أيها يُقبل أكثر غير محسوم."
  }
  func bestText(_ share: ShareEstimate, draws: Int) -> String {
    "النص الذي يقبله الجميع في أكثر الأحوال مقبول للجميع في \(estimate(share)) من مرات سحب ما هو غير مؤكد، وعددها \(Numerals.count(draws))."
  }
  func folder(_ texts: Int, _ share: ShareEstimate) -> String {
    "ومع ملف من عدة نصوص، عددها \(Numerals.count(texts))، يكون واحد منها على الأقل مقبولًا في \(estimate(share))."
  }
  func refusal(_ party: String, _ share: ShareEstimate, over issue: String) -> String {
    "ترفضه \(Isolate.name(party)) في \(estimate(share)) من مرات السحب، وأكثره بسبب \(Isolate.name(issue))."
  }
  let otherText = "نص آخر"
  let nothingAcceptable = "لا نص مقبول للجميع في أي مرة من مرات السحب."
  let textsCaption =
    "تحت كل نص ما يختلف فيه عن أفضل النصوص. وأسفل ذلك نسبة مرات السحب التي يقبل فيها الجميع نصًا واحدًا على الأقل من عدة نصوص."

  private func point(_ point: ToldPoint) -> String {
    "\(estimate(point.share)) عند "
      + (point.settings.isEmpty
        ? "نقاط عددها \(Numerals.count(point.points))" : all(point.settings.map { path($0.path, $0.value) }))
  }
  let sweepCaption = "نسبة الاتفاقات عند كل نقطة، مع فترات 95% (Wilson 1927)."
  func swept(
    points: Int, runs: Int, from low: ToldPoint, to high: ToldPoint, _ difference: ToldDifference,
    isSettled: Bool
  ) -> String {
    "على النقاط، وعددها \(Numerals.count(points)) ولكل منها عدد من العمليات هو \(Numerals.count(runs))، أدنى نسبة للاتفاقات \(point(low))، وأعلاها \(point(high))، والفرق \(self.points(difference))."
      + (isSettled ? "" : " وقد يتباعد طرفا هذا العدد من النقاط كذلك مصادفةً: لم يُحسم أن النسبة تختلف أصلًا.")
  }
  func sweptFlat(points: Int, runs: Int, _ point: ToldPoint) -> String {
    "النقاط \(Numerals.count(points))، والعمليات لكل منها \(Numerals.count(runs))؛ نسبة الاتفاقات \(self.point(point))."
  }

  private func name(_ matter: ScoredMatter) -> String {
    switch matter {
    case .whether: "هل يتفقون"
    case .how: "كيف تنتهي المحادثات"
    case .terms: "بأي بنود"
    case .time: "متى يتفقون"
    }
  }
  func verdict(better: [ScoredMatter], same: [ScoredMatter], worse: [ScoredMatter], cases: Int) -> String {
    let told = [("أفضل في", better), ("لا أفضل ولا أسوأ في", same), ("أسوأ في", worse)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \(all($0.1.map(name)))" }.joined(separator: "؛ ")
    return cases == 1
      ? "بالقياس إلى خط الأساس كان هذا التوقع \(told)."
      : "بالقياس إلى خط الأساس كانت توقعات الحالات، وعددها \(Numerals.count(cases))، بحسب متوسطاتها \(told)."
  }
  func meanScore(_ matter: ScoredMatter, _ score: Double, baseline: Double, cases: Int) -> String {
    let (kind, places) = matter == .time ? ("درجة CRPS", 2) : ("درجة براير", 3)
    return
      "\(name(matter)): متوسط \(kind) \(Isolate.figure(Numerals.fixed(score, places))) على الحالات، وعددها \(Numerals.count(cases))، وخط الأساس \(Isolate.figure(Numerals.fixed(baseline, places)))."
  }
  func fewCases(_ cases: Int) -> String {
    "عدد الحالات \(Numerals.count(cases)): لا يكفي لمعرفة مدى صدق التوقعات، فتوقعات الحالة الواحدة مترابطة."
  }
  func scored(_ event: String, forecast: Double, happened: String, brier: Double, baseline: Double?) -> String
  {
    "\(Isolate.name(event)): كان التوقع \(Numerals.percent(forecast))، وما حدث \(Isolate.name(happened))؛ درجة براير \(Isolate.figure(Numerals.fixed(brier, 3)))"
      + (baseline.map { "، وخط الأساس \(Isolate.figure(Numerals.fixed($0, 3)))" } ?? "") + "."
  }
  let happened = "نعم"
  let didNotHappen = "لا"
  let notByThen = "ليس ضمن المدة"
  func baselineNote(_ name: String) -> String {
    switch name {
    case "base_rate": "خط الأساس هو المعدلات المعطاة."
    case "persistence": "خط الأساس أن يبقى الحال على ما هو."
    case "leave_one_out": "خط الأساس هو نسبة ما حدث في الحالات الأخرى."
    default: "خط الأساس أن كل النتائج متساوية الاحتمال."
    }
  }
  func baseline(_ name: String) -> String {
    switch name {
    case "uniform": "تساوي الاحتمالات"
    case "base_rate": "المعدل المعطى"
    case "persistence": "بقاء الحال"
    case "leave_one_out": "الحالات الأخرى"
    default: Isolate.figure(name)
    }
  }
  func timed(_ median: Int?, happened: Int?, crps: Double, baseline: Double?) -> String {
    let forecast = median.map { "الجولة \($0)" } ?? "لا اتفاق ضمن المدة"
    let outcome = happened.map { "الجولة \($0)" } ?? "لا اتفاق حتى الآن"
    return
      "الوقت: وسيط التوقع \(forecast)، وما حدث \(outcome)؛ درجة CRPS \(Isolate.figure(Numerals.fixed(crps, 2)))"
      + (baseline.map { "، وخط الأساس \(Isolate.figure(Numerals.fixed($0, 2)))" } ?? "") + "."
  }
  func scoresNote(cases: Int) -> String {
    "الصفر أفضل درجة."
      + (cases > 1 ? "" : " ولا تقول حالة واحدة إلا القليل: توقع بنسبة 30% لم يتحقق لم يُدحض بذلك.")
  }

  let heatCaption =
    "نسبة الاتفاقات عند كل زوج من القيم، مع فترة 95% حيث يتسع المكان (Wilson 1927)."
  let tooFewRuns =
    "هذه العمليات أقل من أن تقول شيئًا: المجالات واسعة إلى حد أن ترتيب هذه الأرقام ومقدارها غير معروفين. المزيد من العينات يضيّقها."
  let scoresCaption =
    "يمتد كل شريط مما تُوقّع إلى ما حدث: كلما قصر كان التوقع أفضل. والدوائر الفارغة هي خط الأساس."
  let calibrationCaption =
    "ما تُوقّع أفقيًا، ونسبة ما حدث منه عموديًا، مع فترات 95% حيث الحالات 20 أو أكثر. والتوقعات التي تصدق تقع على الخط المتقطع."

  func moved(from before: ShareEstimate, to after: ShareEstimate, observations: Int) -> String {
    "قبل السجل كانت نسبة الاتفاق \(estimate(before))؛ وبعد المشاهدات، وعددها \(Numerals.count(observations))، صارت \(estimate(after))."
  }
  func worth(_ runs: Double, left: Int, of planned: Int) -> String {
    "من العمليات، وعددها \(Numerals.count(planned))، توافق السجل \(Numerals.count(left))؛ وهي بأوزانها تعادل \(Numerals.count(Int(runs.rounded(.down)))) من العمليات المستقلة، والفترات بهذا العدد."
  }
  func taughtLittle(_ path: String, by shift: Double) -> String {
    "لا يقول السجل إلا القليل عن أي رقم وحده: أكثر المتوسطات تحركًا، وهو \(self.path(path))، تحرك \(Isolate.figure(Numerals.fixed(shift, 2))) من انحرافه المعياري."
  }
  func shifted(_ numbers: [(path: String, from: Double, to: Double)]) -> String {
    let told = numbers.map {
      "\(path($0.path)) من \(Isolate.figure(Numerals.brief($0.from))) إلى \(Isolate.figure(Numerals.brief($0.to)))"
    }
    return "أكثر المتوسطات تحركًا بعد ما حدث: \(all(told))."
  }

  let beforeRecord = "(من البداية، دون السجل)"
  let forecastCaption =
    "كيف تنتهي المحادثات في العمليات التي تبقى بعد كل مشاهدة؛ والعمود الأول هو التوقع قبل السجل."
  let posteriorCaption =
    "كل رقم غير مؤكد قبل السجل وبعده، الأكثر تحركًا أولًا، بوحدة انحرافه المعياري قبل السجل."

  func hangs(_ spans: [ReadinessSpan]) -> String {
    func told(_ span: ReadinessSpan) -> String {
      "نسبة الاتفاقات \(estimate(span.first)) إن لم يتنازل، و\(estimate(span.last)) إن تنازل إلى آخر الطريق"
    }
    if spans.count == 1, let span = spans.first {
      return
        "ومن استعداد الأطراف للتنازل أكثر ما يتوقف عليه ذلك استعداد \(Isolate.name(span.party)): \(told(span))."
    }
    let parties = spans.prefix(3).map { "\(Isolate.name($0.party)): \(told($0))" }.joined(separator: "؛ ")
    return
      "ويتوقف ذلك على استعداد أكثر من طرف للتنازل، وعددها \(Numerals.count(spans.count))، ولا تبيّن هذه العمليات أيها الأول. \(parties)."
  }
  func readiness(_ party: String?, _ points: [(share: ShareEstimate, at: Double)]) -> String {
    let told = all(points.map { "\(estimate($0.share)) عند \(Numerals.percent($0.at, places: 0))" })
    guard let party else { return "إذا تنازل الجميع بالقدر نفسه: اتفاق في \(told) من الطريق." }
    return "استعداد \(Isolate.name(party)) للتنازل، والآخرون كما هم: اتفاق في \(told) من الطريق."
  }
  let readinessTitle = "نسبة الاتفاق بحسب الاستعداد للتنازل، مع نطاقات 95%"
  let readinessAxis = "الاستعداد للتنازل"
  let everybody = "الجميع"
  func brought(_ actor: String, _ difference: ToldDifference, texts: Double?) -> String {
    "\(Isolate.name(actor)): \(points(difference)) من الاتفاق\(difference.holdsZero ? "، وقد لا يكون شيئًا" : "")"
      + (texts.map { "؛ ونصيبه من الاتفاقات \(Numerals.percent($0))" } ?? "") + "."
  }
  let contributionsCaption =
    "ما يضيفه كل منهم من نقاط مئوية إلى نسبة الاتفاق، على كل ترتيب يمكن أن ينضموا به (Shapley 1953)، مع فترات 95%."
  func event(_ event: String, _ difference: ToldDifference) -> String {
    "\(Isolate.name(event)): \(points(difference)) من الاتفاق\(difference.holdsZero ? "، وقد لا يكون شيئًا" : "")."
  }
  func heading(_ question: AnswerHeading) -> String {
    switch question {
    case .resumption: "هل تُستأنف المحادثات؟"
    case .deadlock: "هل ينكسر الجمود؟"
    case .causes: "لماذا تفشل العمليات الأخرى؟"
    case .formula: "أي صيغة يمكن أن يقبلها الجميع؟"
    case .readiness: "كم يتوقف على الاستعداد للتنازل؟"
    case .mediators: "ماذا يضيف كل وسيط؟"
    case .forums: "ماذا تضيف كل ساحة تفاوض؟"
    case .events: "ماذا فعلت الأحداث؟"
    case .tolls: "ما الكلفة في هذه الأثناء؟"
    }
  }
}
