/// By how many standard errors something is more than something else: z, normal in samples of the
/// sizes that are used here. 0 where there is nothing to compare.
package enum Significance {
  /// Of one-sided p < 0.001: the standard normal quantile of 0.999.
  package static let critical = 3.0902

  /// How much more often something holds with than without, on the same random numbers (McNemar
  /// 1947, doi:10.1007/BF02295996).
  package static func mcNemar(_ with: [Bool], _ without: [Bool]) -> Double {
    signs(zip(with, without).map { ($0 ? 1 : 0) - ($1 ? 1 : 0) })
  }

  /// The sign test: how many more of the differences that are not zero are positive than negative.
  package static func signs(_ differences: [Int]) -> Double {
    let positive = differences.count { $0 > 0 }
    let negative = differences.count { $0 < 0 }
    return Double(positive - negative) / Double(max(positive + negative, 1)).squareRoot()
  }

  /// Several independent z as one (Stouffer et al. 1949, *The American Soldier* 1): their sum over
  /// the root of their number. Unlike the z of all samples thrown together it does not take
  /// differences between the samples for differences within them (Simpson 1951,
  /// doi:10.1111/j.2517-6161.1951.tb00088.x).
  package static func together(_ z: [Double]) -> Double {
    z.reduce(0, +) / Double(max(z.count, 1)).squareRoot()
  }

  /// Of two independent shares, with pooled variance.
  package static func shares(_ a: (hits: Int, of: Int), _ b: (hits: Int, of: Int)) -> Double {
    guard a.of > 0, b.of > 0 else { return 0 }
    let (n, m) = (Double(a.of), Double(b.of))
    let pooled = Double(a.hits + b.hits) / (n + m)
    let error = (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
    return error > 0 ? (Double(a.hits) / n - Double(b.hits) / m) / error : 0
  }

  /// Of two independent means, the variances not assumed to be equal (Welch 1947,
  /// doi:10.1093/biomet/34.1-2.28).
  package static func means(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count > 1, b.count > 1 else { return 0 }
    func moments(_ sample: [Double]) -> (mean: Double, squaredError: Double) {
      let n = Double(sample.count)
      let mean = sample.reduce(0, +) / n
      return (mean, sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1) / n)
    }
    let (x, y) = (moments(a), moments(b))
    let error = (x.squaredError + y.squaredError).squareRoot()
    return error > 0 ? (x.mean - y.mean) / error : 0
  }
}
