import Bargaining
import Randomness

/// Which of several outcomes worth the same a party offers, from the words of ``TieRule``: one
/// criterion after the other, each leaving those that meet it best.
struct SlowTies {
  let scenario: Scenario
  let seed: UInt64
  let run: UInt32
  let round: Int

  /// - Parameters:
  ///   - ties: the outcomes that are worth the same.
  ///   - party: who offers.
  ///   - forum: where.
  ///   - own: its own last offer there.
  ///   - others: the last offers that it sees of others there.
  ///   - estimate: what options seem to bring the others, in 2^-20.
  func choose(
    of ties: [[Int]], party: Int, forum: Int, own: [Int]?, others: [[Int]], estimate: () -> [[Int]]
  ) -> [Int] {
    var rest = ties
    func keepGreatest(_ value: ([Int]) -> Int) {
      let values = rest.map(value)
      rest = zip(rest, values).filter { $1 == values.max() }.map(\.0)
    }
    func keepNearest() {
      if let own { keepGreatest { likeness($0, own) } }
      keepGreatest { outcome in others.reduce(0) { $0 + likeness(outcome, $1) } }
    }
    switch scenario.parties[party].ties {
    case .nearest: keepNearest()
    case .bestForOthers:
      let worths = estimate()
      keepGreatest { outcome in outcome.indices.reduce(0) { $0 + worths[$1][outcome[$1]] } }
      keepNearest()
    case .first:
      for k in scenario.issues.indices { keepGreatest { -$0[k] } }
    case .random: break
    }
    let draws = rest.map { draw(of: $0, party, forum) }
    return zip(rest, draws).min { $0.1 < $1.1 }?.0 ?? []
  }

  /// Names and the round alone decide.
  private func draw(of outcome: [Int], _ party: Int, _ forum: Int) -> UInt64 {
    let path = "parties.\(scenario.parties[party].name).ties.forums.\(scenario.forums[forum].name)"
    let word = RandomStream.uniform(seed: seed, run: run, stream: StreamID(path), at: UInt32(round))
    let words = outcome.indices.map { k in
      let issue = scenario.issues[k]
      let name = StreamID("issues.\(issue.name).\(issue.options[outcome[k]].name)")
      return StreamID.mix(word.bitPattern ^ name.value)
    }
    return StreamID.mix(words.reduce(0, &+))
  }

  private func likeness(_ a: [Int], _ b: [Int]) -> Int {
    a.indices.reduce(0) { $0 + SlowTies.likeness(a[$1], b[$1], on: scenario.issues[$1]) }
  }

  /// In 2^-20: 1 less the distance as a share of the range; of categories, whether they are the
  /// same.
  static func likeness(_ a: Int, _ b: Int, on issue: Issue) -> Int {
    guard issue.isNumeric else { return a == b ? 1 << 20 : 0 }
    let values = issue.options.map { $0.value ?? 0 }
    let range = (values.max() ?? 0) - (values.min() ?? 0)
    return Int(((1 - abs(values[a] - values[b]) / range) * 0x1p20).rounded())
  }
}

extension SlowTalks {
  /// What a party offers in a forum; `nil` for nothing.
  func offer(of i: Int, in f: Int) -> (outcome: [Int], utility: Double)? {
    guard let ties = parties[i].ties(scenario.parties[i], world) else { return nil }
    return choose(ties, by: i, in: f)
  }

  func choose(_ ties: [(outcome: [Int], utility: Double)], by i: Int, in f: Int) -> (
    outcome: [Int], utility: Double
  )? {
    let forum = scenario.forums[f]
    let others = forum.rules == .shuttle ? [] : forum.members.filter { $0 != i }
    let rule = SlowTies(scenario: scenario, seed: seed, run: UInt32(record.run), round: round)
    let outcome = rule.choose(
      of: ties.map(\.outcome), party: i, forum: f, own: forums[f].offers[i],
      others: others.compactMap { forums[f].offers[$0] },
      estimate: { parties[i].estimate(scenario.parties[i], world) })
    return ties.first { $0.outcome == outcome }
  }
}
