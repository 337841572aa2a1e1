import Bargaining
import Experiments
import Tables

/// What a scenario's solutions without simulation come to, sentence by sentence.
struct SolutionWords {
  private let scenario: Scenario
  private let labels: ScenarioLabels
  private let solutions: Solutions
  /// Per party; `nil` where the tactic is not time-dependent.
  private let asked: [Double?]

  /// `nil` when the outcome space is too large to negotiate in.
  init?(_ check: ScenarioCheck, language: String = "en") {
    guard let solutions = check.solutions else { return nil }
    scenario = check.reading.scenario
    self.solutions = solutions
    asked = check.asked
    labels = ScenarioLabels(scenario, language: language)
  }

  /// The essentials, one sentence a line.
  var lines: [Message] {
    switch solutions.zone {
    case .exists: zoneLines
    case .none: gapLines + blockingLines + relaxationLines
    case .unknown: []
    }
  }

  private var zoneLines: [Message] {
    var lines: [Message] = []
    if let feasible = solutions.feasible.value {
      lines.append("\(share(feasible)) acceptable to all who must agree\(atHome)\(gain(by: feasible))")
    }
    lines += [lastDemands].compactMap(\.self)
    if let nash = solutions.nash.value ?? nil {
      let utilities = solutions.parties.map { "\(labels.party($0)) \(Numerals.fixed(nash.utilities[$0], 2))" }
      lines.append("the Nash outcome gives \(all: utilities): \(terms(nash.outcome))")
    } else if let reason = solutions.nash.reason {
      lines.append("the Nash outcome was not computed: \(Message(whole: reason))")
    }
    return lines
  }

  private var atHome: Message { scenario.hasRatification ? ", at the table and at home" : "" }

  /// Who is no better off for a zone that leaves a surplus to some only, or to nobody.
  private func gain(by feasible: UInt64) -> Message {
    switch solutions.surplus.value {
    case .forNobody:
      feasible == 1
        ? ", and it leaves nobody better off than no agreement"
        : ", and none leaves anyone better off than no agreement"
    case .forSome:
      feasible == 1
        ? ", but it leaves somebody no better off than no agreement"
        : ", but each leaves somebody no better off than no agreement"
    case .forEveryone, nil: ""
    }
  }

  /// How far time-dependent tactics stay away from a zone without a surplus for everyone; `nil`
  /// where they can come down to it.
  private var lastDemands: Message? {
    guard let surplus = solutions.surplus.value, surplus != .forEveryone else { return nil }
    let demands = solutions.parties.compactMap { party -> Message? in
      asked[party].flatMap { $0 > 0 ? "\(labels.party(party)) \(Self.small($0))" : nil }
    }
    guard !demands.isEmpty else { return nil }
    return
      "time-dependent tactics come down to that only after the last round; in it they still ask for more "
      + "(\(all: demands)), were nothing to change"
  }

  /// Four digits after the point where they show anything.
  private static func small(_ utility: Double) -> Message {
    utility < 0.00005 ? "less than 0.0001" : "\(Numerals.fixed(utility, 4))"
  }

  private func share(_ feasible: UInt64) -> Message {
    let all = Numerals.count(Int(clamping: solutions.outcomes))
    let count = Numerals.count(Int(clamping: feasible))
    return feasible == 1 ? "\(count) of \(all) outcomes is" : "\(count) of \(all) outcomes are"
  }

  private var gapLines: [Message] {
    switch solutions.leverageGap {
    case .notComputed(let reason): return ["the leverage gap was not computed: \(Message(whole: reason))"]
    case .exact(nil):
      return [
        scenario.hasRatification
          ? "every outcome crosses a red line or is turned down at home, so that no leverage opens a zone"
          : "every outcome crosses a red line, so that no leverage opens a zone"
      ]
    case .exact(let gap?):
      let lacking = solutions.parties.filter { gap.transfers[$0] > 0 }.map { party -> Message in
        "\(Numerals.fixed(gap.transfers[party], 4)) to \(labels.party(party))"
      }
      return [
        "the leverage gap is \(Numerals.fixed(gap.value, 4)): giving \(all: lacking) would buy \(terms(gap.outcome))"
      ]
    }
  }

  private var blockingLines: [Message] {
    (solutions.blocking.value ?? []).map { block in
      let left: Message =
        block.gapLeft == 0
        ? "there would be a zone" : "\(Numerals.fixed(block.gapLeft, 4)) would be lacking"
      return
        "\(labels.party(block.party)) blocks most on \("\"\(labels.issue(block.issue))\""): were it content there, \(left)"
    }
  }

  private var relaxationLines: [Message] {
    (solutions.relaxations.value ?? []).map { relaxation in
      let options = relaxation.freed.map { "\"\(labels.option($0, of: relaxation.issue))\"" }
      return "red line \(relaxation.redLine + 1) of \(labels.party(relaxation.party)): allowing "
        + "\(all: options) of \("\"\(labels.issue(relaxation.issue))\"") there opens a zone"
    }
  }

  private func terms(_ outcome: [Int]) -> String {
    scenario.agenda.map { "\(labels.issue($0)): \(labels.option(outcome[$0], of: $0))" }.joined(
      separator: "; ")
  }
}
