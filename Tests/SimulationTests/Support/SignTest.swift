import Bargaining

/// Which way a mechanism pushes: 20,000 runs with it and the same 20,000 without, on common random
/// numbers, one-sided p < 0.001.
enum SignTest {
  static let runs = 20_000
  /// The standard normal quantile of 0.999.
  static let critical = 3.0902

  /// Something of each run's record.
  static func each<Value>(_ text: String, _ value: (RunRecord) -> Value) throws -> [Value] {
    let negotiation = try Negotiation(Texts.scenario(text))
    return (0..<UInt32(runs)).map { run in
      negotiation.run(run, seed: 20)
      return value(negotiation.record)
    }
  }

  /// McNemar's z (1947, doi:10.1007/BF02295996): by how much more often something holds with than
  /// without, in standard errors.
  static func mcNemar(_ with: [Bool], _ without: [Bool]) -> Double {
    signs(zip(with, without).map { ($0 ? 1 : 0) - ($1 ? 1 : 0) })
  }

  /// The sign test: of the differences that are not zero, how many more are positive than negative,
  /// in standard errors.
  static func signs(_ differences: [Int]) -> Double {
    let positive = differences.count { $0 > 0 }
    let negative = differences.count { $0 < 0 }
    return Double(positive - negative) / Double(max(positive + negative, 1)).squareRoot()
  }

  /// The z of two independent proportions with pooled variance.
  static func twoProportions(_ a: (hits: Int, of: Int), _ b: (hits: Int, of: Int)) -> Double {
    let (n, m) = (Double(a.of), Double(b.of))
    let pooled = Double(a.hits + b.hits) / (n + m)
    return (Double(a.hits) / n - Double(b.hits) / m) / (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
  }

  /// Welch's t (1947, doi:10.1093/biomet/34.1-2.28), normal in samples as large as these.
  static func welch(_ a: [Double], _ b: [Double]) -> Double {
    func moments(_ sample: [Double]) -> (mean: Double, squaredError: Double) {
      let n = Double(sample.count)
      let mean = sample.reduce(0, +) / n
      return (mean, sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1) / n)
    }
    let (x, y) = (moments(a), moments(b))
    return (x.mean - y.mean) / (x.squaredError + y.squaredError).squareRoot()
  }
}
