import Bargaining
import Simulation

/// The number that a study of a scenario looks at: one for each point of its design.
public enum StudyOutput: Sendable, Equatable {
  /// The share of runs that end in an agreement, full or partial.
  case agreement
  /// The share of runs that end so.
  case ending(Ending)
  /// The mean utility of a party, by its index.
  case utility(Int)
  /// The mean round of the agreements, in which a run without one counts with the number of rounds.
  case round
  /// The median round of the agreements; the number of rounds where there is none. Of a point with
  /// several runs only.
  case medianRound

  /// The name in files: `agreement`, `collapsed`, `utility_hamas`, `round`, `median_round`.
  public func name(in scenario: Scenario) -> String {
    switch self {
    case .agreement: "agreement"
    case .ending(let ending): ending.name
    case .utility(let party): "utility_\(scenario.parties[party].name)"
    case .round: "round"
    case .medianRound: "median_round"
    }
  }

  /// Every name that there is for a scenario, with what it means.
  public static func all(in scenario: Scenario) -> [(name: String, output: StudyOutput)] {
    let outputs: [StudyOutput] =
      [.agreement] + Ending.allCases.map { .ending($0) } + scenario.parties.indices.map { .utility($0) }
      + [.round, .medianRound]
    return outputs.map { ($0.name(in: scenario), $0) }
  }

  /// Its value at a point.
  package func value(of response: PointResponse, in scenario: Scenario) -> Double {
    switch self {
    case .agreement: response.agreementShare
    case .ending(let ending): response.share(of: ending)
    case .utility(let party): response.utility(of: party)
    case .round:
      (response.rounds.reduce(0) { $0 + Double($1) }
        + Double(response.runs - response.agreements) * Double(scenario.rounds))
        / Double(max(response.runs, 1))
    case .medianRound: response.medianRound ?? Double(scenario.rounds)
    }
  }

  /// Its value in one run, of which the mean over runs is the value at a point; `nil` where a
  /// point's value is no mean.
  package func value(in scenario: Scenario) -> (@Sendable (RunRecord) -> Double)? {
    let rounds = scenario.rounds
    switch self {
    case .agreement: return { $0.ending.isAgreement ? 1 : 0 }
    case .ending(let ending): return { $0.ending == ending ? 1 : 0 }
    case .utility(let party): return { $0.utilities[party] }
    case .round: return { Double($0.ending.isAgreement ? $0.round : rounds) }
    case .medianRound: return nil
    }
  }

  /// In how many of the runs of a point it happened, if it is a share.
  func count(of response: PointResponse) -> Int? {
    switch self {
    case .agreement: response.agreements
    case .ending(let ending): response.endings[ending.rawValue]
    case .utility, .round, .medianRound: nil
    }
  }
}
