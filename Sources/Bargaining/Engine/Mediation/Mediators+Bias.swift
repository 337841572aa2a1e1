/// What a mediator's bias does beside its drafts, by two channels: ``Mediation/allegiance`` and
/// ``Mediation/suspicion``.
extension Mediators {
  /// The trust by which a mediator's texts are taken up by a party.
  func trustInTexts(of mediator: Int, by party: Int) -> Double {
    let trust = numbers[plans[mediator].toward[party].trust.index]
    guard allegiance >= 0 || suspicion >= 0 else { return trust }
    let lean = lean(of: mediator, to: party)
    if lean < 0 { return suspicion < 0 ? trust : trust * (1 + numbers[suspicion] * lean) }
    return trust + following(of: mediator, by: party) * (1 - trust)
  }

  /// The trust by which a mediator's carrots and sticks reach a party.
  func trustInLeverage(of mediator: Int, by party: Int) -> Double {
    let trust = numbers[plans[mediator].toward[party].trust.index]
    return trust + following(of: mediator, by: party) * (1 - trust)
  }

  /// In [0, 1]: how far a party follows a mediator that leans to it.
  @inline(__always)
  private func following(of mediator: Int, by party: Int) -> Double {
    guard allegiance >= 0, numbers[allegiance] > 0 else { return 0 }
    return numbers[allegiance] * max(0, lean(of: mediator, to: party))
  }

  /// In [-1, 1]: half of the difference between a mediator's bias towards a party and the mean of
  /// its biases towards the others that it meets.
  private func lean(of mediator: Int, to party: Int) -> Double {
    let toward = plans[mediator].toward
    var (sum, others) = (0.0, 0)
    for other in 0..<parties.count where other != party && meets[mediator * parties.count + other] {
      sum += numbers[toward[other].bias.index]
      others += 1
    }
    guard others > 0 else { return 0 }
    return (numbers[toward[party].bias.index] - sum / Double(others)) / 2
  }

  /// A text says to the parties that its mediator leans to that more is not to be had.
  func counsel(_ mediator: Int, _ members: Lane<Int>, worths: Lane<Double>) {
    guard allegiance >= 0, numbers[allegiance] > 0 else { return }
    for party in members {
      let weight = following(of: mediator, by: party)
      guard weight > 0 else { continue }
      parties[party].standing.hear(
        thatNoMoreThan: worths[party], of: parties[party].worth.best, weight: weight)
    }
  }
}
