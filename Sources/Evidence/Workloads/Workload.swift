import Bargaining
import Randomness

/// A built-in scenario whose only purpose is to be timed: additive preferences and tactics drawn
/// anew for every run.
///
/// Weights and values of all parties are uniform in [0, 1], nobody has a reservation above 0,
/// offers are `lowest`, acceptance is `next`, and the parties take turns in one forum.
package struct Workload: Sendable, Equatable {
  /// How all parties bargain.
  package enum Style: Sendable, Equatable {
    /// By time, beta uniform in [0.1, 0.5].
    case boulware
    case micro
  }

  package let name: String
  package var style = Style.boulware
  package let parties: Int
  package let issues: Int
  /// Options of each issue.
  package let options: Int
  package let rounds: Int

  package init(
    name: String, style: Style = .boulware, parties: Int, issues: Int, options: Int, rounds: Int
  ) {
    self.name = name
    self.style = style
    self.parties = parties
    self.issues = issues
    self.options = options
    self.rounds = rounds
  }

  /// The workloads in the order of the documentation.
  package static let all = [
    Workload(name: "boulware-4096", parties: 2, issues: 6, options: 4, rounds: 100),
    Workload(name: "boulware-4096-long", parties: 2, issues: 6, options: 4, rounds: 1_000),
    Workload(name: "boulware-million", parties: 2, issues: 10, options: 4, rounds: 100),
    Workload(name: "boulware-trillion", parties: 2, issues: 20, options: 4, rounds: 100),
    Workload(name: "three-party-4096", parties: 3, issues: 6, options: 4, rounds: 100),
    Workload(name: "micro-4096", style: .micro, parties: 2, issues: 6, options: 4, rounds: 100),
  ]

  /// What it is, in a few words.
  package var summary: String {
    "\(parties) parties, \(issues) issues of \(options) options, \(rounds) rounds"
  }

  /// The scenario that is simulated.
  package var scenario: Scenario {
    var numbers = ParameterList()
    let issueList = (0..<issues).map { k in
      Issue(name: "i\(k)", options: (0..<options).map { IssueOption(name: "o\($0)") })
    }
    let partyList = (0..<parties).map { party("p\($0)", &numbers) }
    let zero = numbers.add("talks.zero", 0)
    return Scenario(
      identifier: name, name: LocalizedText(name), rounds: rounds, issues: issueList, parties: partyList,
      mediation: Mediation(noise: zero, incoherence: zero),
      forums: [Forum(name: "main", members: Array(0..<parties), mediators: [], rules: .alternating)],
      talks: Talks(
        startSuspended: false, resume: Talks.Resumption(base: zero, mediation: zero, pain: zero),
        suspendAfter: nil, progress: zero, collapseWhileActive: zero, collapseWhileSuspended: zero),
      parameters: numbers.parameters)
  }

  private func party(_ name: String, _ numbers: inout ParameterList) -> Party {
    let path = "parties.\(name)"
    let anything = Distribution.uniform(low: 0, high: 1)
    let preferences = (0..<issues).map { k in
      IssuePreference(
        weight: numbers.add("\(path).preferences.i\(k).weight", anything),
        valuation: .listed(
          (0..<options).map { numbers.add("\(path).preferences.i\(k).values.o\($0)", anything) }))
    }
    return Party(
      name: name, preferences: Preferences(issues: preferences),
      reservation: numbers.add("\(path).reservation", 0),
      costOfDelay: numbers.add("\(path).cost_of_delay", 0), discount: numbers.add("\(path).discount", 1),
      tactic: tactic("\(path).tactic", &numbers), willingness: numbers.add("\(path).willingness", 1),
      offer: .lowest, acceptance: .next)
  }

  private func tactic(_ path: String, _ numbers: inout ParameterList) -> Tactic {
    switch style {
    case .micro: .micro
    case .boulware:
      .time(
        TimeTactic(
          curve: .polynomial, beta: numbers.add("\(path).time.beta", .uniform(low: 0.1, high: 0.5)),
          start: numbers.add("\(path).time.start", 0), tolerance: numbers.add("\(path).time.tolerance", 0)))
    }
  }
}
