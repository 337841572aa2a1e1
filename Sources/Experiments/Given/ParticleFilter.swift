import Bargaining
import Randomness
import Simulation

/// Weighs particles by one observation after another.
struct ParticleFilter {
  let study: GivenStudy
  private(set) var particles: [Particle]
  private var fates: ParticleFates
  private(set) var weights: ParticleWeights
  /// After no observation, after the first, and so on.
  private(set) var forecasts: [Forecast] = []
  /// How often all particles were played.
  private(set) var passes = 1
  /// The first round of which nothing is known.
  private var firstUnknown = 0
  private static let stream = StreamID("given.draw")

  init(_ study: GivenStudy, _ particles: [Particle], _ fates: ParticleFates) {
    self.study = study
    self.particles = particles
    self.fates = fates
    weights = ParticleWeights(of: particles)
  }

  var effectiveRuns: Double { weights.effectiveRuns }

  /// Weighs in the whole history, particles as they are.
  mutating func weigh() throws(GivenFault) { _ = try weigh(drawingAnew: nil) }

  /// Weighs in the whole history.
  ///
  /// - Parameter play: plays particles that were drawn anew, when their effective number has fallen
  ///   below half; told how often all were played before. `nil` never to do so.
  /// - Returns: whether it was done; false when `play` was stopped.
  mutating func weigh(
    drawingAnew play: ((_ particles: [Particle], _ passes: Int) -> ParticleFates?)?
  ) throws(GivenFault) -> Bool {
    let observations = study.history.observations
    note(after: 0, round: 0)
    for (place, observation) in observations.enumerated() {
      let fates = fates
      weights.weighIn(fits: { fates.fits($0, place) }, reliability: observation.reliability)
      firstUnknown = max(firstUnknown, observation.knownIn + 1)
      note(after: place + 1, round: observation.round)
      guard weights.total > 0 else {
        // Particles that are drawn anew may still do.
        if play == nil, study.history.observations.count > 1, place > 0 { return true }
        throw .nothingFits(observations: place + 1, round: observation.round, runs: study.runs)
      }
      guard let play, place + 1 < observations.count,
        weights.effectiveParticles < Double(particles.count) / 2
      else { continue }
      drawAnew()
      guard let played = play(particles, passes) else { return false }
      passes += 1
      self.fates = played
    }
    return true
  }

  /// Draws particles by their weights, which are then even.
  private mutating func drawAnew() {
    let level = RandomStream.uniform(
      seed: study.seed, run: UInt32(truncatingIfNeeded: passes), stream: Self.stream, at: 0)
    particles = particles.drawn(
      weights.drawn(at: level), branchingIn: firstUnknown, seed: study.seed, generation: passes)
    weights = ParticleWeights(of: particles)
  }

  private mutating func note(after count: Int, round: Int) {
    let effective = weights.effectiveRuns
    forecasts += Ending.allCases.map { ending in
      Forecast(
        after: count, round: round, ending: ending,
        share: WilsonInterval(
          share: weights.share { fates.ending(of: $0) == ending }, effective: effective),
        effectiveRuns: effective)
    }
  }

  /// Particles of even weight, and how many independent runs each of them stands for. Where weights
  /// are uneven they are drawn, and those that are drawn more than once go on each by itself from
  /// the first round of which nothing is known.
  func outcome() -> (particles: [Particle], worth: Double) {
    guard weights.areEven else {
      var drawn = self
      drawn.drawAnew()
      return (drawn.particles, effectiveRuns / Double(particles.count))
    }
    let left = zip(particles, weights.values).filter { $0.1 > 0 }.map(\.0)
    return (left, effectiveRuns / Double(left.count))
  }

  var method: GivenResult.Method {
    if passes > 1 { return .filter }
    if study.history.observations.isEmpty { return .all }
    return study.history.observations.allSatisfy { $0.reliability == 1 } ? .rejection : .weights
  }

  /// That too few are left.
  var tooFew: GivenFault {
    let needed = (Double(study.runs) * Double(study.least) / max(effectiveRuns, 0.5)).rounded(.up)
    return .tooFew(
      effective: effectiveRuns, least: study.least, runs: study.runs,
      needed: Int(min(needed, Double(SimulationPlan.mostRuns))))
  }
}

/// How likely an ending is after so many observations.
package struct Forecast: Sendable, Equatable {
  /// How many observations are known.
  package let after: Int
  /// The round of the last of them; 0 before the first.
  package let round: Int
  package let ending: Ending
  package let share: WilsonInterval
  package let effectiveRuns: Double
}
