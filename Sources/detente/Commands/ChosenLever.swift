import Bargaining
import Experiments
import Scenarios
import Tables

/// What `--lever` names: one number, with or without a range, or all whose path begins so.
struct ChosenLever: Sendable, Equatable {
  let path: String
  let range: ClosedRange<Double>?

  /// The levers that are meant, none if there is no such number or it has no range.
  func levers(of scenario: Scenario) -> [Lever] {
    if path.hasSuffix(".") {
      return scenario.parameters.indices.filter { scenario.parameters[$0].path.hasPrefix(path) }
        .compactMap { Lever($0, of: scenario) } + arrangements(of: scenario) { $0.path.hasPrefix(path) }
    }
    if range == nil, let lever = arrangements(of: scenario, where: { $0.path == path }).first {
      return [lever]
    }
    guard let index = scenario.parameters.firstIndex(where: { $0.path == path }) else { return [] }
    guard let range else { return Lever(index, of: scenario).map { [$0] } ?? [] }
    let allowed = scenario.parameters[index].range
    guard allowed.contains(range.lowerBound), allowed.contains(range.upperBound) else { return [] }
    return [Lever(parameter: ParameterID(index), path: path, low: range.lowerBound, high: range.upperBound)]
  }

  private func arrangements(of scenario: Scenario, where isMeant: (Lever) -> Bool) -> [Lever] {
    Lever.all(in: scenario).filter { $0.parameter == nil && isMeant($0) }
  }

  /// Why there are none.
  func fault(in scenario: Scenario) -> Message {
    if path.hasSuffix(".") { return "--lever \(path): no number with a range has a path that begins so" }
    guard let parameter = scenario.parameters.first(where: { $0.path == path }) else {
      let ending = Suggestion.ending(for: path, among: scenario.parameters.map(\.path))
      return "--lever \(path): the scenario has no such number\(ending)"
    }
    if range != nil {
      return
        "--lever \(path): the number is from \(parameter.range.lowerBound) to \(parameter.range.upperBound)"
    }
    return "--lever \(path): the number is certain; give it a range with \(path)=LO..HI"
  }
}

extension ValueKind where Value == ChosenLever {
  static var lever: Self {
    ValueKind(
      valueName: "PATH", expectation: "PATH, PATH=LO..HI or a beginning of paths with a dot",
      completion: .nothing
    ) {
      text throws(ValueFault) in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let path = parts.first, !path.isEmpty else { throw ValueFault() }
      guard parts.count == 2 else { return ChosenLever(path: path, range: nil) }
      let ends = parts[1].split(separator: "..", omittingEmptySubsequences: false).map { Double(String($0)) }
      guard ends.count == 2, let low = ends[0], let high = ends[1], low.isFinite, high.isFinite, low < high
      else {
        throw ValueFault("\(path)=LO..HI takes two numbers, the lower first")
      }
      return ChosenLever(path: path, range: low...high)
    }
  }
}
