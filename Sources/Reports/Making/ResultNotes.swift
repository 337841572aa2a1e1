import Tables

/// What the reader should know of how the numbers of a simulation came about.
struct ResultNotes {
  let runs: Int
  let plannedRuns: Int
  /// Whether everything that was asked for was done.
  let isComplete: Bool
  let precision: Double?
  /// One run in so many was looked at; 0 for none.
  let zoneEvery: Int
  let zonesUndecided: Int
  let efficiencyEvery: Int
  /// Agreements of those that were looked at whose efficiency is not known.
  let unmeasured: Int
  let agreements: Int
  /// By how much counts of packages may be too low; `nil` when they are exact.
  let packageUndercount: Int?

  func sentences(language: String) -> [String] {
    let words: any NoteWords = language == "ar" ? ArabicNotes() : EnglishNotes()
    var notes: [String] = []
    if !isComplete {
      notes.append(words.stopped(runs, of: plannedRuns))
    } else if let precision, runs < plannedRuns {
      notes.append(words.precise(precision))
    }
    if zoneEvery > 1 { notes.append(words.zones(every: zoneEvery)) }
    if zonesUndecided > 0 { notes.append(words.undecided(zonesUndecided)) }
    if agreements > 0 {
      if efficiencyEvery == 0 { notes.append(words.notMeasured) }
      if efficiencyEvery > 1 { notes.append(words.measured(every: efficiencyEvery)) }
      if efficiencyEvery > 0, unmeasured > 0 { notes.append(words.unmeasured(unmeasured)) }
    }
    if let packageUndercount { notes.append(words.undercount(packageUndercount)) }
    return notes
  }
}

private protocol NoteWords {
  func stopped(_ runs: Int, of planned: Int) -> String
  func precise(_ precision: Double) -> String
  func zones(every n: Int) -> String
  func undecided(_ runs: Int) -> String
  var notMeasured: String { get }
  func measured(every n: Int) -> String
  func unmeasured(_ agreements: Int) -> String
  func undercount(_ count: Int) -> String
}

private struct EnglishNotes: NoteWords {
  func stopped(_ runs: Int, of planned: Int) -> String {
    "Stopped early: \(Numerals.count(runs)) of \(Numerals.counted(planned, "run")) were done."
  }
  func precise(_ precision: Double) -> String {
    "Stopped at the precision asked for: the share of agreements is known to within "
      + "\(Numerals.shortest(precision))."
  }
  func zones(every n: Int) -> String { "Zones of agreement were looked for in one run out of \(n)." }
  func undecided(_ runs: Int) -> String {
    "In \(Numerals.counted(runs, "run")) the search for a zone of agreement gave up."
  }
  var notMeasured: String {
    "The efficiency of agreements was not measured: too many outcomes are efficient."
  }
  func measured(every n: Int) -> String {
    "The efficiency of agreements was measured in one run out of \(n)."
  }
  func unmeasured(_ agreements: Int) -> String {
    "Of \(Numerals.counted(agreements, "agreement")) it could not be measured: too many outcomes are efficient."
  }
  func undercount(_ count: Int) -> String {
    "Counts of packages may be too low by up to \(Numerals.count(count))."
  }
}

private struct ArabicNotes: NoteWords {
  func stopped(_ runs: Int, of planned: Int) -> String {
    "أُوقفت المحاكاة قبل اكتمالها: أُنجزت \(Numerals.count(runs)) من أصل \(Numerals.count(planned)) عملية."
  }
  func precise(_ precision: Double) -> String {
    "توقفت المحاكاة عند الدقة المطلوبة: نسبة الاتفاقات معروفة بهامش \(Numerals.shortest(precision))."
  }
  func zones(every n: Int) -> String { "بُحث عن منطقة الاتفاق في عملية واحدة من كل \(n)." }
  func undecided(_ runs: Int) -> String {
    "لم يُحسم البحث عن منطقة اتفاق في بعض العمليات، وعددها \(Numerals.count(runs))."
  }
  var notMeasured: String { "لم تُقَس كفاءة الاتفاقات: عدد النتائج الكفؤة كبير جدًا." }
  func measured(every n: Int) -> String { "قيست كفاءة الاتفاقات في عملية واحدة من كل \(n)." }
  func unmeasured(_ agreements: Int) -> String {
    "تعذّر قياس كفاءة بعض الاتفاقات، وعددها \(Numerals.count(agreements)): عدد النتائج الكفؤة كبير جدًا."
  }
  func undercount(_ count: Int) -> String {
    "قد يقل عدد كل حزمة عن حقيقته بما لا يتجاوز \(Numerals.count(count))."
  }
}
