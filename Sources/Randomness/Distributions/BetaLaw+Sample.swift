extension BetaLaw {
  /// A value drawn by rejection: algorithms BB (both shapes above 1) and BC (otherwise) of Cheng
  /// (1978), *Generating beta variates with nonintegral shape parameters*,
  /// doi:10.1145/359460.359482.
  ///
  /// Takes two uniforms for each trial, fewer than 1.5 (BB) or 4 (BC) trials on average. After
  /// `mostTrials` trials, which an honest stream takes with a probability below 1e-31, the value is
  /// the quantile at one uniform more: it is as good a draw, whatever was rejected before.
  package func sample(_ stream: inout RandomStream, mostTrials: Int = 256) -> Double {
    let accepted = min(a, b) > 1 ? sampleBB(&stream, mostTrials) : sampleBC(&stream, mostTrials)
    return accepted ?? quantile(stream.open())
  }

  private func sampleBB(_ stream: inout RandomStream, _ mostTrials: Int) -> Double? {
    let small = min(a, b)
    let large = max(a, b)
    let alpha = small + large
    let beta = ((alpha - 2) / (2 * small * large - alpha)).squareRoot()
    let gamma = small + 1 / beta
    for _ in 0..<mostTrials {
      let u1 = stream.open()
      let u2 = stream.open()
      let v = beta * Elementary.log(u1 / (1 - u1))
      let w = small * Elementary.exp(v)
      let z = u1 * u1 * u2
      let r = gamma * v - BetaLaw.logFour
      let s = small + r - w
      if s + BetaLaw.onePlusLogFive >= 5 * z { return share(w, of: small) }
      let t = Elementary.log(z)
      if s >= t || r + alpha * Elementary.log(alpha / (large + w)) >= t { return share(w, of: small) }
    }
    return nil
  }

  private func sampleBC(_ stream: inout RandomStream, _ mostTrials: Int) -> Double? {
    let large = max(a, b)
    let small = min(a, b)
    let alpha = small + large
    let beta = 1 / small
    let delta = 1 + large - small
    let k1 = delta * (1 / 72.0 + small / 24.0) / (large * beta - 7 / 9.0)
    let k2 = 0.25 + (0.5 + 0.25 / delta) * small
    for _ in 0..<mostTrials {
      let u1 = stream.open()
      let u2 = stream.open()
      let z = u1 * u1 * u2
      let v = beta * Elementary.log(u1 / (1 - u1))
      let w = large * Elementary.exp(v)
      if u1 < 0.5 {
        if 0.25 * u2 + z - u1 * u2 >= k1 { continue }
      } else {
        if z <= 0.25 { return share(w, of: large) }
        if z >= k2 { continue }
      }
      // For large v, w overflows, while the sum of logarithms tends to log(alpha / large).
      let logs =
        v > 600
        ? Elementary.log(alpha / large) : Elementary.log(alpha / (small + w)) + v
      if alpha * logs - BetaLaw.logFour >= Elementary.log(z) { return share(w, of: large) }
    }
    return nil
  }

  /// The variate from the ratio w: w / (w + other) if `shape` is a, else its complement. Written so
  /// that neither an infinite w nor w = 0 gives NaN.
  private func share(_ w: Double, of shape: Double) -> Double {
    shape == a ? 1 / (1 + b / w) : a / (a + w)
  }

  private static var logFour: Double { 1.3862943611198906 }
  private static var onePlusLogFive: Double { 2.6094379124341003 }
}
