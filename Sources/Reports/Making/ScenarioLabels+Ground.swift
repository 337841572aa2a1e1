import Bargaining
import Randomness
import Scenarios
import Tables

extension ScenarioLabels {
  private var page: any PageWords { (TellingLanguage(rawValue: language) ?? .english).page }

  /// Every number that no source states, unmarked ones too, in the order of the file.
  package var assumptions: [ReportContent.Assumption] {
    scenario.writtenParameters.compactMap { parameter in
      let words: String
      switch parameter.provenance {
      case .assumption(let given): words = given ?? ""
      case .unmarked: words = page.unmarked
      case .sourced, .byDefault: return nil
      }
      return .init(
        actor: owner(of: parameter.path), path: parameter.path, range: page.range(parameter.distribution),
        words: words)
    }
  }

  /// Every number that a source states, in the order of the file.
  package var facts: [ReportContent.Fact] {
    scenario.writtenParameters.compactMap { parameter in
      guard case .sourced(let sources) = parameter.provenance else { return nil }
      return .init(path: parameter.path, value: page.range(parameter.distribution), sources: sources)
    }
  }
}

extension ReportContent.Provenance {
  /// Counts the numbers of a scenario by what they rest on.
  public init(of scenario: Scenario) {
    self.init(sourced: 0, assumed: 0)
    for parameter in scenario.writtenParameters {
      switch parameter.provenance {
      case .sourced: sourced += 1
      case .assumption: assumed += 1
      case .unmarked: unmarked += 1
      case .byDefault: byDefault += 1
      }
    }
  }
}

extension Distribution {
  /// A law in words: `0.8`, `uniform from 0.4 to 0.95`.
  package var inWords: String {
    func number(_ x: Double) -> String { Numerals.shortest(x) }
    switch self {
    case .constant(let value): return number(value)
    case .uniform(let low, let high): return "uniform from \(number(low)) to \(number(high))"
    case .triangular(let low, let mode, let high):
      return "triangular from \(number(low)) to \(number(high)), most likely \(number(mode))"
    case .normal(let mean, let deviation, let low, let high):
      return
        "normal around \(number(mean)), s.d. \(number(deviation)), from \(number(low)) to \(number(high))"
    case .beta(let a, let b): return "beta with a = \(number(a)), b = \(number(b))"
    case .choice(let values):
      return values.map { "\(number($0.value)) (\(Numerals.percent($0.probability)))" }.joined(
        separator: " or ")
    }
  }
}
