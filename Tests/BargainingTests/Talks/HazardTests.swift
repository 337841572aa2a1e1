import Bargaining
import Foundation
import Testing

/// Hazards with terms, by closed forms within 4 standard errors.
struct HazardTests {
  static let runs = 5_000

  /// Talks that nobody can agree in. With a risk of 0.1 and a factor F a run is over after round 0
  /// with the probability 1 - 0.9^F.
  static func collapsed(_ collapse: String, talks: String = "", rest: String = "", a: String = "") throws
    -> Int
  {
    var pie = Pie(rounds: 1, a: #""reservation": 0.9\#(a)"#, b: #""reservation": 0.9\#(a)"#)
    pie.rest = Pie.mediated(
      #""facilitate": 0, "toward": {"a": {"trust": 0.2}, "b": {"trust": 0.8}}"#, rules: "alternating",
      #""talks": {"collapse": {"active": 0.1\#(collapse)}\#(talks)}\#(rest)"#)
    return try tally(pie.scenario(), runs) { record, _ in record.ending == .collapsed }
  }

  static func share(_ exponent: Double) -> Double { 1 - pow(0.9, exp(exponent)) }

  static let storm =
    #", "events": {"storm": {"rate": 1, "shock": 0.5, "effects": [{"on": "talks.progress", "add": 0}]}}"#

  @Test("each term multiplies the hazard by the exponential of its coefficient times its measure")
  func termMultipliesHazard() throws {
    // Nobody is shown anything better than no agreement: they are as far apart as can be.
    #expect(isNear(try Self.collapsed(#", "distance": 1.5"#), Self.share(1.5), of: Self.runs))
    #expect(isNear(try Self.collapsed(#", "distance": -1.5"#), Self.share(-1.5), of: Self.runs))
    // The mean trust is a half.
    #expect(isNear(try Self.collapsed(#", "trust": -3"#), Self.share(-1.5), of: Self.runs))
    #expect(isNear(try Self.collapsed(#", "shock": 2"#, rest: Self.storm), Self.share(1), of: Self.runs))
    #expect(isNear(try Self.collapsed(#", "shock": 2"#), 0.1, of: Self.runs), "nothing has happened")
    #expect(isNear(try Self.collapsed(#", "pain": 2"#, a: #", "cost_of_delay": 0.1"#), 0.1, of: Self.runs))
    let both = try Self.collapsed(#", "distance": 1, "trust": 1"#)
    #expect(isNear(both, Self.share(1.5), of: Self.runs))
  }

  @Test("pain counts the least of the costs so far and a shock halves with its half-life")
  func painShockLater() throws {
    // Suspended from the first round on; nothing breaks down before the last, which an event makes
    // risky. After four rounds the costs are 0.4 and 0.8, and the storm of round 0 is four rounds
    // old: two half-lives.
    func collapsed(_ term: String) throws -> Int {
      var pie = Pie(rounds: 5)
      pie.a = #""reservation": 0.9, "cost_of_delay": 0.1"#
      pie.b = #""reservation": 0.9, "cost_of_delay": 0.2"#
      pie.rest += """
        , "talks": {"start": "suspended", "shock_half_life": 2, "collapse": {"suspended": 0.1, \(term)}},
        "events": {"storm": {"rate": 1, "once": true, "effects": [{"on": "talks.collapse.suspended", "multiply": 0, "for": 4}]}}
        """
      return try tally(pie.scenario(), Self.runs) { record, _ in
        #expect(record.ending != .collapsed || record.round == 4)
        return record.ending == .collapsed
      }
    }
    #expect(isNear(try collapsed(#""pain": 2"#), Self.share(0.8), of: Self.runs))
    #expect(isNear(try collapsed(#""shock": 4"#), Self.share(1), of: Self.runs))
  }

  @Test("terms of resumption multiply its hazard")
  func termsResumption() throws {
    var pie = Pie(rounds: 1)
    pie.rest += #", "talks": {"start": "suspended", "resume": {"base": 0.5, "distance": -2}}"#
    let hits = try tally(pie.scenario(), Self.runs) { record, _ in record.resumptions == 1 }
    #expect(isNear(hits, 1 - exp(-0.5 * exp(-2)), of: Self.runs))
  }

  @Test("coefficients of 0 leave every run as it is")
  func coefficientsLeave() throws {
    let zeros = HazardTerms()
    for number in 0..<100 {
      var scenario = RandomScenario.withHazards(number, seed: 79)
      for terms in [scenario.talks.collapseTerms, scenario.talks.resumptionTerms] {
        for id in [terms.distance, terms.pain, terms.shock, terms.trust].compactMap({ $0 }) {
          scenario.parameters[id.index].distribution = .constant(0)
        }
      }
      var without = scenario
      without.talks.collapseTerms = zeros
      without.talks.resumptionTerms = zeros
      let (one, other) = try (
        play(scenario, run: UInt32(number), seed: 79), play(without, run: UInt32(number), seed: 79)
      )
      #expect(one.record == other.record && one.acts == other.acts, "scenario \(number)")
    }
  }

  /// Nobody goes further down than to its willingness, and no two levels meet, so that nothing but
  /// the distance differs. 20,000 runs, one-sided p < 0.001.
  @Test("closer parties collapse less often")
  func closerPartiesCollapse() throws {
    func collapsed(_ willingness: Double) throws -> Int {
      // Down to 0.1 + 0.9 (1 - willingness): at 0.5, to 0.55; the other has 0.45 of it, at 0.3,
      // 0.27.
      var pie = Pie(rounds: 20)
      pie.a = #""reservation": 0.1, "willingness": \#(willingness)"#
      pie.b = pie.a
      pie.rest += #", "talks": {"collapse": {"active": 0.02, "distance": 3}}"#
      return try tally(pie.scenario(), 20_000) { record, _ in
        #expect(!record.ending.isAgreement)
        return record.ending == .collapsed
      }
    }
    let (far, near) = (try collapsed(0.3), try collapsed(0.5))
    let (p, q, n) = (Double(far) / 20_000, Double(near) / 20_000, 20_000.0)
    let pooled = (p + q) / 2
    #expect((p - q) / (2 * pooled * (1 - pooled) / n).squareRoot() > 3.0902, "\(far), \(near)")
  }
}
