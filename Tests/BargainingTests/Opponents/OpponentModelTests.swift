import Bargaining
import Foundation
import Randomness
import Testing

/// How well parties' preferences are learnt from their offers, on random domains whose preferences
/// are known.
struct OpponentModelTests {
  /// A party with random additive preferences over four issues of five options, and what it offers
  /// when it comes down in equal steps.
  struct Subject {
    var issues: [Bargaining.Issue]
    var weights: [Double]
    var values: [[Double]]
    var offers: [[Int]]

    func utility(_ outcome: [Int]) -> Double {
      outcome.indices.reduce(0) { $0 + weights[$1] * values[$1][outcome[$1]] }
    }
  }

  static let checkpoints = [1, 5, 15, 40]
  static let rounds = 60

  /// - Parameter shaped: whether values rise, fall, or rise to a peak and fall along the options;
  ///   else each option's is drawn by itself.
  static func subject(_ number: Int, seed: UInt64, shaped: Bool) throws -> Subject {
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("subject"))
    let options = [5, 5, 5, 5]
    let raw = options.map { _ in 0.05 + dice.uniform() }
    let weights = raw.map { $0 / raw.reduce(0, +) }
    let values = options.map { count in
      guard shaped else {
        let row = (0..<count).map { _ in dice.uniform() }
        let (low, high) = (row.min() ?? 0, row.max() ?? 1)
        return row.map { ($0 - low) / (high - low) }
      }
      let peak = Double(dice.below(5)) / 4
      return (0..<count).map { option in
        let place = Double(option) / 4
        return place <= peak ? (peak == 0 ? 1 : place / peak) : (1 - place) / (1 - peak)
      }
    }
    let members = [
      AdditiveDomain.Member(weights: weights, values: values, reservation: 0.3),
      AdditiveDomain.Member(weights: weights, values: values, reservation: 2),
    ]
    let scenario = AdditiveDomain(options: options, rounds: Self.rounds, members: members).scenario()
    let acts = try play(scenario).acts
    // Only numbers have an order along which values could rise and fall.
    let issues = scenario.issues.map { issue in
      var issue = issue
      for o in issue.options.indices where shaped { issue.options[o].value = Double(o) }
      return issue
    }
    return Subject(
      issues: issues, weights: weights, values: values,
      offers: acts.filter { $0.kind == .offer && $0.actor == .party(0) }.map(\.options))
  }

  struct Errors {
    /// 1 less the correlation of estimated and true utilities over all outcomes.
    var disagreement = 0.0
    var weights = 0.0
    var values = 0.0
  }

  /// Mean errors at the checkpoints.
  static func errors(_ model: OpponentModel, domains: Int, seed: UInt64, shaped: Bool) throws -> [Errors] {
    var sums = checkpoints.map { _ in Errors() }
    for number in 0..<domains {
      let subject = try subject(number, seed: seed, shaped: shaped)
      let estimate = try #require(PreferenceEstimate(model, issues: subject.issues))
      for (index, offer) in subject.offers.enumerated() {
        estimate.observe(offer, time: Double(index + 1) / Double(rounds + 1))
        guard let place = checkpoints.firstIndex(of: index + 1) else { continue }
        let one = errors(of: estimate.worths, subject)
        sums[place].disagreement += one.disagreement / Double(domains)
        sums[place].weights += one.weights / Double(domains)
        sums[place].values += one.values / Double(domains)
      }
    }
    return sums
  }

  private static func errors(of worths: [[Double]], _ subject: Subject) -> Errors {
    // As far as an additive estimate has weights, they are what each issue's best option brings.
    let tops = worths.map { $0.max() ?? 0 }
    let total = tops.reduce(0, +)
    var errors = Errors()
    for k in tops.indices {
      errors.weights += pow(tops[k] / total - subject.weights[k], 2) / Double(tops.count)
      for option in worths[k].indices {
        let value = worths[k][option] / tops[k]
        errors.values += pow(value - subject.values[k][option], 2) / Double(tops.count * worths[k].count)
      }
    }
    errors.weights = errors.weights.squareRoot()
    errors.values = errors.values.squareRoot()
    let outcomes = OtherTacticsTests.outcomes(worths.map(\.count))
    let pairs = outcomes.map { outcome in
      (outcome.indices.reduce(0) { $0 + worths[$1][outcome[$1]] }, subject.utility(outcome))
    }
    let count = Double(pairs.count)
    let means = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    var (both, first, second) = (0.0, 0.0, 0.0)
    for pair in pairs {
      both += (pair.0 - means.0) * (pair.1 - means.1)
      first += pow(pair.0 - means.0, 2)
      second += pow(pair.1 - means.1, 2)
    }
    errors.disagreement = 1 - both / (first * second).squareRoot()
    return errors
  }

  @Test(
    "the error falls with the number of offers seen",
    arguments: [
      (OpponentModel.frequency, true), (.frequency, false), (.bayesian, true), (.bayesian, false),
    ])
  func errorFallsNumber(model: OpponentModel, shaped: Bool) throws {
    let seed: UInt64 = 2_008
    let errors = try Self.errors(model, domains: 150, seed: seed, shaped: shaped)
    #expect(errors.count == 4)
    for (earlier, later) in zip(errors, errors.dropFirst()) {
      #expect(later.disagreement < earlier.disagreement, "\(errors.map(\.disagreement))")
    }
    // The parts that the utilities are made of are better known at the end than at the beginning.
    #expect(errors[3].weights < errors[0].weights, "\(errors.map(\.weights))")
    #expect(errors[3].values < errors[0].values, "\(errors.map(\.values))")
  }

  @Test("the Bayesian model knows shaped preferences almost exactly in the end")
  func bayesianModelKnows() throws {
    let errors = try Self.errors(.bayesian, domains: 100, seed: 2_008, shaped: true)
    #expect(errors[3].disagreement < 0.05, "\(errors.map(\.disagreement))")
  }

  @Test("every update of the Bayesian model is the one of its formulas")
  func updateBayesianModel() throws {
    let seed: UInt64 = 31
    for number in 0..<60 {
      var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("updates"))
      let issues = (0..<(1 + Int(dice.below(4)))).map { k in
        let isNumeric = dice.uniform() < 0.5
        return Bargaining.Issue(
          name: "i\(k)",
          options: (0..<(2 + Int(dice.below(13)))).map { option in
            IssueOption(name: "o\(option)", value: isNumeric ? Double(option * option) - 3 : nil)
          }, statusQuo: 0, isOnAgenda: k == 0 || dice.uniform() < 0.8)
      }
      let estimate = try #require(PreferenceEstimate(.bayesian, issues: issues))
      var slow = SlowBelief(issues: issues)
      #expect(estimate.worths.map(\.count) == issues.map(\.options.count))
      #expect(slow.worths.map(\.count) == issues.map(\.options.count))
      for step in 0..<30 {
        for (ours, theirs) in zip(estimate.worths.joined(), slow.worths.joined()) {
          #expect(abs(ours - theirs) < 1e-12, "case \(number), after \(step) offers")
        }
        // Some offers come twice in a row.
        let offer =
          step % 5 == 4
          ? slow.last ?? issues.map { _ in 0 } : issues.map { Int(dice.below(UInt64($0.options.count))) }
        let time = Double(step + 1) / 31
        estimate.observe(offer, time: time)
        slow.observe(offer, time: time)
      }
    }
  }

  @Test("the frequency model counts as its formula says")
  func frequencyModelCounts() throws {
    let issues = [3, 2].enumerated().map { k, count in
      Bargaining.Issue(name: "i\(k)", options: (0..<count).map { IssueOption(name: "o\($0)") })
    }
    let estimate = try #require(PreferenceEstimate(.frequency, issues: issues))
    #expect(estimate.worths == [[0, 0, 0], [0, 0]])
    for offer in [[0, 1], [0, 1], [2, 1], [1, 0]] { estimate.observe(offer, time: 0.5) }
    // Shares of the favourites 2/4 and 3/4, so weights 0.4 and 0.6; values 1, 1/2, 1/2 and 1/3, 1.
    let expected = [[0.4, 0.2, 0.2], [0.2, 0.6]]
    #expect(estimate.worths.map(\.count) == [3, 2])
    for (ours, theirs) in zip(estimate.worths.joined(), expected.joined()) {
      #expect(abs(ours - theirs) < 1e-12)
    }
    #expect(abs(estimate.utility(of: [1, 0]) - 0.4) < 1e-12)
    // What is no outcome is passed over.
    estimate.observe([3, 0], time: 0.5)
    estimate.observe([0], time: 0.5)
    #expect(abs(estimate.utility(of: [1, 0]) - 0.4) < 1e-12)
  }

  // Each model with parties that are as it supposes: such as stand by what they care about, or come
  // down in equal steps, far.
  @Test(
    "a mediator learns from confided offers what each side cares about",
    arguments: [("frequency", 0.88), ("bayesian", 0.2)])
  func mediatorLearnsConfided(estimates: String, reservation: Double) throws {
    // a gives way on y first, b on x: after some rounds a mediator who is told nothing tables what
    // gives each its own.
    let text = """
      {"rounds": 12, "issues": {"x": {"range": {"from": 0, "to": 6, "step": 1}}, "y": {"range": {"from": 0, "to": 6, "step": 1}}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 0.9, "shape": "increasing"}, "y": {"weight": 0.1, "shape": "increasing"}},
               "reservation": \(reservation), "tactic": {"time": {"beta": 1}}, "acceptance": {"constant": 2}},
         "b": {"preferences": {"x": {"weight": 0.1, "shape": "decreasing"}, "y": {"weight": 0.9, "shape": "decreasing"}},
               "reservation": \(reservation), "tactic": {"time": {"beta": 1}}, "acceptance": {"constant": 2}}},
       "mediators": {"m": {"formulate": 1, "estimates": "\(estimates)"}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}}}
      """
    let scenario = try read(text)
    #expect(scenario.mediators[0].estimates == OpponentModel(rawValue: estimates))
    let texts = try play(scenario).acts.filter { $0.kind == .text }.map(\.options)
    // It changes its mind, and no text comes twice.
    #expect(texts.count > 1 && Set(texts).count == texts.count, "\(texts)")
    #expect(texts.last == [6, 0], "\(texts)")
    // It is not told anything, so noise has no say.
    let loud = try read(
      text.replacingOccurrences(of: #""rounds": 12"#, with: #""rounds": 12, "mediation": {"noise": 9}"#))
    #expect(try play(loud).acts.filter { $0.kind == .text }.map(\.options) == texts)
  }
}
