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
  /// The median round of the agreements; the number of rounds where there is none.
  case medianRound

  /// The name in files: `agreement`, `collapsed`, `utility_hamas`, `median_round`.
  public func name(in scenario: Scenario) -> String {
    switch self {
    case .agreement: "agreement"
    case .ending(let ending): ending.name
    case .utility(let party): "utility_\(scenario.parties[party].name)"
    case .medianRound: "median_round"
    }
  }

  /// Every name that there is for a scenario, with what it means.
  public static func all(in scenario: Scenario) -> [(name: String, output: StudyOutput)] {
    let outputs: [StudyOutput] =
      [.agreement] + Ending.allCases.map { .ending($0) } + scenario.parties.indices.map { .utility($0) }
      + [.medianRound]
    return outputs.map { ($0.name(in: scenario), $0) }
  }

  /// Its value at a point.
  package func value(of response: PointResponse, in scenario: Scenario) -> Double {
    switch self {
    case .agreement: response.agreementShare
    case .ending(let ending): response.share(of: ending)
    case .utility(let party): response.utility(of: party)
    case .medianRound: response.medianRound ?? Double(scenario.rounds)
    }
  }

  /// In how many of the runs of a point it happened, if it is a share.
  func count(of response: PointResponse) -> Int? {
    switch self {
    case .agreement: response.agreements
    case .ending(let ending): response.endings[ending.rawValue]
    case .utility, .medianRound: nil
    }
  }
}
