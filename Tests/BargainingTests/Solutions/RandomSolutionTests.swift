import Bargaining
import Randomness
import Testing

/// Solutions of random domains against the definitions written out (``SlowSolutions``):
/// interactions, red lines, ties, parties without a veto.
struct RandomSolutionTests {
  /// What one random domain is and what its solutions should be.
  struct Trial {
    let domain: AdditiveDomain
    let scenario: Scenario
    let slow: SlowSolutions

    init(_ dice: inout RandomStream, numeric: Bool = false) throws {
      // Small, since the definitions hold every outcome against every other.
      var domain = OutcomeSearchTests.domain(&dice)
      while domain.options.reduce(1, *) > 300 { domain = OutcomeSearchTests.domain(&dice) }
      let extra = Int(dice.below(3))
      let lengths = domain.options
      for _ in 0..<extra {
        domain.members.append(
          AdditiveDomain.Member(
            weights: lengths.map { _ in dice.uniform() },
            values: lengths.map { count in (0..<count).map { _ in dice.uniform() } }))
      }
      // From easy to satisfy to impossible.
      let level = dice.uniform()
      for index in domain.members.indices {
        domain.members[index].reservation = (level + dice.uniform()) / 2 * (dice.uniform() < 0.2 ? 1.3 : 1)
      }
      var scenario = domain.scenario()
      let hasBystander = domain.members.count > 2 && dice.uniform() < 0.3
      if hasBystander { scenario.parties[1].hasVeto = false }
      if numeric {
        for k in scenario.issues.indices where dice.uniform() < 0.5 {
          for option in scenario.issues[k].options.indices {
            scenario.issues[k].options[option].value = Double(option)
          }
        }
      }
      let negotiation = try Negotiation(scenario)
      negotiation.run(0, seed: 1)
      let space = try #require(OutcomeSpace(optionCounts: domain.options))
      self.domain = domain
      self.scenario = scenario
      slow = SlowSolutions(
        domain, voters: domain.members.indices.filter { !hasBystander || $0 != 1 }, negotiation: negotiation,
        space: space)
    }

    func solutions(_ ways: Solutions.Ways = .allowed) throws -> Solutions {
      try Solutions(ZoneAtStart(middleOf: scenario), lookingForObstacles: true, ways: ways)
    }
  }

