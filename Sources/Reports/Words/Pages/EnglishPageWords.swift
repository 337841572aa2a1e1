import Bargaining
import Randomness
import Simulation
import Tables

/// The words of a page in English.
struct EnglishPageWords: PageWords {
  let code = "en"
  let isRightToLeft = false
  let spans = IntervalWords.english

  let contents = "Contents"
  let whyRunsFail = "Why runs fail"
  let whatNext = "What to do next"
  let wholeTable = "The whole table"
  func atEachPoint(_ runs: Int, seed: UInt64) -> String {
    "\(Numerals.counted(runs, "run")) at each point, seed \(seed)."
  }
  func seed(_ seed: UInt64) -> String { "Seed \(seed)." }
  let picturesNumbers = "The numbers of this picture"
  func download(_ file: String) -> String { "Download \(file)" }
  func firstRows(_ shown: Int, of all: Int, file: String) -> String {
    "The first \(Numerals.count(shown)) of \(Numerals.count(all)) rows; all are in \(Isolate.figure(file))."
  }
  func set(_ settings: [(name: String, value: String)]) -> String {
    "with " + Enumeration.all(settings.map { "\($0.name) = \(Isolate.figure($0.value))" })
  }
  func extends(_ files: [String]) -> String {
    "It extends \(Enumeration.all(files.map { Isolate.figure($0) }))."
  }
  let filter = "Show rows with"
  let caution = PlainWords.caution
  func provenance(_ ground: ReportContent.Provenance) -> String { PlainWords.provenance(ground) }
  func done(_ runs: Int, of planned: Int, rounds: Int, unit: String, seed: UInt64) -> String {
    let count =
      runs < planned
      ? "\(Numerals.count(runs)) of \(Numerals.counted(planned, "run"))" : Numerals.counted(runs, "run")
    return "What was simulated: \(count) of \(Numerals.counted(rounds, unit)), seed \(seed)."
  }
  let intervals =
    "Brackets hold 95% intervals: of sampling, and where there are models the range across them. They do not cover the assumptions."
  func sampling(models: Int) -> String {
    "Brackets hold 95% intervals of sampling\(models > 1 ? ", not the range across the \(Numerals.count(models)) models" : ""). They do not cover the assumptions."
  }
  func table(_ name: String) -> String { TableWords.table(name, arabic: false) }
  func column(_ name: String, of table: String) -> String {
    TableWords.column(name, of: table, arabic: false)
  }
  func value(_ name: String) -> String { TableWords.value(name, arabic: false) }
  let roundsFromZero = "Rounds are counted from 0."
  let inParentheses = "In parentheses: 95% intervals."
  let noRuns = "No run was completed, so there is nothing to show."

  let reproduce = "How to reproduce it"
  let sameTables =
    "The same version with the same scenario, seed and number of runs gives the same tables, byte for byte."
  func manifest(_ name: String) -> String { name }
  let ground = "What it rests on"
  let assumptions = "Assumptions"
  let facts = "Facts from sources"
  let sourcedNumbers = "Sourced numbers"
  func assumptions(_ count: Int) -> String { Numerals.counted(count, "assumption") }
  func numbers(_ count: Int) -> String { Numerals.counted(count, "number") }
  let unmarked = "no source and no reason is given"
  func range(_ law: Distribution) -> String { law.inWords }

  func question(_ command: String) -> String {
    switch command {
    case "run": "How do these talks end?"
    case "given": "How do these talks go on from what has happened?"
    case "levers": "What would break the deadlock?"
    case "formula": "Which text could all accept?"
    case "sensitivity": "Which uncertain numbers decide the result?"
    case "compare": "What does the change make of it?"
    case "score": "How good was the forecast?"
    case "answers": "How do these talks end, and what does it hang on?"
    case "sweep", "merge": "How does the result depend on what was varied?"
    default: "What was found?"
    }
  }

