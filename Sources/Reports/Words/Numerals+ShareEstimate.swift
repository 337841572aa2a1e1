import Simulation
import Tables

extension Numerals {
  /// The interval of a share in percent: `30.3–32.1`.
  package static func interval(_ estimate: ShareEstimate) -> String { interval(estimate.low, estimate.high) }

  /// Share and interval: `31.2% (30.3–32.1)`; where there are models, their range as well:
  /// `30.5% (sampling 29.6–31.4; across 8 models 9.0–44.0)`.
  package static func estimate(_ estimate: ShareEstimate) -> String {
    guard let models = estimate.models else {
      return self.estimate(estimate.share, estimate.low, estimate.high)
    }
    return "\(percent(estimate.share)) (sampling \(interval(estimate)); \(range(models)))"
  }

  /// The range of a share across models: `across 8 models 9.0–44.0`.
  package static func range(_ models: ModelRange) -> String {
    "across \(counted(models.models, "model")) \(interval(models.low, models.high))"
  }
}

extension Numerals {
  /// ``estimate(_:)`` in Arabic:
  /// `30.5% (سحب 29.6–31.4؛ عبر النماذج، وعددها 8: 9.0–44.0)`.
  package static func arabicEstimate(_ estimate: ShareEstimate) -> String {
    guard let models = estimate.models else { return self.estimate(estimate) }
    return "\(percent(estimate.share)) (سحب \(interval(estimate))؛ عبر النماذج، وعددها "
      + "\(count(models.models)): \(interval(models.low, models.high)))"
  }
}
