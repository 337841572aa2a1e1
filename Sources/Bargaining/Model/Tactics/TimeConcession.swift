/// Concedes with time (Faratin, Sierra, Jennings 1998, doi:10.1016/S0921-8890(98)00029-3, section
/// 4.1): the ``TimeTactic`` of one run.
///
///     A(t) = floor + (M - floor) (1 - F(t)) - tolerance
package struct TimeConcession: BiddingTactic {
  package var curve: TimeTactic.Curve
  /// beta > 0.
  package var beta: Double
  /// k in [0, 1], above 0 for the exponential curve.
  package var start: Double
  /// In utility, >= 0.
  package var tolerance: Double

  package init(curve: TimeTactic.Curve, beta: Double, start: Double = 0, tolerance: Double = 0) {
    self.curve = curve
    self.beta = beta
    self.start = start
    self.tolerance = tolerance
  }

  package func aspiration(_ view: BiddingView) -> Double {
    let conceded = curve.concession(at: view.time, beta: beta, start: start)
    return level(conceded, best: view.best, floor: view.floor)
  }

  @inline(__always)
  func aspiration(at clock: RoundClock, best: Double, floor: Double) -> Double {
    level(clock.concession(curve, beta: beta, start: start), best: best, floor: floor)
  }

  @inline(__always)
  private func level(_ conceded: Double, best: Double, floor: Double) -> Double {
    let aspiration = floor + (best - floor) * (1 - conceded) - tolerance
    return min(max(aspiration, floor), best)
  }
}

/// Never leaves its best.
package struct Hardliner: BiddingTactic {
  package init() {}
  package func aspiration(_ view: BiddingView) -> Double { view.best }
}
