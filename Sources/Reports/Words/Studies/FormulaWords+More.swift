import Bargaining
import Experiments
import Simulation
import Tables

/// Beyond the texts themselves: what is efficient, who refuses what, what to carry, what to ask.
extension FormulaWords {
  /// How many texts are efficient, and among how many; `nil` where nothing is ever acceptable.
  package var frontier: String? {
    guard !result.frontier.isEmpty else { return nil }
    let count = Numerals.count(result.frontier.count)
    let (compared, all) = (Numerals.count(result.compared), Numerals.count(result.acceptableTexts))
    let isWhole = result.compared == result.acceptableTexts
    if isArabic {
      return "النصوص التي لا يفوقها نص آخر في القبول والتنفيذ ومكاسب كل طرف معًا: \(count)، "
        + (isWhole
          ? "من كل النصوص التي تُقبل في سحب ما، وعددها \(all) (frontier.csv)."
          : "من أكثر النصوص قبولًا، وعددها \(compared) من \(all)؛ ولم يُقارن غيرها (frontier.csv).")
    }
    return (result.frontier.count == 1 ? "One text is" : "\(count) texts are")
      + " bettered by no other on acceptability, durability and every party's gain together, "
      + (isWhole
        ? "of all \(all) that are acceptable in some draw (frontier.csv)."
        : "among the \(compared) most often acceptable of \(all); the others were not compared (frontier.csv).")
  }

  /// Who refuses the first text, and over what; empty where nothing is ever acceptable.
  package var refusals: [String] {
    guard let first = result.texts.first, first.accepted.count > 0 else { return [] }
    return result.refusals.filter { $0.text.text == first.text && $0.refused.count > 0 }.map { refusal in
      let party = name(labels.party(refusal.party))
      let share = Numerals.estimate(ShareEstimate(refusal.refused), in: intervals)
      let issue = refusal.issue.map {
        (name(labels.issue($0)), Numerals.percent(refusal.won.share ?? 0))
      }
      if isArabic {
        return "رفض الأول من \(party) في \(share) من السحوبات"
          + (issue.map { "؛ تغيير «\($0)» وحده يكسب القبول في \($1) منها." }
            ?? "؛ ولا تغيير في قضية واحدة يكسب القبول.")
      }
      return "The first is refused by \(party) in \(share) of the draws"
        + (issue.map { "; a change of \($0) alone wins it over in \($1) of them." }
          ?? "; no change of a single issue wins it over.")
    }
  }

  /// What the texts of the folder cover, and what no other folder can; `nil` where there are none.
  package var folder: String? {
    guard let last = result.folder.last, let covered = last.covered.share, result.folder.count > 1 else {
      return nil
    }
    let share = Numerals.estimate(ShareEstimate(last.covered), in: intervals)
    let count = result.folder.count
    let most = Numerals.percent(min(covered / (1 - 1 / 2.718281828459045), result.openDraws.share ?? 1))
    if result.search != nil {
      return isArabic
        ? "ما يُحمل معًا من النصوص التي وُجدت، بترتيب طرحه: في \(share) من السحوبات يُقبل واحد على الأقل من \(count) نصوص."
        : "To carry together, of the texts found, in the order of tabling: in \(share) of the draws at least one of \(count) texts is acceptable."
    }
    return isArabic
      ? "ما يُحمل معًا، بترتيب طرحه: في \(share) من السحوبات يُقبل واحد على الأقل من \(count) نصوص. اختير كل نص لما لا يغطيه ما قبله؛ ولا يمكن لأي \(count) نصوص أخرى أن تغطي من هذه السحوبات أكثر من \(most) (Nemhauser, Wolsey & Fisher 1978)."
      : "To carry together, in the order of tabling: in \(share) of the draws at least one of \(count) texts is acceptable. Each is chosen for what those before it leave open; no other \(count) could cover more than \(most) of these draws (Nemhauser, Wolsey & Fisher 1978)."
  }

  /// One text of the folder.
  package func item(_ text: FolderText) -> String {
    let share =
      Numerals.estimate(ShareEstimate(text.covered), in: intervals)
      + (text.fresh.total > 0 ? afresh(text.fresh) : "")
    return isArabic
      ? "حتى هنا \(share): \(terms(of: text.options))." : "so far \(share): \(terms(of: text.options))."
  }

  /// The questions whose answers are worth something even when all that was tried counts, most
  /// valuable first: intervals that hold together at the level of 0.05 lie above 0 (Bonferroni).
  package var worthAsking: [InformationValue] {
    let alone = WilsonInterval.normalQuantile(level: 0.95)
    let together = WilsonInterval.normalQuantile(level: 1 - 0.05 / Double(max(1, result.questions.count)))
    return result.questions.filter { $0.value - ($0.value - $0.low) * together / alone > 0 }
  }

  /// Heads them, or says that there are none; `nil` where nothing is uncertain or acceptable.
  package var questions: String? {
    guard !result.questions.isEmpty, result.openDraws.count > 0 else { return nil }
    if worthAsking.isEmpty {
      return isArabic
        ? "لا رقم واحدًا، لو عُرف وحده، يغيّر بوضوح النص الذي يُختار."
        : "No single number, were it known, would clearly change which text to choose."
    }
    return isArabic
      ? "ما يُسأل عنه أولًا: بكم نقطة مئوية يزيد قبول النص المختار لو عُرف الرقم (تقدير على فترات، Strong & Oakley 2013). يُذكر ما له قيمة بعد احتساب كل ما جُرب، وعدده \(Numerals.count(result.questions.count)):"
      : "What to ask first: by how many points the chosen text would be acceptable more often if the number were known (estimated over intervals of it, Strong & Oakley 2013). Told are those worth something when all \(Numerals.count(result.questions.count)) are counted:"
  }

  /// One question.
  package func item(_ question: InformationValue) -> String {
    let (low, high) = (Numerals.points(question.low), Numerals.points(question.high))
    return "\(scenario[question.parameter].path): "
      + intervals.text(Numerals.points(question.value), low, high)
  }
}
