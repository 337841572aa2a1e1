import Bargaining
import Foundation
import Randomness

/// How talks break down and resume, from the words of ``HazardTerms``: every probability is worked
/// out, and its draw says what must happen.
extension SlowTalks {
  /// Whether the talks break down now; if so, what the run leaves behind is compared.
  mutating func collapses(while probability: ParameterID, _ stream: String) throws -> Bool {
    let q = world.number(probability)
    let hazard = q < 1 ? -Foundation.log(1 - q) : Double.infinity
    guard q > 0, draw(stream) < 1 - Foundation.exp(-hazard * factor(scenario.talks.collapseTerms)) else {
      return false
    }
    let unmoved = drawn[probability.index]
    let plain = unmoved < 1 ? -Foundation.log(1 - unmoved) : Double.infinity
    wasTipped =
      draw(stream) >= 1 - Foundation.exp(-plain * factor(scenario.talks.collapseTerms, isUnmoved: true))
    if isSuspended, stream != "talks.collapse" {
      counts.suspended += 1
      bear(.suspended)
    }
    try finish(.collapsed)
    return true
  }

  /// Whether suspended talks are active again in this round.
  mutating func resumes() throws -> Bool {
    let resume = scenario.talks.resume
    let hazard =
      world.number(resume.base) + world.number(resume.mediation) * effort
      + world.number(resume.pain) * (parties.map(\.delay).min() ?? 0)
    let factor = factor(scenario.talks.resumptionTerms)
    guard draw("talks.resume") < 1 - Foundation.exp(-hazard * factor) else {
      counts.suspended += 1
      return false
    }
    try expect(.resume, .talks)
    isSuspended = false
    stalled = 0
    counts.back = counts.back ?? (round, counts.suspended)
    counts.resumptions += 1
    return true
  }

  /// - Parameter isUnmoved: as if no event had touched it.
  private func factor(_ terms: HazardTerms, isUnmoved: Bool = false) -> Double {
    let measures = [
      (terms.distance, distance), (terms.pain, min(1, parties.map(\.delay).min() ?? 0)),
      (terms.shock, isUnmoved ? 0 : shock), (terms.trust, trust),
    ]
    return Foundation.exp(
      measures.reduce(0) { sum, term in
        sum + (term.0.map { isUnmoved ? drawn[$0.index] : world.number($0) } ?? 0) * term.1
      })
  }

  /// 1 less the least share of what a party with a veto asks for that it was shown.
  private var distance: Double {
    let shares = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }.map { i in
      let got = parties[i].bestSeen - parties[i].threshold
      let asked = parties[i].asked - parties[i].threshold
      return got <= SlowParty.tolerance ? 0 : got < asked ? got / asked : 1
    }
    return 1 - (shares.min() ?? 1)
  }

  /// Every event that has happened, halved so often since.
  private var shock: Double {
    let halfLife = scenario.talks.shockHalfLife.map { world.number($0) } ?? 7
    return happened.map { event, when in
      let size = scenario.events[event].shock.map { world.number($0) } ?? 1
      return size * Foundation.pow(0.5, Double(round - when) / halfLife)
    }.max() ?? 0
  }

  private var trust: Double {
    var trusts: [Double] = []
    for (m, mediator) in scenario.mediators.enumerated() {
      for i in scenario.parties.indices {
        let meets = scenario.forums.contains { $0.mediators.contains(m) && $0.members.contains(i) }
        if meets { trusts.append(world.number(mediator.toward[i].trust)) }
      }
    }
    return trusts.isEmpty ? 0 : trusts.reduce(0, +) / Double(trusts.count)
  }
}
