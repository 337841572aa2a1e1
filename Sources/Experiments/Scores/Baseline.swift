import Bargaining
import Scenarios

/// What a forecast is held against: something that anybody could have said without a model.
package enum Baseline: String, CaseIterable, Sendable {
  /// Every answer is as likely as any other; an agreement as likely as none, and in any round of
  /// the window as likely as in any other.
  case uniform
  /// How often such talks end so, as the user says.
  case baseRate = "base_rate"
  /// What holds at the start goes on: there is no agreement yet, so there will be none, and what is
  /// settled on each issue, tentatively or by the status quo, stays.
  case persistence
  /// How often the other cases that are scored agreed.
  case leaveOneOut = "leave_one_out"
}

/// The base rates that a user gives.
package struct BaseRates: Sendable, Equatable {
  /// How often there is an agreement; `nil` where it is not given.
  package var agreement: Double?
  /// By the name of an event: how often it happens.
  package var events: [String: Double] = [:]

  package init(agreement: Double? = nil, events: [String: Double] = [:]) {
    self.agreement = agreement
    self.events = events
  }

  package var isEmpty: Bool { agreement == nil && events.isEmpty }

  /// Events that may have a rate of their own beside `agreement`.
  package static let names = ["agreement"] + Ending.allCases.map(\.name)

  /// The shares of all endings; those without a rate of their own share what is left, agreements
  /// and failures each evenly. `nil` where nothing is known of them, or the rates make more than 1.
  var endings: [Double]? {
    let own = Ending.allCases.map { events[$0.name] }
    let given = own.compactMap(\.self).reduce(0, +)
    guard given <= 1 + 1e-9 else { return nil }
    if !own.contains(nil) { return abs(given - 1) < 1e-9 ? own.compactMap(\.self) : nil }
    guard let agreement else { return nil }
    let usual = Ending.allCases.map { $0.isAgreement ? agreement / 2 : (1 - agreement) / 3 }
    let open = zip(own, usual).reduce(0) { $0 + ($1.0 == nil ? $1.1 : 0) }
    let scale = open > 0 ? (1 - given) / open : 0
    return zip(own, usual).map { $0 ?? $1 * scale }
  }
}

/// What a baseline says to each question of one case; `nil` where it says nothing.
struct BaselineForecast {
  let baseline: Baseline
  let forecast: ForecastRecord
  let rates: BaseRates
  /// The share of the other cases that agreed.
  let others: Double?

  /// The probability of an agreement in the window.
  var agreement: Double? {
    switch baseline {
    case .uniform: 0.5
    case .baseRate: rates.agreement
    case .persistence: 0
    case .leaveOneOut: others
    }
  }

  /// The probability of an agreement by the end of a round: where there is one, in any round of the
  /// window as likely as in any other.
  func agreement(by round: Int) -> Double? {
    agreement.map { $0 * Double(round + 1) / Double(forecast.rounds) }
  }

  /// The probability of each ending.
  var endings: [Double]? {
    switch baseline {
    case .uniform: Ending.allCases.map { _ in 1 / Double(Ending.allCases.count) }
    case .baseRate: rates.endings
    case .persistence: Ending.allCases.map { $0 == .outOfTime ? 1 : 0 }
    case .leaveOneOut: nil
    }
  }

  /// The probability of one ending by itself.
  func ending(_ ending: Ending) -> Double? {
    (baseline == .baseRate ? rates.events[ending.name] : nil) ?? endings?[ending.rawValue]
  }

  /// The probability of each option of an issue, given an agreement.
  func options(of issue: ForecastRecord.Issue) -> [Double]? {
    switch baseline {
    case .uniform: issue.options.map { _ in 1 / Double(issue.options.count) }
    case .persistence: issue.initial.map { initial in issue.options.indices.map { $0 == initial ? 1 : 0 } }
    case .baseRate, .leaveOneOut: nil
    }
  }
}
