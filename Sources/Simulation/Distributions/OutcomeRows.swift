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
      EndingRow(ending: $0, share: WilsonInterval(count: endings[$0.rawValue], total: runs))
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
    packages.top(most).map { PackageRow(outcome: $0.key, share: ofAgreements($0.count)) }
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
        exists: exists, agreed: agreed, share: WilsonInterval(count: count, total: zones.total), bare: bare)
    }
    return [
      row(true, true, zones.agreed), row(true, false, zones.missed, bare: zones.missedBare),
      row(false, true, 0), row(false, false, zones.absent),
    ]
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
        party: $0, failed: counts.failed, runs: WilsonInterval(count: counts.runs, total: runs))
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
        completed: WilsonInterval(count: durability.completed[$0], total: durability.started[$0]))
    }
  }

  private func ofAgreements(_ count: Int) -> WilsonInterval {
    WilsonInterval(count: count, total: agreements)
  }
}
