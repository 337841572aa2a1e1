import Randomness

extension Mediators {
  /// Lays out the benches of all forums; `benchOf[m * F + f]` is the place of that of mediator m in
  /// forum f, or -1.
  static func benches(
    of scenario: Scenario, layout: IssueLayout, arena: Arena
  ) -> (benches: [JointBench], benchOf: [Int], preferences: [Preferences], takeUps: [StreamID]) {
    var benches: [JointBench] = []
    var benchOf = [Int](repeating: -1, count: scenario.mediators.count * scenario.forums.count)
    var preferences: [Preferences] = []
    var takeUps: [StreamID] = []
    for (f, forum) in scenario.forums.enumerated() {
      for group in scenario.mediation.joint {
        let members = group.filter(forum.mediators.contains)
          .sorted { scenario.mediators[$0].name < scenario.mediators[$1].name }
        guard members.count > 1 else { continue }
        for mediator in members { benchOf[mediator * scenario.forums.count + f] = benches.count }
        let wants = members.map { scenario.mediators[$0].preferences }
        let together = Preferences(
          issues: layout.optionCounts.map { _ in nil }, interactions: wants.flatMap(\.interactions),
          redLines: wants.flatMap(\.redLines))
        let table = UtilityTable(preferences: together, layout: layout, arena: arena)
        benches.append(
          JointBench(
            members: arena.lane(members), table: table, whole: table,
            tabled: TabledText(issues: layout.optionCounts.count, arena: arena)))
        preferences.append(together)
        let names = members.map { scenario.mediators[$0].name }.joined(separator: "+")
        takeUps += scenario.parties.map { StreamID("mediators.\(names).toward.\($0.name).takes_up") }
      }
    }
    return (benches, benchOf, preferences, takeUps)
  }

  /// Whose a text of a mediator in a forum is.
  @inline(__always)
  func author(_ mediator: Int, in forum: Int) -> TextAuthor {
    TextAuthor(mediator: mediator, bench: benchOf[mediator * forumCount + forum])
  }

  /// Whether nobody on its bench has had a text to table in this round; from now on somebody has.
  func mayTable(_ author: TextAuthor, in round: Int) -> Bool {
    guard author.bench >= 0 else { return true }
    if benches[author.bench].lastRound == round { return false }
    benches[author.bench].lastRound = round
    return true
  }

  func beginBenches() {
    for bench in 0..<benches.count { benches[bench].lastRound = -1 }
    turnBenchesToStage()
  }

  func turnBenchesToStage() {
    for bench in 0..<benches.count {
      if agenda.isStaged {
        benches[bench].table = benchViews.view(of: bench, at: agenda.stage)?.table ?? benches[bench].whole
      }
      benches[bench].tabled.forget()
    }
  }

  /// Drafts the text of a bench, from what its members believe together.
  func draftJointly(_ bench: Int, for members: Lane<Int>, at table: ForumState) -> Bool {
    let mediators = benches[bench].members
    for mediator in mediators { drawNoise(mediator) }
    let weight = poolInterests(of: bench)
    let joint = benches[bench].table
    let open = draft.open(joint, weight: weight, most: joint.mostUtility(of: joint.worth))
    for party in members {
      pool(mediators, about: party)
      voice(party, noise: pooled, mostNoise: mostNoise(of: party, in: pooled), open)
    }
    return finish(open.heard(), from: origin(of: members, table), members, table)
  }

  /// What the members of a bench believe of a party together: each counts by the inverse of the
  /// variance of its errors.
  private func pool(_ mediators: Lane<Int>, about party: Int) {
    let length = agenda.layout.slotCount + 1
    let noise = pooled.slice(party * length, length)
    noise.fill(0)
    let sigma = numbers[self.noise]
    var (total, demand, weight) = (0.0, 0.0, 0.0)
    for mediator in mediators {
      let error = max(remainingError(of: mediator, about: party), 1e-6)
      let precision = 1 / (error * error)
      let toward = plans[mediator].toward[party]
      total += precision
      demand += precision * (told(by: party, trusting: toward.trust) + states[mediator].corrections[party])
      weight += 1 + numbers[toward.bias.index]
      let own = states[mediator].noise.slice(party * length, length)
      for place in 0..<length { noise[place] += precision * error * own[place] }
    }
    for place in 0..<length { noise[place] /= total }
    beliefs[party] = Belief(
      width: sigma / Double(agenda.issueCount).squareRoot(),
      threshold: demand / total + sigma * noise[length - 1], weight: weight / Double(mediators.count))
  }

  /// Fills the table of a bench with the mean of its members' interests, each by its weight.
  ///
  /// - Returns: the mean of the weights.
  private func poolInterests(of bench: Int) -> Double {
    let table = benches[bench].table
    var total = 0.0
    for mediator in benches[bench].members { total += numbers[plans[mediator].ownInterest.index] }
    table.worth.fill(0)
    var place = 0
    for mediator in benches[bench].members {
      let share = total > 0 ? numbers[plans[mediator].ownInterest.index] / total : 0
      let own = states[mediator].table
      for slot in 0..<agenda.layout.slotCount { table.worth[slot] += share * own.worth[slot] }
      for j in 0..<own.bonus.count {
        table.bonus[place] = UtilityGrid.nearest(share * own.bonus[j])
        place += 1
      }
    }
    for slot in 0..<agenda.layout.slotCount { table.worth[slot] = UtilityGrid.nearest(table.worth[slot]) }
    return total / Double(benches[bench].members.count)
  }
}
