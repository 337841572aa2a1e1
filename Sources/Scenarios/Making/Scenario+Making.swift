import Bargaining
import Randomness
import Tables

/// Scenarios made in code, with the defaults and the paths of the file format.
///
/// ```swift
/// var pie = try Scenario("pie", rounds: 20, issues: [Issue("share", from: 0, through: 100)])
/// try pie.addParty("first", stakes: ["share": .increasing], reservation: 0.3)
/// try pie.addParty("second", stakes: ["share": .decreasing], reservation: 0.4)
/// ```
///
/// What comes out is what a file with the same content comes to: the same numbers at the same
/// paths, the same draws, the same outcomes. Whatever else there is, is added to the parts of the
/// scenario, which are plain values.
extension Scenario {
  /// Talks about some issues, without parties yet: active from the first round, never suspended or
  /// broken off, in one forum `main` of alternating offers.
  ///
  /// - Parameters:
  ///   - identifier: what results call the scenario.
  ///   - rounds: 1 to 1,000,000.
  ///   - issues: 1 to 32, with different names and 2 to 255 options each.
  /// - Throws: ``ScenarioEditFault``.
  public init(_ identifier: String, rounds: Int, issues: [Issue]) throws(ScenarioEditFault) {
    try Scenario.check(rounds, of: "rounds", in: ScenarioDecoder.rounds)
    try Scenario.check(issues.count, of: "issues", in: 1...32)
    for (index, issue) in issues.enumerated() {
      try Scenario.check(name: issue.name, among: issues[..<index].map(\.name))
      try Scenario.check(issue.options.count, of: "options of \(Quoting.quoted(issue.name))", in: 2...255)
    }
    // Defaults are filled in below, where their numbers are.
    let none = ParameterID(0)
    self.init(
      identifier: identifier, name: LocalizedText(identifier), rounds: rounds, issues: issues, parties: [],
      mediation: Mediation(noise: none, incoherence: none),
      forums: [Forum(name: "main", members: [], mediators: [], rules: .alternating)],
      talks: Talks(
        startSuspended: false, resume: Talks.Resumption(base: none, mediation: none, pain: none),
        suspendAfter: nil, progress: none, collapseWhileActive: none, collapseWhileSuspended: none),
      parameters: [])
    mediation.noise = addDefault("mediation.noise", 0.2, in: 0...10)
    mediation.incoherence = addDefault("mediation.incoherence", 0, in: 0...1)
    talks.progress = addDefault("talks.progress", 0, in: 0...10)
    talks.resume.base = addDefault("talks.resume.base", 0, in: 0...1_000)
    talks.resume.mediation = addDefault("talks.resume.mediation", 0, in: 0...1_000)
    talks.resume.pain = addDefault("talks.resume.pain", 0, in: 0...1_000)
    talks.collapseWhileActive = addDefault("talks.collapse.active", 0, in: 0...1)
    talks.collapseWhileSuspended = addDefault("talks.collapse.suspended", 0, in: 0...1)
    talks.collapseTerms = addTerms("talks.collapse")
    talks.collapseTerms.pain = addDefault("talks.collapse.pain", 0, in: HazardTerms.coefficients)
    talks.resumptionTerms = addTerms("talks.resume")
    talks.shockHalfLife = addDefault("talks.shock_half_life", Talks.standardHalfLife, in: 0.001...1_000_000)
  }

  private mutating func addTerms(_ path: String) -> HazardTerms {
    HazardTerms(
      distance: addDefault("\(path).distance", 0, in: HazardTerms.coefficients),
      shock: addDefault("\(path).shock", 0, in: HazardTerms.coefficients),
      trust: addDefault("\(path).trust", 0, in: HazardTerms.coefficients))
  }

