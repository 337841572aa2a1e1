import Simulation
import Tables

extension Numerals {
  /// The interval of a share in percent: `30.3 to 32.1`.
  package static func interval(
    _ estimate: ShareEstimate, in words: IntervalWords = .english
  ) -> String {
    interval(estimate.low, estimate.high, in: words)
  }

  /// The range of a share across models: `9.0 to 44.0`.
  package static func interval(_ models: ModelRange, in words: IntervalWords = .english) -> String {
    interval(models.low, models.high, in: words)
  }

  /// Share and interval: `31.2% (30.3 to 32.1)`; where there are models, their range as well:
  /// `30.5% (sampling 29.6 to 31.4; across 8 models 9.0 to 44.0)`.
  package static func estimate(
    _ estimate: ShareEstimate, in words: IntervalWords = .english
  ) -> String {
    guard let models = estimate.models else {
      return self.estimate(estimate.share, estimate.low, estimate.high, in: words)
    }
    let (share, sampling) = (percent(estimate.share), interval(estimate, in: words))
    switch words {
    case .english: return "\(share) (sampling \(sampling); \(range(models)))"
    case .arabic:
      return "\(share) (السحب \(sampling)؛ وعبر النماذج، وعددها \(count(models.models)): "
        + "\(interval(models, in: words)))"
    }
  }

  /// The range of a share across models: `across 8 models 9.0 to 44.0`.
  package static func range(_ models: ModelRange) -> String {
    "across \(counted(models.models, "model")) \(interval(models))"
  }
}

extension Message {
  /// ``Numerals/estimate(_:in:)``, told.
  package static func estimate(_ estimate: ShareEstimate) -> Message {
    let (share, low, high) = (
      Numerals.percent(estimate.share), Numerals.figures(estimate.low), Numerals.figures(estimate.high)
    )
    guard let models = estimate.models else { return interval(share, low, high) }
    return
      "\(share) (sampling \(low) to \(high); across \(counted(models.models, "model")) \(Numerals.figures(models.low)) to \(Numerals.figures(models.high)))"
  }

  /// ``IntervalWords/text(_:_:_:)``, told.
  package static func interval(_ figure: String, _ low: String, _ high: String) -> Message {
    "\(figure) (\(low) to \(high))"
  }
}
