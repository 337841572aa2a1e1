import Bargaining
import Randomness

/// What particles weigh, given what was observed.
package struct ParticleWeights: Sendable {
  /// The greatest is 1 unless all are 0.
  package private(set) var values: [Double]
  /// Per particle: the run that it comes from; equal ones stand together.
  private let roots: [UInt32]

  /// All alike.
  package init(of particles: [Particle]) {
    values = Array(repeating: 1, count: particles.count)
    roots = particles.map(\.root)
  }

  package var total: Double { values.reduce(0, +) }

  /// Whether all that weigh anything weigh the same.
  package var areEven: Bool { values.allSatisfy { $0 == 0 || $0 == 1 } }

  /// Weighs in an observation: the probability that it has in a run that fits it, and in one that
  /// does not.
  package mutating func weighIn(fits: (Int) -> Bool, reliability: Double) {
    for particle in values.indices { values[particle] *= fits(particle) ? reliability : 1 - reliability }
    let greatest = values.max() ?? 0
    guard greatest > 0 else { return }
    for particle in values.indices { values[particle] /= greatest }
  }

  /// The effective number of particles, (sum of weights)² / sum of squared weights (Kish 1965,
  /// *Survey Sampling*); 0 where nothing weighs anything.
  package var effectiveParticles: Double { Self.effective(values) }

  /// How many independent runs the particles are worth: the same of the weights of all particles of
  /// one run together. Particles that were drawn from one run have its numbers in common, and are
  /// counted as if they had everything in common, so that this is at most what they are worth (Lee
  /// & Whiteley 2018, doi:10.1093/biomet/asy028, for the variance by common ancestors).
  package var effectiveRuns: Double {
    var families: [Double] = []
    var last: UInt32?
    for (root, value) in zip(roots, values) {
      if root == last { families[families.count - 1] += value } else { families.append(value) }
      last = root
    }
    return Self.effective(families)
  }

  private static func effective(_ weights: [Double]) -> Double {
    let (sum, squares) = weights.reduce((0, 0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    return squares > 0 ? sum * sum / squares : 0
  }

  /// The weight of those of which something is so, of all weight; 0 where nothing weighs anything.
  package func share(where isSo: (Int) -> Bool) -> Double {
    let total = total
    guard total > 0 else { return 0 }
    var sum = 0.0
    for (particle, value) in values.enumerated() where isSo(particle) { sum += value }
    // All of it is all, whatever was lost in adding up.
    return min(sum / total, 1)
  }

  /// Draws as many particles as there are, each about as often as it weighs: by one number and even
  /// steps (systematic resampling, Kitagawa 1996, doi:10.1080/10618600.1996.10474692), so that each
  /// is drawn the whole number of times next to its part, above or below.
  ///
  /// - Parameter level: in [0, 1).
  /// - Returns: places of particles, rising; empty where nothing weighs anything.
  package func drawn(at level: Double) -> [Int] {
    let total = total
    guard total > 0, let last = values.lastIndex(where: { $0 > 0 }) else { return [] }
    let step = total / Double(values.count)
    var drawn: [Int] = []
    drawn.reserveCapacity(values.count)
    var (particle, reached) = (0, values[0])
    for place in values.indices {
      let point = (Double(place) + level) * step
      while particle < last, reached <= point {
        particle += 1
        reached += values[particle]
      }
      drawn.append(particle)
    }
    return drawn
  }
}

extension [Particle] {
  /// Particles that were drawn anew: the first of each goes on as it was, the others branch off in
  /// a round, each by chance of its own.
  ///
  /// - Parameters:
  ///   - places: rising.
  ///   - round: the first that is not known.
  ///   - seed: of the whole study.
  ///   - generation: how often particles were drawn before.
  package func drawn(_ places: [Int], branchingIn round: Int, seed: UInt64, generation: Int) -> [Particle] {
    let key = StreamID.mix(seed ^ StreamID("given.branch").child(generation).value)
    return places.enumerated().map { number, place in
      var particle = self[place]
      if number > 0, places[number - 1] == place {
        particle.branches.append(
          Branch(round: round, seed: key, run: UInt32(truncatingIfNeeded: number)))
      }
      return particle
    }
  }
}