  /// Adds a party, at the end of the table of the forum `main` if there is one.
  ///
  /// - Parameters:
  ///   - name: one that no party has yet: lower-case letters, digits, `_` and `-`.
  ///   - stakes: what every issue is to it.
  ///   - reservation: what no agreement is worth to it, in utility; within -10…10.
  ///   - beta: how it concedes over time: below 1 late, 1 evenly, above 1 early; within
  ///     0.001…1000. Another ``Tactic`` can be set afterwards.
  ///   - costOfDelay: how much its reservation falls per round, in 0…1.
  ///   - discount: what a round's delay leaves of a utility, in (0, 1].
  ///   - willingness: how far it would concede at most: 1 down to its reservation, 0 not at all.
  /// - Throws: ``ScenarioEditFault``. The scenario is then as it was.
  public mutating func addParty(
    _ name: String, stakes: KeyValuePairs<String, Stake>, reservation: Distribution,
    beta: Distribution = 1, costOfDelay: Distribution = 0, discount: Distribution = 1,
    willingness: Distribution = 1
  ) throws(ScenarioEditFault) {
    var scenario = self
    try Scenario.check(name: name, among: parties.map(\.name))
    try Scenario.check(parties.count + 1, of: "parties", in: 0...16)
    let path = "parties.\(name)"
    let party = Party(
      name: name, preferences: try scenario.preferences(stakes, of: path),
      reservation: try scenario.add("\(path).reservation", reservation, in: -10...10),
      costOfDelay: try scenario.add("\(path).cost_of_delay", costOfDelay, in: 0...1),
      discount: try scenario.add("\(path).discount", discount, in: 0.000001...1),
      tactic: .time(
        TimeTactic(
          curve: .polynomial, beta: try scenario.add("\(path).tactic.time.beta", beta, in: 0.001...1_000),
          start: scenario.addDefault("\(path).tactic.time.start", 0, in: 0...1),
          tolerance: scenario.addDefault("\(path).tactic.time.tolerance", 0, in: 0...1))),
      willingness: try scenario.add("\(path).willingness", willingness, in: 0...1),
      offer: .lowest, acceptance: .next)
    scenario.parties.append(party)
    if let main = scenario.forums.firstIndex(where: { $0.name == "main" }) {
      scenario.forums[main].members.append(scenario.parties.count - 1)
    }
    self = scenario
  }

  private mutating func preferences(
    _ stakes: KeyValuePairs<String, Stake>, of party: String
  ) throws(ScenarioEditFault) -> Preferences {
    var wanted = [IssuePreference?](repeating: nil, count: issues.count)
    var canBeZero = true
    for (name, stake) in stakes {
      guard let issue = issues.firstIndex(where: { $0.name == name }) else {
        throw .unknown(name, hint: Suggestion.hint(for: name, among: issues.map(\.name)).description)
      }
      let path = "\(party).preferences.\(name)"
      let weight = try add("\(path).weight", stake.weight, in: 0...ScenarioDecoder.largestWeight)
      wanted[issue] = IssuePreference(
        weight: weight, valuation: try valuation(stake.worth, of: issues[issue], at: path))
      if !stake.weight.canBeZero { canBeZero = false }
    }
    for (issue, preference) in zip(issues, wanted) where preference == nil {
      throw .missing(party, issue.name)
    }
    if canBeZero { throw .noWeight(party) }
    return Preferences(issues: wanted)
  }

  private mutating func valuation(
    _ worth: Stake.Worth, of issue: Issue, at path: String
  ) throws(ScenarioEditFault) -> Valuation {
    if case .options(let values) = worth {
      if let other = values.keys.filter({ key in !issue.options.contains { $0.name == key } }).min() {
        throw .unknown(
          "\(path).values.\(other)",
          hint: Suggestion.hint(for: other, among: issue.options.map(\.name)).description)
      }
      var listed: [ParameterID] = []
      for option in issue.options {
        guard let value = values[option.name] else { throw .missing(path, option.name) }
        listed.append(try add("\(path).values.\(option.name)", value, in: 0...1))
      }
      return .listed(listed)
    }
    let numbers = issue.options.compactMap(\.value)
    guard numbers.count == issue.options.count, let least = numbers.min(), let most = numbers.max() else {
      throw .notNumeric(path)
    }
    switch worth {
    case .increasing: return .increasing
    case .decreasing: return .decreasing
    case .peak(let peak): return .peak(try add("\(path).shape.peak", peak, in: least...most))
    case .threshold(let bound):
      return .threshold(try add("\(path).shape.threshold", bound, in: least...most))
    case .options: return .listed([])
    }
  }

  private static func check(
    _ count: Int, of what: String, in allowed: ClosedRange<Int>
  ) throws(ScenarioEditFault) {
    if !allowed.contains(count) { throw .count(of: what, count, allowed: allowed) }
  }

  private static func check(name: String, among taken: [String]) throws(ScenarioEditFault) {
    if !ScenarioDecoder.isName(name) || name.utf8.count > ScenarioDecoder.longestName {
      throw .notAName(name)
    }
    if taken.contains(name) { throw .taken(name) }
  }
}