  private func agree(
    _ found: Computed<SolutionPoint?>, _ expected: (options: [Int], value: Double)?, exactOutcome: Bool = true
  ) {
    guard let expected else {
      #expect(found == .exact(nil))
      return
    }
    guard let point = found.value ?? nil else {
      Issue.record("nothing found")
      return
    }
    #expect(abs(point.value - expected.value) <= 1e-12)
    if exactOutcome { #expect(point.outcome == expected.options) }
  }

  private func agreePoints(_ solutions: Solutions, _ slow: SlowSolutions, exactOutcomes: Bool) {
    let feasible = slow.feasible
    let ideals = slow.ideals(over: slow.admissible)
    let feasibleIdeals = slow.ideals(over: feasible)
    agree(
      solutions.nash, slow.best { slow.surpluses($0).reduce(1) { $0 * max(0, $1) } },
      exactOutcome: exactOutcomes)
    agree(solutions.utilitarian, slow.best { $0.utilities.reduce(0, +) }, exactOutcome: exactOutcomes)
    agree(solutions.egalitarian, slow.best { slow.surpluses($0).min() ?? 0 }, exactOutcome: exactOutcomes)
    agree(
      solutions.kalaiSmorodinsky, slow.best { slow.leastShare($0, of: ideals) },
      exactOutcome: exactOutcomes)
    agree(
      solutions.kalaiSmorodinskyFeasibleIdeal, slow.best { slow.leastShare($0, of: feasibleIdeals) },
      exactOutcome: exactOutcomes)
    #expect(solutions.zone == (feasible.isEmpty ? .none : .exists))
  }

  private func agreeGap(_ solutions: Solutions, _ slow: SlowSolutions, exactOutcome: Bool) throws {
    let gap = try #require(solutions.leverageGap.value)
    #expect((gap == nil) == (slow.cheapest == nil))
    if let gap, let cheapest = slow.cheapest {
      #expect(abs(gap.value - slow.shortfall(cheapest)) <= 1e-12)
      #expect(abs(gap.transfers.reduce(0, +) - gap.value) <= 1e-12)
      if exactOutcome { #expect(gap.outcome == cheapest.options) }
    }
  }

  @Test("enumeration agrees with the definitions and of equal outcomes takes the lowest rank")
  func enumerationAgreesDefinitions() throws {
    var dice = RandomStream(seed: 31, run: 0, stream: StreamID("solutions"))
    var (withZone, without) = (0, 0)
    for _ in 0..<150 {
      let trial = try Trial(&dice)
      let solutions = try trial.solutions()
      #expect(solutions.feasible == .exact(UInt64(trial.slow.feasible.count)))
      #expect(solutions.pareto == .exact(trial.slow.pareto))
      agreePoints(solutions, trial.slow, exactOutcomes: true)
      try agreeGap(solutions, trial.slow, exactOutcome: true)
      if solutions.zone == .exists { withZone += 1 } else { without += 1 }
    }
    #expect(withZone > 25 && without > 25)
  }

  @Test("the frontier alone gives the same values as the definitions")
  func frontierAloneGives() throws {
    var dice = RandomStream(seed: 32, run: 0, stream: StreamID("solutions"))
    for _ in 0..<100 {
      let trial = try Trial(&dice)
      let solutions = try trial.solutions(Solutions.Ways(enumerable: 0, usesFrontier: true))
      agreePoints(solutions, trial.slow, exactOutcomes: false)
      try agreeGap(solutions, trial.slow, exactOutcome: false)
    }
  }

  @Test("branch and bound gives the same gap and utilitarian value as the definitions")
  func branchBoundGives() throws {
    var dice = RandomStream(seed: 33, run: 0, stream: StreamID("solutions"))
    for _ in 0..<100 {
      let trial = try Trial(&dice)
      let solutions = try trial.solutions(Solutions.Ways(enumerable: 0, usesFrontier: false))
      agree(
        solutions.utilitarian, trial.slow.best { $0.utilities.reduce(0, +) }, exactOutcome: false)
      try agreeGap(solutions, trial.slow, exactOutcome: false)
      #expect(solutions.zone == (trial.slow.feasible.isEmpty ? .none : .exists))
      #expect(solutions.pareto.value == nil)
      if solutions.zone == .exists { #expect(solutions.nash.value == nil) }
    }
  }

  @Test(
    "the blocking issue is the one whose release lowers the gap most",
    arguments: [
      Solutions.Ways.allowed, Solutions.Ways(enumerable: 0, usesFrontier: true),
      Solutions.Ways(enumerable: 0, usesFrontier: false),
    ])
  func blockingIssueOne(ways: Solutions.Ways) throws {
    var dice = RandomStream(seed: 34, run: 0, stream: StreamID("solutions"))
    var seen = 0
    for _ in 0..<60 {
      let trial = try Trial(&dice)
      guard trial.slow.feasible.isEmpty, let cheapest = trial.slow.cheapest else { continue }
      let gap = trial.slow.shortfall(cheapest)
      let blocking = try #require(try trial.solutions(ways).blocking.value)
      for v in trial.slow.voters.indices {
        let left = trial.domain.options.indices.map { trial.slow.gap(contentOn: $0, voter: v) }
        let least = left.min() ?? gap
        let found = blocking.first { $0.party == trial.slow.voters[v] }
        if least < gap - 1e-9 {
          let found = try #require(found)
          #expect(abs(found.gapLeft - least) < 1e-9)
          #expect(abs(left[found.issue] - least) < 1e-9)
          seen += 1
        } else if least > gap - 1e-14 {
          #expect(found == nil)
        }
      }
    }
    #expect(seen > 20)
  }

  @Test(
    "the least relaxation of a red line opens the zone and no lesser one does",
    arguments: [
      Solutions.Ways.allowed, Solutions.Ways(enumerable: 0, usesFrontier: true),
      Solutions.Ways(enumerable: 0, usesFrontier: false),
    ])
  func leastRelaxationRed(ways: Solutions.Ways) throws {
    var dice = RandomStream(seed: 35, run: 0, stream: StreamID("solutions"))
    var (opened, numeric) = (0, 0)
    for _ in 0..<150 {
      let trial = try Trial(&dice, numeric: true)
      guard trial.slow.feasible.isEmpty else { continue }
      let relaxations = try #require(try trial.solutions(ways).relaxations.value)
      for v in trial.slow.voters.indices {
        for (line, condition) in trial.domain.members[trial.slow.voters[v]].redLines.enumerated() {
          let found = relaxations.first { $0.party == trial.slow.voters[v] && $0.redLine == line }
          let opens = trial.slow.opens(voter: v, line: line, as: nil)
          #expect((found != nil) == opens)
          guard let found else { continue }
          opened += 1
          let clause = try #require(condition.clauses.firstIndex { $0.issue == found.issue })
          let relaxed = Self.freeing(found.freed, clause, of: condition)
          #expect(trial.slow.opens(voter: v, line: line, as: relaxed))
          #expect(found.isGivenUp == relaxed.clauses[clause].options.isEmpty)
          if found.freed.count > 1 { numeric += 1 }
          // No fewer options do: every single option of a categorical issue, every shorter stretch
          // of a numeric one.
          for lesser in lesserReleases(than: found.freed.count, condition, trial) {
            let (other, freed) = lesser
            #expect(
              !trial.slow.opens(voter: v, line: line, as: Self.freeing(freed, other, of: condition)))
          }
        }
      }
    }
    #expect(opened > 8)
    #expect(numeric > 0)
  }

  private static func freeing(_ options: [Int], _ clause: Int, of condition: Condition) -> Condition {
    var relaxed = condition
    relaxed.clauses[clause].options = OptionSelection(
      (0..<255).filter { condition.clauses[clause].options.contains($0) && !options.contains($0) })
    return relaxed
  }

  /// All releases of fewer options: stretches that begin beside a free option on numeric issues.
  private func lesserReleases(than count: Int, _ condition: Condition, _ trial: Trial) -> [(Int, [Int])] {
    guard count > 1 else { return [] }
    return condition.clauses.enumerated().flatMap { index, clause -> [(Int, [Int])] in
      let issue = trial.scenario.issues[clause.issue]
      let named = issue.options.indices.filter { clause.options.contains($0) }
      guard issue.isNumeric else { return named.map { (index, [$0]) } }
      return (1..<count).flatMap { length in
        named.flatMap { start -> [(Int, [Int])] in
          let stretch = Array(start..<start + length)
          let end = start + length
          let touches =
            start > 0 && !named.contains(start - 1) || end < issue.options.count && !named.contains(end)
          return touches && stretch.allSatisfy(named.contains) ? [(index, stretch)] : []
        }
      }
    }
  }
}