  func answer(_ content: ReportContent) -> [String] {
    guard let agreement = content.agreement else { return [] }
    let (kinds, others) = (
      content.endings.filter { $0.isAgreement && $0.share.count > 0 },
      content.endings.filter { !$0.isAgreement && $0.share.count > 0 }.sorted {
        $0.share.count > $1.share.count
      }
    )
    let parts =
      kinds.count > 1
      ? ": "
        + Enumeration.all(kinds.map { "\($0.label.lowercased()) \(Numerals.percent($0.share.share))" }) : ""
    var sentences = [
      agreement.share == 0
        ? "None of \(Numerals.counted(content.runs, "run")) ends in agreement: \(estimate(agreement))."
        : "\(estimate(agreement)) of \(Numerals.counted(content.runs, "run")) end in agreement\(parts)."
    ]
    if !others.isEmpty {
      let shares = others.map { "\($0.label.lowercased()) \(estimate($0.share))" }
      sentences.append("The rest: \(Enumeration.all(shares)).")
    }
    if let first = content.packages.first {
      // Of a few agreements in each model a range would be luck.
      let share = Numerals.estimate(first.share.share, first.share.low, first.share.high)
      let named = first.bracketed(separator: "; ")
      if first.share.share == 1 {
        sentences.append("Every agreement is the same\(named).")
      } else if first.share.share >= 0.1 {
        sentences.append("The commonest deal\(named) is in \(share) of the agreements.")
      } else {
        sentences.append("No single deal stands out: the commonest makes up \(share) of the agreements.")
      }
    }
    return sentences
  }

  private func estimate(_ share: ShareEstimate) -> String { Numerals.estimate(share) }

  func whyFail(_ content: ReportContent) -> String? {
    let causes = content.causes.filter { $0.share.count > 0 }.sorted { $0.share.count > $1.share.count }
    guard !causes.isEmpty else { return nil }
    let told = causes.prefix(3).map {
      "\(CauseWords.clause($0.label)) \(Numerals.estimate($0.share.share, $0.share.low, $0.share.high))"
    }
    let rest = causes.dropFirst(3).reduce(0) { $0 + $1.share.share }
    return "Of the runs without agreement: "
      + Enumeration.all(told + (rest > 0 ? ["other causes \(Numerals.percent(rest))"] : [])) + "."
  }

  func next(_ step: NextStep) -> String {
    switch step {
    case .levers: "What would break the deadlock, by whom, and at what cost"
    case .formula: "The texts that all could accept"
    case .sensitivity: "Which uncertain numbers decide the result"
    case .answers: "The questions of a reader, on one page"
    case .given: "The same talks, knowing what has happened"
    case .trace: "One run, told round by round"
    case .run: "The simulation as it is"
    case .verify: "Whether the result is whole and right"
    case .keepRuns: "The same with every single run"
    }
  }

  func heading(_ section: RunSection) -> String {
    switch section {
    case .endings: "How the talks end"
    case .causes: "Why the other runs failed"
    case .zones: "Was there anything to find?"
    case .packages: "What is agreed"
    case .terms: "The terms, issue by issue"
    case .efficiency: "How good the deals are"
    case .time: "How long the talks take"
    case .parties: "What each party gets"
    case .proposers: "Who brokered it"
    case .durability: "What becomes of the deals"
    case .home: "What is turned down at home"
    case .tolls: "What it costs meanwhile"
    }
  }

