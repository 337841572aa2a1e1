/// A text on the table and those who vote on it: all that the single-text protocol needs to know,
/// whatever the utilities are.
///
/// The forums of a ``Negotiation`` conform to it, and so may any other domain, such as contracts of
/// a hundred issues whose clauses depend on each other. Call ``negotiate(_:of:)`` to play
/// proposals.
package protocol SingleTextTable {
  var issueCount: Int { get }
  var voterCount: Int { get }
  /// How many options an issue has; 1 for one that may not be changed.
  func optionCount(of issue: Int) -> Int
  /// What the text says on an issue.
  func option(of issue: Int) -> Int
  /// The temperature at which a voter starts, in its utility; 0 for a hill climber.
  func temperature(of voter: Int) -> Double
  /// The share of its first temperature that a voter has left at proposal `step` out of `total`;
  /// `1 - step / total` unless it says otherwise.
  func patience(of voter: Int, at step: Int, of total: Int) -> Double
  /// A draw in [0, 1), the same whenever it is asked for.
  func chance(_ draw: SingleTextDraw, step: Int) -> Double
  /// A change is proposed.
  mutating func hear(_ issue: Int, to option: Int, step: Int)
  /// What the proposed change brings a voter: the utility of the text with it less that without.
  mutating func gain(of voter: Int, changing issue: Int, to option: Int) -> Double
  /// A voter is for or against; returns whether that lets the change pass.
  mutating func cast(_ voter: Int, isFor: Bool, step: Int) -> Bool
  /// The change is made.
  mutating func change(_ issue: Int, to option: Int)
}

/// What chance decides about one proposal: which issue, which of its other options, and whether a
/// voter takes a change for the worse.
package enum SingleTextDraw: Sendable, Equatable {
  case issue, option
  case vote(Int)
}

extension SingleTextTable {
  package mutating func hear(_ issue: Int, to option: Int, step: Int) {}
  package mutating func cast(_ voter: Int, isFor: Bool, step: Int) -> Bool { isFor }

  @inlinable
  package func patience(of voter: Int, at step: Int, of total: Int) -> Double {
    1 - Double(step) / Double(total)
  }

  /// Plays proposals number `steps` out of `total`: one open issue, drawn evenly, moves to one of
  /// its other options, drawn evenly; all vote; the change is made if every vote lets it pass. At
  /// proposal s a voter's temperature is `temperature (1 - s / total)`.
  ///
  /// Complexity: one gain per proposal and voter.
  @inlinable
  package mutating func negotiate(_ steps: Range<Int>, of total: Int) {
    var open = 0
    for issue in 0..<issueCount where optionCount(of: issue) > 1 { open += 1 }
    guard open > 0 else { return }
    for step in steps {
      let issue = openIssue(Int(chance(.issue, step: step) * Double(open)))
      let others = optionCount(of: issue) - 1
      let drawn = Int(chance(.option, step: step) * Double(others))
      let option = drawn < self.option(of: issue) ? drawn : drawn + 1
      hear(issue, to: option, step: step)
      var passes = true
      for voter in 0..<voterCount {
        let gain = gain(of: voter, changing: issue, to: option)
        let left = patience(of: voter, at: step, of: total)
        let isFor = SingleText.accepts(gain: gain, temperature: temperature(of: voter) * left) {
          chance(.vote(voter), step: step)
        }
        if !cast(voter, isFor: isFor, step: step) { passes = false }
      }
      if passes { change(issue, to: option) }
    }
  }

  /// The open issue number `place`, in order.
  @inlinable
  func openIssue(_ place: Int) -> Int {
    var left = place
    for issue in 0..<issueCount where optionCount(of: issue) > 1 {
      if left == 0 { return issue }
      left -= 1
    }
    return 0
  }
}
