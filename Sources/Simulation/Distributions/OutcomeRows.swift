import Bargaining

/// The rows of a result: what its tables, the summary on the screen and the page have in common.
extension OutcomeDistribution {
  /// How often runs end so, of all runs.
  package struct EndingRow: Sendable, Equatable {
    package let ending: Ending
    package let share: WilsonInterval
  }

  package var endingRows: [EndingRow] {
    Ending.allCases.map {
      EndingRow(ending: $0, share: share(endings[$0.rawValue], of: runs))
    }
  }

  /// How often agreements settle an issue so, of all agreements.
  package struct SettlementRow: Sendable, Equatable {
    /// Indices into the issues of the scenario and into their options.
    package let issue: Int
    package let option: Int
    package let share: WilsonInterval
  }

  /// Issue by issue of the agenda.
  package var settlementRows: [SettlementRow] {
    scenario.agenda.flatMap { k in
      settlements[k].indices.map {
        SettlementRow(issue: k, option: $0, share: ofAgreements(settlements[k][$0]))
      }
    }
  }

  /// How often agreements are the same in every issue, of all agreements.
  package struct PackageRow: Sendable, Equatable {
    /// The rank of the outcome in ``OutcomeDistribution/space``.
    package let outcome: UInt64
    package let share: WilsonInterval
  }

  /// The most frequent, the most frequent first.
  package func packageRows(_ most: Int) -> [PackageRow] {
    mostFrequent(most).map { PackageRow(outcome: $0.key, share: ofAgreements($0.count)) }
  }

  /// Where not all of those that are as frequent have room, the names of their options decide which
  /// do: the order of the file says nothing.
  private func mostFrequent(_ most: Int) -> [HeavyHitters.Entry] {
    let all = packages.top()
    guard let space, most > 0, all.count > most, all[most].count == all[most - 1].count else {
      return Array(all.prefix(max(most, 0)))
    }
    let least = all[most].count
    let issues = NameOrder.places(of: scenario.issues.map(\.name))
    func names(_ entry: HeavyHitters.Entry) -> [String] {
      issues.map { scenario.issues[$0].options[space.option(of: $0, in: entry.key)].name }
    }
    let before = all.prefix { $0.count > least }
    let tied = all.filter { $0.count == least }.map { (names: names($0), entry: $0) }
    let kept = tied.sorted { a, b in a.names.lexicographicallyPrecedes(b.names) }.prefix(most - before.count)
    return before + kept.map(\.entry).sorted { $0.key < $1.key }
  }

  /// How much of what was agreed came from a mediator or was agreed in a forum, of all agreements.
  package struct ProposerRow: Sendable, Equatable {
    /// Into the mediators or forums of the scenario.
    package let index: Int
    package let texts: Int
    package let agreed: WilsonInterval
  }

  /// Without mediators that can change nothing.
  package var mediatorRows: [ProposerRow] {
    rows(self.mediators).filter { !scenario.isInert(mediator: $0.index) }
  }

  package var forumRows: [ProposerRow] { rows(self.forums) }

  private func rows(_ proposers: ProposerCounts) -> [ProposerRow] {
    proposers.texts.indices.map {
      ProposerRow(index: $0, texts: proposers.texts[$0], agreed: ofAgreements(proposers.agreements[$0]))
    }
  }

  /// One number of each party over all runs.
  package struct PartyRow: Sendable, Equatable {
    /// Into the parties of the scenario.
    package let party: Int
    /// `utility`, `surplus` or `surplus_at_start`.
    package let measure: String
    package let distribution: MeasureDistribution
  }

  /// Party by party.
  package var partyRows: [PartyRow] {
    self.parties.enumerated().flatMap { party, measures in
      [
        PartyRow(party: party, measure: "utility", distribution: measures.utility),
        PartyRow(party: party, measure: "surplus", distribution: measures.surplus),
        PartyRow(party: party, measure: "surplus_at_start", distribution: measures.surplusAtStart),
      ]
    }
  }

  /// Runs with or without a zone that ended with or without agreement, of those that were looked
  /// at.
  package struct ZoneRow: Sendable, Equatable {
    package let exists: Bool
    package let agreed: Bool
    package let share: WilsonInterval
    /// How many of them had a zone in name only.
    package let bare: Int
  }

  /// All four, of which an agreement without a zone is impossible.
  package var zoneRows: [ZoneRow] {
    let zones = self.zones
    func row(_ exists: Bool, _ agreed: Bool, _ count: Int, bare: Int = 0) -> ZoneRow {
      ZoneRow(
        exists: exists, agreed: agreed, share: share(count, of: zones.total), bare: bare)
    }
    return [
      row(true, true, zones.agreed), row(true, false, zones.missed, bare: zones.missedBare),
      row(false, true, 0), row(false, false, zones.absent),
    ]
  }

  /// Runs that ended without agreement for one cause, of those whose cause is known.
  package struct CauseRow: Sendable, Equatable {
    package let cause: FailureCause
    package let share: WilsonInterval
  }

  /// All causes, whether or not they occurred.
  package var causeRows: [CauseRow] {
    let causes = self.causes
    return FailureCause.allCases.map {
      CauseRow(cause: $0, share: share(causes.counts[$0.rawValue], of: causes.total))
    }
  }

  /// One measure over the agreements that have it.
  package struct MeasureRow: Sendable, Equatable {
    package let measure: AgreementMeasure
    package let distribution: MeasureDistribution
  }

  package var measureRows: [MeasureRow] {
    AgreementMeasure.allCases.map { MeasureRow(measure: $0, distribution: self.efficiency[$0]) }
  }

  /// Runs in which a party's home turned a deal down, of all runs.
  package struct RatificationRow: Sendable, Equatable {
    /// Into the parties of the scenario.
    package let party: Int
    /// Deals turned down, all runs together.
    package let failed: Int
    package let runs: WilsonInterval
  }

  /// Of the parties that have to ratify.
  package var ratificationRows: [RatificationRow] {
    scenario.parties.indices.filter { scenario.parties[$0].isAskedAtHome }.map {
      let counts = self.ratifications[$0]
      return RatificationRow(
        party: $0, failed: counts.failed, runs: share(counts.runs, of: runs))
    }
  }

  /// Agreements in which a phase was completed, of those in which it was begun.
  package struct PhaseRow: Sendable, Equatable {
    /// Into the phases of the scenario.
    package let phase: Int
    package let completed: WilsonInterval
  }

  package var phaseRows: [PhaseRow] {
    let durability = self.durability
    return durability.started.indices.map {
      PhaseRow(
        phase: $0,
        completed: share(durability.completed[$0], of: durability.started[$0]))
    }
  }

  private func ofAgreements(_ count: Int) -> WilsonInterval {
    share(count, of: agreements)
  }
}
