import Bargaining
import Tables

/// Plays particles and says of each how it ends and which observations of a history it fits.
package struct ParticleSurvey: Sendable {
  package let scenario: Scenario
  package let history: History
  package let seed: UInt64
  private let workers: [ParticleWorker]

  /// - Parameters:
  ///   - threads: how many work at once.
  ///   - shouldStop: asked inside runs, on any thread.
  /// - Throws: ``SimulationError`` when the talks cannot be simulated.
  package init(
    _ scenario: Scenario, history: History, seed: UInt64, threads: Int,
    shouldStop: @escaping @Sendable () -> Bool
  ) throws(SimulationError) {
    self.scenario = scenario
    self.history = history
    self.seed = seed
    var workers: [ParticleWorker] = []
    for _ in 0..<max(1, min(threads, Crew.size)) {
      do {
        workers.append(try ParticleWorker(scenario, history: history, shouldStop: shouldStop))
      } catch {
        throw .cannotNegotiate(error)
      }
    }
    self.workers = workers
  }

  /// What becomes of particles, in their order.
  ///
  /// - Parameters:
  ///   - memory: what is known of them already; a stage of its own.
  ///   - shouldStop: asked before every stretch of them, on any thread.
  ///   - onProgress: told how many are done, in their order.
  /// - Returns: `nil` when it was stopped.
  package func fates(
    of particles: [Particle], memory: (any StudyMemory)?, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> ParticleFates? {
    let stretches = RunStretches(0..<particles.count, of: scenario)
    let observations = history.observations.count
    let stage = StudyStage<ParticleFates>(items: stretches.count, memory: memory, shouldStop: shouldStop) {
      $0.isOf(stretches[$1].count, observations: observations)
    }
    return stage.sum(
      of: workers, from: ParticleFates(observations: observations),
      make: { worker, item in worker.fates(of: particles[stretches[item]], seed: seed) },
      add: { sum, _, fates in
        sum.append(fates)
        onProgress(sum.count)
      })
  }
}

/// One worker's negotiations and what watches them; used by one thread at a time.
private final class ParticleWorker: @unchecked Sendable {
  private let negotiations: NegotiationSet
  private var watches: [HistoryWatch]
  private let observations: Int

  init(
    _ scenario: Scenario, history: History, shouldStop: @escaping @Sendable () -> Bool
  ) throws(NegotiationFault) {
    negotiations = try NegotiationSet(scenario)
    negotiations.heed(shouldStop)
    watches = negotiations.members.map { HistoryWatch(history, of: scenario, played: $0.scenario) }
    observations = history.observations.count
  }

  /// `nil` when a run was broken off.
  func fates(of particles: ArraySlice<Particle>, seed: UInt64) -> ParticleFates? {
    var fates = ParticleFates(observations: observations)
    defer { negotiations.follow([]) }
    for particle in particles {
      let place = negotiations.place(of: particle.root, seed: seed)
      let negotiation = negotiations.members[place]
      negotiations.follow(particle.branches)
      watches[place].begin()
      guard negotiation.run(particle.root, seed: seed, observer: &watches[place]) else { return nil }
      let (record, watch) = (negotiation.record, watches[place])
      fates.append(record.ending) { watch.fits($0, record, lastRound: negotiation.lastRound) }
    }
    return fates
  }
}

/// How particles end, and which observations they fit.
package struct ParticleFates: Sendable, Equatable {
  private let observations: Int
  private var endings: [UInt8] = []
  /// Bits, particle after particle, `stride` bytes each.
  private var fits: [UInt8] = []
  private var stride: Int { (observations + 7) / 8 }

  init(observations: Int) { self.observations = observations }

  package var count: Int { endings.count }

  package func ending(of particle: Int) -> Ending { Ending(rawValue: Int(endings[particle])) ?? .outOfTime }

  package func fits(_ particle: Int, _ observation: Int) -> Bool {
    fits[particle * stride + observation / 8] >> UInt8(observation % 8) & 1 == 1
  }

  mutating func append(_ ending: Ending, fits: (Int) -> Bool) {
    endings.append(UInt8(ending.rawValue))
    let first = self.fits.count
    self.fits += repeatElement(0, count: stride)
    for observation in 0..<observations where fits(observation) {
      self.fits[first + observation / 8] |= 1 << UInt8(observation % 8)
    }
  }

  mutating func append(_ other: ParticleFates) {
    endings += other.endings
    fits += other.fits
  }

  func isOf(_ particles: Int, observations: Int) -> Bool {
    count == particles && self.observations == observations
  }
}

extension ParticleFates: StudyRecord {
  package func write(to record: inout WordWriter) {
    record.write(observations)
    record.write(endings)
    record.write(fits)
  }

  package init?(reading words: inout WordReader) {
    guard let observations = words.count(), let endings = words.piece(), let fits = words.piece(),
      endings.allSatisfy({ Int($0) < Ending.allCases.count })
    else { return nil }
    self.init(observations: observations)
    guard fits.count == endings.count * stride else { return nil }
    (self.endings, self.fits) = (endings, fits)
  }
}
