import Bargaining
import Randomness
import Simulation

/// Which written numbers of a scenario change no table when each is moved by itself, in the same
/// runs.
///
/// That no table changes was seen in so many runs, and is no proof: what a number decides may be
/// too rare to occur in them.
package struct InertNumbers: Sendable {
  /// A number and where it was moved.
  package struct Number: Sendable, Equatable {
    package let path: String
    /// The values that it was held at.
    package let values: [Double]
  }

  /// Numbers that changed no table, in the order of the model.
  package let unchanged: [Number]
  /// Numbers that were moved.
  package let moved: Int
  package let runs: Int
  /// The median round of the agreements, from 0; `nil` without any.
  package let medianRound: Double?

  /// The widest range that a certain number is moved over from end to end.
  static let widest = 20.0

  /// What is moved: every number that the files write, each with the values that it is moved to.
  package static func numbers(of scenario: Scenario) -> [ChangeSearch.Moved] {
    let accounts = [scenario] + scenario.models.map(\.scenario)
    let written = Set(
      accounts.flatMap(\.parameters).filter { $0.provenance != .byDefault }.map(\.path))
    var supports: [String: ClosedRange<Double>] = [:]
    for parameter in scenario.alternatives.flatMap(\.parameters) {
      let support = parameter.distribution.support
      let known = supports[parameter.path] ?? support
      supports[parameter.path] =
        min(known.lowerBound, support.lowerBound)...max(known.upperBound, support.upperBound)
    }
    return scenario.parameters.enumerated().compactMap { index, parameter in
      guard written.contains(parameter.path) else { return nil }
      let support = supports[parameter.path] ?? parameter.distribution.support
      return ChangeSearch.Moved(ParameterID(index), to: values(support, in: parameter.range))
    }
  }

  /// An uncertain number is moved to the ends of what can be drawn; a certain one to the ends of
  /// what the format allows, or where that is wide by half of it either way; 0 there to -1 and 1,
  /// as far as they are allowed.
  static func values(_ support: ClosedRange<Double>, in range: ClosedRange<Double>) -> [Double] {
    if support.lowerBound < support.upperBound { return [support.lowerBound, support.upperBound] }
    let value = support.lowerBound
    let ends: [Double]
    if range.upperBound - range.lowerBound <= widest {
      ends = [range.lowerBound, range.upperBound]
    } else {
      let step = value == 0 ? 1 : abs(value) / 2
      ends = [max(range.lowerBound, value - step), min(range.upperBound, value + step)]
    }
    return ends.filter { $0 != value }
  }

  /// Plays the runs.
  ///
  /// - Parameters:
  ///   - scenario: what is played.
  ///   - runs: how many, each as it stands and with every number moved.
  ///   - threads: how many at once; no result depends on it.
  ///   - shouldStop: asked often, on any thread.
  ///   - onRuns: told how many runs are done of how many at most, on any thread, one at a time.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `SimulationError`.
  package static func find(
    in scenario: Scenario, runs: Int, threads: Int, shouldStop: @escaping @Sendable () -> Bool = { false },
    onRuns: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void = { _, _ in }
  ) throws(SimulationError) -> InertNumbers? {
    let numbers = numbers(of: scenario)
    let search = ChangeSearch(scenario, numbers: numbers, runs: runs, threads: threads)
    let planned = search.runsPlanned
    guard let finding = try search.run(shouldStop: shouldStop, onRuns: { onRuns($0, planned) }) else {
      return nil
    }
    let unchanged = zip(numbers, finding.hasChanged).filter { !$0.1 }.map {
      Number(path: scenario[$0.0.parameter].path, values: $0.0.values)
    }
    let rounds = finding.rounds.sorted()
    let middle = rounds.count / 2
    return InertNumbers(
      unchanged: unchanged, moved: numbers.count, runs: runs,
      medianRound: rounds.isEmpty
        ? nil
        : rounds.count % 2 == 1 ? Double(rounds[middle]) : Double(rounds[middle - 1] + rounds[middle]) / 2)
  }
}
