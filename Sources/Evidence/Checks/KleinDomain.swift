import Bargaining
import Randomness

/// The contracts of Klein, Faratin, Sayama, Bar-Yam 2003: 100 clauses, each in or out; an agent's
/// utility is the sum, over pairs of clauses that are in, of its influences, drawn evenly from [-1,
/// 1]: `U(x) = sum_ab H_ab x_a x_b`.
package struct KleinDomain {
  package static let issues = 100
  /// Row after row.
  package let influences: [Double]

  package init(influences: [Double]) { self.influences = influences }

  package init(_ stream: inout RandomStream) {
    influences = (0..<Self.issues * Self.issues).map { _ in 2 * stream.uniform() - 1 }
  }

  package static func + (a: KleinDomain, b: KleinDomain) -> KleinDomain {
    KleinDomain(influences: zip(a.influences, b.influences).map { $0 + $1 })
  }

  package static prefix func - (a: KleinDomain) -> KleinDomain {
    KleinDomain(influences: a.influences.map { -$0 })
  }

  package func utility(_ text: [Int]) -> Double {
    let isIn = text.indices.filter { text[$0] == 1 }
    return isIn.reduce(0) { sum, a in isIn.reduce(sum) { $0 + influences[a * Self.issues + $1] } }
  }

  /// The greatest utility that three annealings of one agent alone come to.
  package func optimum(_ stream: inout RandomStream) -> Double {
    (0..<3).map { _ in
      utility(KleinTable.negotiate([self], temperatures: [15], proposals: 8_000, &stream))
    }.max() ?? 0
  }
}

/// A text on which agents of such domains vote; gains are kept along, so that a proposal costs no
/// sum over clauses.
package struct KleinTable: SingleTextTable {
  let agents: [KleinDomain]
  let temperatures: [Double]
  let seed: UInt64
  var text: [Int]
  /// Per agent and clause: what its being in adds, given the others.
  var slopes: [[Double]]

  /// The text after so many proposals, from a random one.
  package static func negotiate(
    _ agents: [KleinDomain], temperatures: [Double], proposals: Int, _ stream: inout RandomStream
  ) -> [Int] {
    let text = (0..<KleinDomain.issues).map { _ in Int(stream.below(2)) }
    let n = KleinDomain.issues
    let slopes = agents.map { agent in
      (0..<n).map { k in
        (0..<n).reduce(agent.influences[k * n + k]) { sum, b in
          b == k || text[b] == 0 ? sum : sum + agent.influences[k * n + b] + agent.influences[b * n + k]
        }
      }
    }
    var table = KleinTable(
      agents: agents, temperatures: temperatures, seed: stream.next(), text: text, slopes: slopes)
    table.negotiate(0..<proposals, of: proposals)
    return table.text
  }

  package var issueCount: Int { KleinDomain.issues }
  package var voterCount: Int { agents.count }
  package func optionCount(of issue: Int) -> Int { 2 }
  package func option(of issue: Int) -> Int { text[issue] }
  package func temperature(of voter: Int) -> Double { temperatures[voter] }

  /// A hash of what is asked, so that the order of asking does not matter.
  package func chance(_ draw: SingleTextDraw, step: Int) -> Double {
    let kind: UInt64 =
      switch draw {
      case .issue: 0
      case .option: 1
      case .vote(let voter): 2 + UInt64(voter)
      }
    return Double(StreamID.mix(seed ^ StreamID.mix(UInt64(step) << 3 | kind)) >> 11) * 0x1p-53
  }

  package mutating func gain(of voter: Int, changing issue: Int, to option: Int) -> Double {
    option == 1 ? slopes[voter][issue] : -slopes[voter][issue]
  }

  package mutating func change(_ issue: Int, to option: Int) {
    text[issue] = option
    let n = KleinDomain.issues
    let sign = option == 1 ? 1.0 : -1
    for (voter, agent) in agents.enumerated() {
      for k in 0..<n where k != issue {
        slopes[voter][k] += sign * (agent.influences[k * n + issue] + agent.influences[issue * n + k])
      }
    }
  }
}
