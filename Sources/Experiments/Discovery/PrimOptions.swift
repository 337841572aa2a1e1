/// How patient rule induction searches. The defaults are those of the EMA Workbench.
public struct PrimOptions: Sendable, Equatable {
  /// The share of a box's cases that one step peels off a numeric input, in (0, 1/2).
  public let peelAlpha: Double
  /// The share of the cases beyond a limit that one step pastes back, in (0, 1/2).
  public let pasteAlpha: Double
  /// The share of all cases below which no box may fall, in [0, 1].
  public let leastMass: Double
  /// By what the next step is chosen.
  public let objective: PrimObjective

  /// Options; shares lie in (0, 1), and steps of 0.05 to 0.1 are usual (Friedman, Fisher 1999,
  /// doi:10.1023/A:1008894516817).
  public init(
    peelAlpha: Double = 0.05, pasteAlpha: Double = 0.05, leastMass: Double = 0.05,
    objective: PrimObjective = .gainPerCase
  ) {
    precondition(0 < peelAlpha && peelAlpha < 0.5, "a peel takes less than half of a box")
    precondition(0 < pasteAlpha && pasteAlpha < 0.5, "a paste takes less than half of what is outside")
    precondition(0 <= leastMass && leastMass <= 1, "a mass is a share")
    self.peelAlpha = peelAlpha
    self.pasteAlpha = pasteAlpha
    self.leastMass = leastMass
    self.objective = objective
  }
}

/// What the next box is chosen by, when its density is m' in n' cases and the present box's m in n.
///
/// Friedman and Fisher 1999 (doi:10.1023/A:1008894516817), section 14; Kwakkel and Jaxa-Rozen 2016
/// (doi:10.1016/j.envsoft.2015.11.020) on inputs of mixed kinds.
public enum PrimObjective: Sendable, Equatable {
  /// The density m'. Favours categorical inputs, whose steps are larger.
  case density
  /// (m' - m) / |n' - n|: the gain for each case given up. `lenient1` of the EMA Workbench.
  case gainPerCase
  /// n' (m' - m) / |n' - n|: likewise, and a large box is worth more. `lenient2` of the EMA
  /// Workbench.
  case gainPerShare

  /// - Parameters:
  ///   - old: Cases and cases of interest in the present box.
  ///   - new: Likewise in the candidate.
  func score(old: PrimCount, new: PrimCount) -> Double {
    if self == .density { return new.cases == 0 ? -1 : new.density }
    let change = new.density - old.density
    if change == 0 || new.cases == old.cases { return 0 }
    let difference = Double((new.cases - old.cases).magnitude)
    return self == .gainPerCase ? change / difference : Double(new.cases) * change / difference
  }
}

/// How many cases a box holds, and how many of them are of interest.
struct PrimCount {
  var cases = 0
  var interesting = 0

  /// The share of interest; 0 of nothing.
  var density: Double { cases == 0 ? 0 : Double(interesting) / Double(cases) }

  mutating func add(_ isInteresting: Bool) {
    cases += 1
    if isInteresting { interesting += 1 }
  }
}
