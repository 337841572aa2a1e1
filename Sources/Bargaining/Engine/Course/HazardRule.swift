import Randomness

/// What hazards look at, each in [0, 1]; see ``HazardTerms``.
struct HazardMeasures: BitwiseCopyable {
  var distance = 0.0
  var pain = 0.0
  var shock = 0.0
  var trust = 0.0
}

/// ``HazardTerms`` laid out flat.
struct HazardRule: BitwiseCopyable {
  /// Where the coefficients are kept; -1 for 0.
  private let distance: Int
  private let pain: Int
  private let shock: Int
  private let trust: Int

  init(_ terms: HazardTerms) {
    distance = terms.distance?.index ?? -1
    pain = terms.pain?.index ?? -1
    shock = terms.shock?.index ?? -1
    trust = terms.trust?.index ?? -1
  }

  /// Whether some coefficient is other than 0 now.
  @inline(__always)
  func isAtWork(_ numbers: Lane<Double>) -> Bool {
    weight(distance, numbers) != 0 || weight(pain, numbers) != 0 || weight(shock, numbers) != 0
      || weight(trust, numbers) != 0
  }

  /// What a hazard is multiplied by, the numbers being what they are now or were drawn.
  func factor(_ measures: HazardMeasures, _ numbers: Lane<Double>) -> Double {
    Elementary.exp(
      weight(distance, numbers) * measures.distance + weight(pain, numbers) * measures.pain
        + weight(shock, numbers) * measures.shock + weight(trust, numbers) * measures.trust)
  }

  /// A probability per round whose hazard is multiplied by a factor.
  static func scaled(_ probability: Double, by factor: Double) -> Double {
    if factor == 1 || probability <= 0 || probability >= 1 { return probability }
    return 1 - Elementary.exp(factor * Elementary.log(1 - probability))
  }

  @inline(__always)
  private func weight(_ place: Int, _ numbers: Lane<Double>) -> Double { place < 0 ? 0 : numbers[place] }
}

extension Negotiation {
  /// Whether talks that have just broken down would have done so, by the same draw, had no event
  /// ever touched the risk: neither by an effect on its numbers nor as a shock.
  func breaksDownUnmoved() -> Bool {
    var measures = measures()
    measures.shock = 0
    return course.breaksDown(
      by: numbers.drawn, factor: course.collapse.factor(measures, numbers.drawn))
  }

  /// What hazards look at, as it is now.
  @inline(never)
  func measures() -> HazardMeasures {
    HazardMeasures(
      distance: 1 - seats.progress(), pain: min(1, seats.leastDelay),
      shock: events.shock(in: course.round, halfLife: course.shockHalfLife, numbers),
      trust: mediators.meanTrust)
  }
}

extension Mediators {
  /// The mean trust of the parties in the mediators whom they meet; 0 where nobody mediates.
  var meanTrust: Double {
    var (sum, pairs) = (0.0, 0)
    for mediator in 0..<count {
      for party in 0..<parties.count where meets[mediator * parties.count + party] {
        sum += numbers[plans[mediator].toward[party].trust.index]
        pairs += 1
      }
    }
    return pairs == 0 ? 0 : sum / Double(pairs)
  }
}
