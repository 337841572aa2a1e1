/// In which order the issues of an agenda are settled: all at once, or in stages of which each is
/// agreed by itself.
///
/// A stage is agreed by the forums' protocols like a deal: by all parties with a veto. Its issues
/// are then locked, everybody makes a fresh start on the next stage (what was offered and counted
/// on the last one says nothing about it), and time runs on. Package deals, simultaneous and
/// sequential procedures are compared by Fatima, Wooldridge, Jennings 2006, doi:10.1613/jair.2056.
///
/// What an offer on one stage is worth depends on ``holds``, by what an agreement on it would lead
/// to:
/// - If settled issues hold, an offer is worth what would be in force if nothing more came: the
///   settled issues as they are, the offer, and the later issues at their status quo.
/// - If what is settled holds, each stage is judged with the later issues at their status quo; and
///   once an interim deal is in force, a further deal must be worth at least as much to everybody
///   with a veto as what it would change: without it the interim deal stays. Its value counts from
///   the round in which it was signed, what is added to it from the round of the further deal.
/// - If nothing is agreed until everything is, a party expects of every issue that is still open
///   the same share of its stake: the share that it needs of all of them together to come out at
///   its reservation. With m and M the least and the greatest that the open issues can bring
///   (settled ones counted as they are, interactions left out), the share is
///   `(threshold - m) / (M - m)`, cut off to [0, 1], and a later issue k is taken to be worth
///   `m_k + share (M_k - m_k)`. Interactions and red lines that speak of later issues do not count
///   yet.
public struct AgendaOrder: Sendable, Equatable {
  /// Indices of issues on the agenda, stage by stage; issues that are in none come last, together.
  /// Empty for a package.
  public var stages: [[Int]]
  /// Whether what is settled is a partial agreement if the rest fails; else nothing is agreed until
  /// everything is.
  public var holds: Bool

  /// One issue after the other, or any other stages.
  public init(stages: [[Int]], holds: Bool) {
    self.stages = stages
    self.holds = holds
  }

  /// Everything at once.
  public static let package = AgendaOrder(stages: [], holds: false)

  /// An interim deal on some issues, then the rest.
  public static func interim(first: [Int], holds: Bool = true) -> AgendaOrder {
    AgendaOrder(stages: [first], holds: holds)
  }

  /// The stages over an agenda, those left out added; empty if there is but one.
  public func stages(over agenda: [Int]) -> [[Int]] {
    let named = stages.map { $0.filter(agenda.contains) }.filter { !$0.isEmpty }
    let rest = agenda.filter { issue in !named.contains { $0.contains(issue) } }
    let all = rest.isEmpty ? named : named + [rest]
    return all.count < 2 ? [] : all
  }
}
