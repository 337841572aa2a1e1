import Bargaining
import Randomness

/// The numbers of a scenario by their paths, which are those of the file format: keys joined by
/// dots.
extension Scenario {
  /// The number at a path, such as `parties.hamas.willingness`; `nil` when there is none.
  /// O(numbers).
  ///
  /// ``number(at:)`` says what may have been meant instead, and ``set(_:to:)`` changes it.
  public subscript(path: String) -> Parameter? {
    parameters.first { $0.path == path }
  }

  /// The number at a path.
  ///
  /// - Throws: ``ScenarioEditFault/unknown(_:hint:)``, with the nearest path.
  public func number(at path: String) throws(ScenarioEditFault) -> Parameter {
    parameters[try place(of: path)]
  }

  /// Gives a number another value or distribution; what it rests on becomes an assumption.
  ///
  /// ```swift
  /// try scenario.set("parties.hamas.willingness", to: 0.4)
  /// try scenario.set("parties.hamas.reservation", to: .uniform(low: 0.2, high: 0.6))
  /// ```
  ///
  /// What is no number (a tactic, an option, a forum) is a property of the scenario's parts, or a
  /// ``ScenarioSetting`` where it comes from a file.
  ///
  /// - Throws: ``ScenarioEditFault``: no number has this path, nothing can be drawn from the
  ///   distribution, or it can bring what is outside ``Parameter/range``. The scenario is then as
  ///   it was.
  public mutating func set(_ path: String, to distribution: Distribution) throws(ScenarioEditFault) {
    let place = try place(of: path)
    try Scenario.check(distribution, at: path, in: parameters[place].range)
    parameters[place].distribution = distribution
    parameters[place].provenance = .assumption("set in code")
  }

  /// Adds a number; the range is what the model gives a meaning to.
  mutating func add(
    _ path: String, _ distribution: Distribution, in range: ClosedRange<Double>
  ) throws(ScenarioEditFault) -> ParameterID {
    if self[path] != nil { throw .taken(path) }
    try Scenario.check(distribution, at: path, in: range)
    parameters.append(
      Parameter(path: path, distribution: distribution, range: range, provenance: .unmarked))
    return ParameterID(parameters.count - 1)
  }

  /// Adds a number that the format supplies where a file has none.
  mutating func addDefault(_ path: String, _ value: Double, in range: ClosedRange<Double>) -> ParameterID {
    parameters.append(
      Parameter(path: path, distribution: .constant(value), range: range, provenance: .byDefault))
    return ParameterID(parameters.count - 1)
  }

  private func place(of path: String) throws(ScenarioEditFault) -> Int {
    if let place = parameters.firstIndex(where: { $0.path == path }) { return place }
    throw .unknown(path, hint: Suggestion.hint(for: path, among: parameters.map(\.path)).description)
  }

  private static func check(
    _ distribution: Distribution, at path: String, in range: ClosedRange<Double>
  ) throws(ScenarioEditFault) {
    if let fault = distribution.fault() { throw .impossible(path, fault) }
    let support = distribution.support
    if support.lowerBound < range.lowerBound || support.upperBound > range.upperBound {
      throw .outside(path, range: range)
    }
  }
}
