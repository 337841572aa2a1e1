import Randomness

extension Mediators {
  /// Whether a party takes up a text of a mediator, as far as that is a matter of trust: if it
  /// trusts it more than a number that is drawn once for the three of them.
  func takesUp(_ text: Lane<UInt8>, of author: TextAuthor, _ party: Int) -> Bool {
    var trust = trustInTexts(of: author.mediator, by: party)
    if author.bench >= 0 {
      for mediator in benches[author.bench].members {
        trust = max(trust, trustInTexts(of: mediator, by: party))
      }
    }
    if trust <= 0 { return false }
    if trust >= 1 { return true }
    let stream =
      author.bench < 0
      ? numbers.dice.takeUps[author.mediator * parties.count + party]
      : benchTakeUps[author.bench * parties.count + party]
    return numbers.trait(stream, at: key(of: text)) < trust
  }

  /// The last text that an author tabled in a forum.
  @inline(__always)
  func lastTabled(_ author: TextAuthor, in forum: Int) -> TabledText {
    author.bench < 0 ? tabled[author.mediator * forumCount + forum] : benches[author.bench].tabled
  }

  /// What names a text, whatever the order of issues and options.
  private func key(of text: Lane<UInt8>) -> Int {
    var sum: UInt64 = 0
    for k in 0..<text.count { sum &+= optionKeys[agenda.layout.offsets[k] + Int(text[k])] }
    return Int(truncatingIfNeeded: StreamID.mix(sum))
  }

  /// The members of a forum have answered to a text.
  ///
  /// - Parameter worths: per party: what it is worth to it.
  func noteAnswers(
    _ answers: Answers, to text: Lane<UInt8>, of author: TextAuthor, in forum: Int, _ plan: ForumPlan,
    worths: Lane<Double>
  ) {
    learn(from: answers, to: text, plan, worths)
    let last = lastTabled(author, in: forum)
    if author.bench < 0 {
      counsel(author.mediator, plan.members, worths: worths)
      moveTrust(answers, author.mediator, last, plan.members, worths)
      tabled[author.mediator * forumCount + forum].keep(text, refusedBy: answers.refusers)
    } else {
      for mediator in benches[author.bench].members {
        counsel(mediator, plan.members, worths: worths)
        moveTrust(answers, mediator, last, plan.members, worths)
      }
      benches[author.bench].tabled.keep(text, refusedBy: answers.refusers)
    }
  }

  // MARK: What is learnt

  /// The mediators of a forum hear why a text is refused. Who says that it brings less than no
  /// agreement cannot have the surplus that a mediator thought; who does not say so has no loss.
  private func learn(from answers: Answers, to text: Lane<UInt8>, _ plan: ForumPlan, _ worths: Lane<Double>) {
    let sigma = numbers[noise]
    for k in 0..<text.count { textSlots[k] = agenda.layout.offsets[k] + Int(text[k]) }
    for mediator in plan.mediators {
      guard !plans[mediator].learns, numbers[plans[mediator].formulate.index] > 0 else { continue }
      if !states[mediator].hasNoise { drawNoise(mediator) }
      let corrections = states[mediator].corrections
      for party in plan.members where sigma > 0 || overstatements[party] >= 0 {
        let surplus = worths[party] - gap(of: mediator, about: party, sigma)
        let bit: UInt32 = .bit(party)
        let isTooHigh = answers.tooLittle & bit != 0 && surplus > 0
        let isTooLow = (answers.tooLittle | answers.crossed) & bit == 0 && surplus < 0
        if isTooHigh || isTooLow { corrections[party] += surplus }
      }
    }
  }

  /// What the text at hand must really bring a party for a mediator to see no surplus in it: what
  /// the mediator takes for needed, less its error about the text.
  @inline(__always)
  private func gap(of mediator: Int, about party: Int, _ sigma: Double) -> Double {
    let known =
      told(by: party, trusting: plans[mediator].toward[party].trust) + states[mediator].corrections[party]
    guard sigma > 0 else { return known }
    let length = agenda.layout.slotCount + 1
    let noise = states[mediator].noise.slice(party * length, length)
    var sum = 0.0
    for k in 0..<textSlots.count { sum += noise[textSlots[k]] }
    let width = sigma * remainingError(of: mediator, about: party)
    return known + width * (noise[length - 1] - sum * rootOfIssues)
  }

  // MARK: Trust

  /// A text that brings a party less than no agreement, or crosses its red line, costs the mediator
  /// trust; one that is better for it than the mediator's last one brings trust.
  private func moveTrust(
    _ answers: Answers, _ mediator: Int, _ last: TabledText, _ members: Lane<Int>, _ worths: Lane<Double>
  ) {
    for party in members {
      let relation = plans[mediator].toward[party]
      if (answers.tooLittle | answers.crossed).contains(bit: party) {
        move(relation.trust, to: 0, by: relation.loss)
      } else if last.exists, relation.gain != nil,
        UtilityGrid.exceeds(worths[party], parties[party].worth.table.utility(last.text))
      {
        move(relation.trust, to: 1, by: relation.gain)
      }
    }
  }

  /// A deal on a mediator's text was turned down at the home of one party: the others trust it
  /// less.
  func loseTrust(in author: TextAuthor, turnedDownBy party: Int) {
    if author.bench < 0 { return loseTrust(in: author.mediator, turnedDownBy: party) }
    for mediator in benches[author.bench].members { loseTrust(in: mediator, turnedDownBy: party) }
  }

  private func loseTrust(in mediator: Int, turnedDownBy party: Int) {
    for other in 0..<parties.count where other != party && meets[mediator * parties.count + other] {
      let relation = plans[mediator].toward[other]
      move(relation.trust, to: 0, by: relation.loss)
    }
  }

  /// The trust itself moves; what events add to it or take from it comes on top.
  private func move(_ trust: ParameterID, to end: Double, by rate: ParameterID?) {
    guard let rate, numbers[rate.index] > 0 else { return }
    numbers.drawn[trust.index] += numbers[rate.index] * (end - numbers.drawn[trust.index])
    events.update(trust.index, numbers)
    forgetLeverage()
  }
}
