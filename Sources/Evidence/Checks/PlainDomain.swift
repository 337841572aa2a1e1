import Bargaining

/// A domain of additive preferences, all numbers certain: as other platforms and published games
/// have them.
struct PlainDomain {
  struct Side {
    var weights: [Double]
    /// Per issue, option by option.
    var values: [[Double]]
    var reservation: Double
    /// Of the time-dependent tactic; `nil` for MiCRO.
    var beta: Double?
    var hasVeto = true
  }

  var sides: [Side]

  /// The scenario file: one forum of alternating offers, everybody in it.
  func scenario(rounds: Int = 1, acceptance: String = "next") throws -> Scenario {
    let issues = sides[0].values.enumerated().map { k, values in
      #""i\#(k)": {"options": [\#(values.indices.map { #""o\#($0)""# }.joined(separator: ", "))]}"#
    }
    let parties = sides.enumerated().map { index, side in
      #""p\#(index)": {\#(keys(of: side)), "acceptance": "\#(acceptance)"}"#
    }
    let members = sides.indices.map { #""p\#($0)""# }.joined(separator: ", ")
    return try EvidenceScenario.read(
      """
      {"rounds": \(rounds), "issues": {\(issues.joined(separator: ", "))}, "parties": {\(parties.joined(separator: ", "))},
       \(EvidenceScenario.forum("alternating", members: members))}
      """)
  }

  private func keys(of side: Side) -> String {
    let preferences = side.values.enumerated().map { k, values in
      let listed = values.enumerated().map { #""o\#($0)": \#($1)"# }.joined(separator: ", ")
      return #""i\#(k)": {"weight": \#(side.weights[k]), "values": {\#(listed)}}"#
    }
    let tactic = side.beta.map { #"{"time": {"beta": \#($0)}}"# } ?? #""micro""#
    return #""preferences": {\#(preferences.joined(separator: ", "))}, "reservation": \#(side.reservation), "#
      + #""veto": \#(side.hasVeto), "tactic": \#(tactic)"#
  }
}
