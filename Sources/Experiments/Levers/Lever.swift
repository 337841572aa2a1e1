import Bargaining

/// Something about a scenario that could be otherwise, and how far: a number, or how the talks are
/// arranged.
package struct Lever: Sendable, Equatable {
  /// What is moved.
  package enum Subject: Sendable, Equatable {
    case number(ParameterID)
    /// In how many rounds a forum sits once.
    case rhythm(forum: Int)
    /// Whether a mediator sits in a forum: 1, or not: 0.
    case seat(mediator: Int, forum: Int)
  }

  package let subject: Subject
  package let role: LeverRole
  package let path: String
  /// From the least to the greatest value that is tried; the least is below the greatest.
  package let low: Double
  package let high: Double
  /// The values of an arrangement; empty for a number, which is tried at even steps.
  private let settings: [Double]

  /// A number.
  package init(parameter: ParameterID, path: String, low: Double, high: Double) {
    subject = .number(parameter)
    role = LeverRole(path: path) ?? .nature
    self.path = path
    self.low = low
    self.high = high
    settings = []
  }

  private init(
    _ subject: Subject, role: LeverRole, path: String, from low: Double, to high: Double,
    at settings: [Double]
  ) {
    self.subject = subject
    self.role = role
    self.path = path
    self.low = low
    self.high = high
    self.settings = settings
  }

  /// The number that is moved; `nil` for an arrangement.
  package var parameter: ParameterID? {
    if case .number(let parameter) = subject { parameter } else { nil }
  }

  /// What is moved unless a user says otherwise: all numbers with a range that somebody can move or
  /// that nature decides, and how the forums are arranged. See ``LeverRole``.
  package static func all(in scenario: Scenario) -> [Lever] {
    numbers(in: scenario) + rhythms(in: scenario) + seats(in: scenario)
  }

  private static func numbers(in scenario: Scenario) -> [Lever] {
    scenario.parameters.indices.compactMap { index in
      let parameter = scenario.parameters[index]
      guard LeverRole(path: parameter.path) != nil, scenario.isUncertain(ParameterID(index)) else {
        return nil
      }
      return Lever(index, of: scenario)
    }
  }

  /// A number with a distribution, from its least to its greatest value; `nil` for a certain one.
  package init?(_ index: Int, of scenario: Scenario) {
    let parameter = scenario.parameters[index]
    let support = parameter.distribution.support
    guard support.lowerBound < support.upperBound, support.lowerBound.isFinite, support.upperBound.isFinite
    else { return nil }
    self.init(
      parameter: ParameterID(index), path: parameter.path, low: support.lowerBound, high: support.upperBound)
  }

  /// Every forum more and less often, down to every round and up to half as often.
  private static func rhythms(in scenario: Scenario) -> [Lever] {
    scenario.forums.enumerated().compactMap { place, forum in
      let tried = [1, forum.every == 1 ? 2 : forum.every, max(3, 2 * forum.every)]
        .filter { $0 <= scenario.rounds }
      guard tried.count > 1 else { return nil }
      return Lever(
        .rhythm(forum: place), role: .act(by: forum.mediators.isEmpty ? "parties" : "mediators"),
        path: "forums.\(forum.name).every", from: 1, to: Double(tried[tried.count - 1]),
        at: tried.map(Double.init))
    }
  }

  /// Every mediator in a forum where it does not sit, and out of one where it does, unless that
  /// would leave a forum that needs a mediator without one.
  private static func seats(in scenario: Scenario) -> [Lever] {
    scenario.forums.enumerated().flatMap { place, forum in
      scenario.mediators.enumerated().compactMap { number, mediator -> Lever? in
        let sits = forum.mediators.contains(number)
        if sits, forum.rules.needsMediator, forum.mediators.count == 1 { return nil }
        return Lever(
          .seat(mediator: number, forum: place), role: .act(by: mediator.name),
          path: "forums.\(forum.name).mediators.\(mediator.name)", from: 0, to: 1, at: [sits ? 0 : 1])
      }
    }
  }

  /// The values that are tried: so many from low to high for a number, both included.
  package func values(_ count: Int) -> [Double] {
    guard settings.isEmpty else { return settings }
    return (0..<count).map {
      $0 == count - 1 ? high : low + (high - low) * Double($0) / Double(count - 1)
    }
  }

  /// Arranges a scenario, and every model of it; a number is left as it is.
  func arrange(_ scenario: inout Scenario, at value: Double) {
    switch subject {
    case .number: return
    case .rhythm(let forum): scenario.forums[forum].every = Int(value)
    case .seat(let mediator, let forum):
      scenario.forums[forum].mediators.removeAll { $0 == mediator }
      if value > 0 { scenario.forums[forum].mediators.append(mediator) }
    }
    for index in scenario.models.indices { arrange(&scenario.models[index].scenario, at: value) }
  }
}
