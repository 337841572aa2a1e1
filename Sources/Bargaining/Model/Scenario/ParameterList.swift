import Randomness

/// Collects the parameters of a scenario that is made in code.
///
/// ```swift
/// var list = ParameterList()
/// let reservation = list.add("parties.a.reservation", .uniform(low: 0.3, high: 0.7))
/// ```
package struct ParameterList: Sendable {
  package private(set) var parameters: [Parameter] = []

  package init() {}

  /// Adds a number and returns where it is kept.
  package mutating func add(
    _ path: String, _ distribution: Distribution, in range: ClosedRange<Double> = -10...10,
    provenance: Parameter.Provenance = .unmarked
  ) -> ParameterID {
    parameters.append(
      Parameter(path: path, distribution: distribution, range: range, provenance: provenance))
    return ParameterID(parameters.count - 1)
  }

  /// Adds a certain number.
  package mutating func add(_ path: String, _ value: Double) -> ParameterID {
    add(path, .constant(value))
  }
}