  func endingsCaption(_ content: ReportContent) -> String {
    "Share of \(Numerals.counted(content.runs, "run")); the whiskers, and the figures beside the shares, are 95% intervals (Wilson 1927)"
      + (content.agreement?.models != nil ? "; the last figures are the range across models." : ".")
  }
  let courseCaption =
    "Share of runs that had ended by then, agreements below, and above them failures by their causes."
  let convergenceCaption =
    "Share of agreements of the first so many runs, with 95% intervals (Wilson 1927)."
  let agreementName = "Agreement"
  func agreement(_ content: ReportContent) -> String? { PlainWords(content).agreement }
  let modelsNote =
    "Each run is played in one model, drawn by its weight; the range goes from the least to the greatest share of a model."
  let noAgreement = "No run ended in an agreement."
  func packagesNote(_ agreements: Int) -> String {
    "The most frequent packages, of \(Numerals.counted(agreements, "agreement")); what stays as it is "
      + "comes last."
  }
  let packagesCaption = "Each column is an agreement; filled is what differs from the most frequent one."
  let asItWas = "left as it is: "
  let comma = ", "
  func ofEach(_ words: String) -> String { "The author's words on each of them: \(Isolate.name(words))" }
  let sameSurplus =
    "Here surplus at start is the surplus, as what no agreement is worth does not change; it is shown once."
  let furtherTables = "Further tables"
  func termsCaption(hasModels: Bool) -> String {
    "Share of agreements that settle the issue so, with 95% intervals; options in the order of the "
      + "scenario. Options that no agreement chose are left out."
      + (hasModels ? " After the interval stands the range across models." : "")
  }
  func efficiency(_ content: ReportContent) -> String? { PlainWords(content).efficiency }
  func efficiencyBasis(_ agreements: Int) -> String {
    let definitions = Enumeration.clauses(AgreementMeasure.allCases.map { MeasureWords($0).definition })
    return "Over \(Numerals.counted(agreements, "agreement")), each held against all that its run allowed: "
      + "\(definitions)."
  }
  func measure(_ measure: AgreementMeasure) -> String { MeasureWords(measure).label }
  func timing(_ content: ReportContent) -> [String] {
    let time = TimeToAgreement(content)
    return [time.sentence, time.rush, content.resumption?.sentence].compactMap(\.self)
  }
  func survivalCaption(hasLosses: Bool, unit: String) -> String {
    "Share of runs in agreement, one minus the estimate of Kaplan and Meier (1958), with its 95% band."
      + (hasLosses
        ? " Runs that ended without agreement on the way count as cut short (right-censored)." : "")
      + " The tables count from 0: there the first \(Label.plain(unit)) is 0."
  }
  func partiesNote(unit: String) -> String {
    "Over all runs. Utility is how good the end is for the party, on its own scale: that of the agreement, else "
      + "what no agreement was worth to it in the end. Surplus is by how much an agreement beats that, 0 without "
      + "one; it rises as no agreement gets worse. Surplus at start is what the end is worth, carrots included, above "
      + "what no agreement was worth in the first \(Label.plain(unit)); below 0 the party has lost by "
      + "waiting. Scales of two parties cannot be compared."
  }
  func partiesCaption(quantileError: Double?) -> String {
    "Boxes from quartile to quartile, whiskers from the 5% to the 95% quantile, bar and figure at the "
      + "median, dot at the mean."
      + (quantileError.map { error in
        " Quantiles are off by at most \(Numerals.fixed((error * 10_000).rounded(.up) / 10_000, 4)) of utility."
      } ?? "")
  }
  let spaceCaption =
    "What outcomes are worth to both at the middle of every distribution; offers are those of the first run."
  func partyMeasure(_ name: String) -> String {
    switch name {
    case "cost": "utility lost"
    case "taken": "accepts more often"
    default: name.replacing("_", with: " ")
    }
  }
  let proposersCaption =
    "Whose text was agreed and where, as a share of all agreements, with 95% intervals."
  func ownOffers(_ content: ReportContent) -> String? { PlainWords(content).ownOffers }
  let mediator = "mediator"
  let forum = "forum"
  func durability(_ content: ReportContent) -> String? { PlainWords(content).durability }
  let homeNote = "Deals that the table had agreed and a party's factions did not let pass."
  func missedZones(_ content: ReportContent) -> String? { PlainWords(content).missedZones }
  func zone(exists: Bool) -> String {
    exists ? "a zone of agreement existed" : "no zone of agreement existed"
  }
  func talks(agreed: Bool) -> String { agreed ? "agreed" : "not agreed" }
  let causesNote = "Shares of the runs without agreement whose cause is known. \(CauseWords.definitions)"
  func tollsNote(rounds: Int, unit: String) -> String {
    "Added up over all \(Numerals.counted(rounds, unit)), whenever the talks end: what an agreement changes counts from the "
      + "\(unit) after it, and a breakdown stops nothing."
  }

  let storiesTitle = "Three runs, told"
  func storiesNote(_ runs: Int) -> String {
    "Of the first \(Numerals.counted(runs, "run")). Typical is, of those that end the most frequent way, the one whose last round is nearest the median of theirs. "
      + "How a run stands is its least gain: of all parties, the least of what the end is worth above what no agreement was worth in the first round. "
      + "The best run has the greatest, the worst the least; of several the first. A run that is two of these is told once."
  }
  func told(_ part: ToldRuns.Part, run: Int, _ ending: String, round: Int, unit: String) -> String {
    let name =
      switch part {
      case .typical: "A typical run"
      case .best: "The best"
      case .worst: "The worst"
      }
    return "\(name), run \(run) of the tables: \(ending.lowercased()), \(Label.plain(unit)) \(round + 1)"
  }
}
