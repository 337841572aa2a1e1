import Bargaining
import Reports
import Simulation
import Tables

/// Five runs of a scenario, and all that is made of them: records, tables, report, telling,
/// solutions.
struct ScenarioTrial {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  func hold() throws(Wrong) {
    let endings = try checkRecords()
    let distribution: OutcomeDistribution
    do {
      distribution = try Ensemble(
        scenario, plan: SimulationPlan(runs: Judge.runs, seed: Judge.seed, threads: 1, zone: .every(1))
      ).run()
    } catch {
      throw Wrong("accepted, and cannot be simulated", "\(error)")
    }
    try require(distribution.runs == Judge.runs, "runs are missing", "\(distribution.runs)")
    try require(
      distribution.endings == endings, "a run ends otherwise the second time",
      "\(distribution.endings) and \(endings)")
    try TableRules(distribution).check()
    try checkTexts(distribution)
    try checkSolutions()
  }

  // MARK: Records

  /// Plays the runs one by one; returns how often they ended how.
  private func checkRecords() throws(Wrong) -> [Int] {
    let negotiations = try negotiations()
    var endings = Ending.allCases.map { _ in 0 }
    let bounds = scenario.alternatives.map { UtilityBounds($0) }
    for run in 0..<UInt32(Judge.runs) {
      let place = negotiations.place(of: run, seed: Judge.seed)
      let (negotiation, played) = (negotiations.members[place], scenario.alternatives[place])
      negotiation.run(run, seed: Judge.seed, lookingForZone: true)
      let record = negotiation.record
      endings[record.ending.rawValue] += 1
      try require(
        (0..<scenario.rounds).contains(record.round), "a run ends outside its rounds", "\(record.round)")
      for (issue, option) in zip(scenario.issues, record.options) {
        try require(Int(option) < issue.options.count, "an option that there is not", issue.name)
      }
      for party in scenario.parties.indices { try bounds[place].check(record, party: party) }
      for number in played.parameters.indices {
        let (value, range) = (negotiation.value(of: ParameterID(number)), played.parameters[number].range)
        try require(
          range.contains(value), "a number leaves its range", "\(played.parameters[number].path): \(value)")
      }
    }
    return endings
  }

  private func negotiations() throws(Wrong) -> NegotiationSet {
    do { return try NegotiationSet(scenario) } catch {
      throw Wrong("accepted, and cannot be negotiated", "\(error)")
    }
  }

  // MARK: What is shown

  /// Nothing that is shown to people may say that a number is none.
  private func checkTexts(_ distribution: OutcomeDistribution) throws(Wrong) {
    let names = Set(scenario.parameters.flatMap { words(of: $0.path) } + words(of: scenario.identifier))
    guard names.isDisjoint(with: ScenarioTrial.notNumbers) else { return }
    var shown: [(what: String, text: String)] = []
    for language in ["en", "ar"] {
      let content = ReportContent(distribution, language: language)
      shown.append(("summary", TextSummary(content).text))
      shown.append(("report", HTMLReport(content).html))
    }
    let traced = TracedRun(
      0, seed: Judge.seed, in: try negotiations().negotiation(of: 0, seed: Judge.seed))
    for language in [TellingLanguage.english, .arabic] {
      shown.append(("telling", Telling(traced, of: scenario, language: language).text))
    }
    for (what, text) in shown {
      let found = words(of: text).first(where: ScenarioTrial.notNumbers.contains)
      try require(found == nil, "the \(what) shows what is no number", "\(found ?? "")")
    }
  }

  private static let notNumbers: Set<Substring> = ["nan", "inf", "infinity"]

  private func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter }
  }

  // MARK: Solutions

  /// What `check` says: where little is to be enumerated, so that it does not take the time of the
  /// runs many times over.
  private func checkSolutions() throws(Wrong) {
    let counts = scenario.agenda.map { scenario.issues[$0].options.count }
    guard let outcomes = OutcomeSpace(optionCounts: counts)?.count, outcomes <= 20_000 else { return }
    let solutions: Solutions
    do {
      solutions = try Solutions(ZoneAtStart(middleOf: scenario))
    } catch {
      throw Wrong("accepted, and has no solutions", "\(error)")
    }
    let points = [
      solutions.nash, solutions.kalaiSmorodinsky, solutions.kalaiSmorodinskyFeasibleIdeal,
      solutions.egalitarian, solutions.utilitarian,
    ].compactMap { $0.value ?? nil }
    for point in points {
      try require(
        point.value.isFinite && point.utilities.allSatisfy(\.isFinite), "a solution that is not finite",
        "\(point)")
    }
    try require(solutions.thresholds.allSatisfy(\.isFinite), "a threshold that is not finite")
    let feasible = solutions.feasible.value
    try require(feasible.map { $0 <= outcomes } ?? true, "more feasible outcomes than outcomes")
    if let feasible, solutions.zone != .unknown {
      try require((feasible > 0) == (solutions.zone == .exists), "a zone without outcomes", "\(feasible)")
    }
    if let gap = solutions.leverageGap.value ?? nil {
      try require(
        gap.value.isFinite && gap.value >= 0 && gap.transfers.allSatisfy { $0.isFinite && $0 >= 0 },
        "a leverage gap that is none", "\(gap)")
    }
  }
}
