import Bargaining
import Randomness

/// A domain of additive preferences with certain numbers, for tests: parties `p0`, `p1`, … over
/// issues `i0`, `i1`, ….
struct AdditiveDomain {
  struct Member {
    var weights: [Double]
    var values: [[Double]]
    var reservation = 0.0
    var beta = 1.0
    var tolerance = 0.0
    var interactions: [(Condition, Double)] = []
    var redLines: [Condition] = []
    var offer = OfferRule.lowest
    var willingness = 1.0
    var costOfDelay = 0.0
    var isMicro = false
  }

  var options: [Int]
  var rounds: Int
  var members: [Member]
  var acceptance = "next"

  /// The scenario: one alternating forum, everybody in it, nothing random.
  func scenario() -> Scenario {
    var list = ParameterList()
    let parties = members.enumerated().map { index, member in
      party(member, name: "p\(index)", in: &list)
    }
    let zero = list.add("zero", 0)
    return Scenario(
      identifier: "domain", name: LocalizedText("domain"), rounds: rounds,
      issues: options.enumerated().map { k, count in
        Issue(name: "i\(k)", options: (0..<count).map { IssueOption(name: "o\($0)") })
      },
      parties: parties, mediation: Mediation(noise: zero, incoherence: zero),
      forums: [
        Forum(name: "main", members: Array(members.indices), mediators: [], rules: .alternating)
      ],
      talks: Talks(
        startSuspended: false, resume: Talks.Resumption(base: zero, mediation: zero, pain: zero),
        suspendAfter: nil, progress: zero, collapseWhileActive: zero, collapseWhileSuspended: zero),
      parameters: list.parameters)
  }

  private func party(_ member: Member, name: String, in list: inout ParameterList) -> Party {
    let issues = member.weights.indices.map { k in
      IssuePreference(
        weight: list.add("\(name).\(k).weight", member.weights[k]),
        valuation: .listed(
          member.values[k].enumerated().map { list.add("\(name).\(k).\($0.offset)", $0.element) }))
    }
    let interactions = member.interactions.enumerated().map { index, pair in
      Interaction(condition: pair.0, bonus: list.add("\(name).interactions.\(index)", pair.1))
    }
    return Party(
      name: name,
      preferences: Preferences(
        issues: issues, interactions: interactions, redLines: member.redLines),
      reservation: list.add("\(name).reservation", member.reservation),
      costOfDelay: list.add("\(name).cost_of_delay", member.costOfDelay),
      discount: list.add("\(name).discount", 1),
      tactic: member.isMicro
        ? .micro
        : .time(
          TimeTactic(
            curve: .polynomial, beta: list.add("\(name).beta", member.beta),
            start: list.add("\(name).start", 0), tolerance: list.add("\(name).tolerance", member.tolerance))),
      willingness: list.add("\(name).willingness", member.willingness),
      offer: member.offer, acceptance: acceptance == "next" ? .next : .aspiration)
  }
}
