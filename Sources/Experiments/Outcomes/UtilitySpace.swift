import Bargaining
import Simulation
import Tables

/// What outcomes are worth to both of two parties, at the middle of every distribution: those that
/// are efficient, those that theories of bargaining single out, those that runs agreed on, and what
/// one run offered.
///
/// Where a scenario has models, the numbers are those of the file as it stands.
package struct UtilitySpace: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// An outcome that no other betters for both (Pareto).
    case frontier
    case nash
    case kalaiSmorodinsky = "kalai_smorodinsky"
    case egalitarian, utilitarian
    /// What each party has without agreement at the start, carrots and sticks included.
    case reservation
    /// An outcome that runs agreed on.
    case agreement
    /// What a party of the first run offered.
    case offer
  }

  /// A row of the table.
  package struct Row: Sendable, Equatable {
    package let kind: Kind
    /// From 1 within its kind: of agreements the most frequent first, of offers as they were made.
    package let place: Int
    /// Who offered: an index into the parties.
    package let by: Int?
    /// Of all agreements.
    package let share: Double?
    package let utilities: SIMD2<Double>

    package init(kind: Kind, place: Int, by: Int? = nil, share: Double? = nil, utilities: SIMD2<Double>) {
      (self.kind, self.place, self.by, self.share) = (kind, place, by, share)
      self.utilities = utilities
    }
  }

  /// Names of the two parties.
  package let parties: [String]
  package let rows: [Row]

  package init(parties: [String], rows: [Row]) {
    (self.parties, self.rows) = (parties, rows)
  }

  /// Outcomes at most, agreements at most, and offers at most.
  private static let (mostOutcomes, mostAgreements, mostOffers): (UInt64, Int, Int) = (1_000_000, 1_000, 400)

  /// `nil` unless there are two parties and at most a million outcomes.
  package init?(of distribution: OutcomeDistribution) {
    let scenario = distribution.scenario
    guard Self.isKnown(of: scenario), distribution.runs > 0, let space = distribution.space
    else { return nil }
    let start = ZoneAtStart(middleOf: scenario)
    guard let solutions = try? Solutions(start, lookingForObstacles: false) else { return nil }
    var rows: [Row] = []
    func add(_ kind: Kind, _ points: [[Double]], by: [Int?] = [], shares: [Double?] = []) {
      rows += points.enumerated().map { place, utilities in
        Row(
          kind: kind, place: place + 1, by: by.isEmpty ? nil : by[place],
          share: shares.isEmpty ? nil : shares[place], utilities: SIMD2(utilities[0], utilities[1]))
      }
    }
    if case .exact(let ranks) = solutions.pareto {
      let points = (try? start.utilities(of: ranks.map(solutions.options))) ?? []
      // Along the frontier, each place once.
      let sorted = points.sorted { ($0[0], -$0[1]) < ($1[0], -$1[1]) }
      add(.frontier, sorted.reduce(into: []) { kept, point in if kept.last != point { kept.append(point) } })
    }
    let named: [(Kind, Computed<SolutionPoint?>)] = [
      (.nash, solutions.nash), (.kalaiSmorodinsky, solutions.kalaiSmorodinsky),
      (.egalitarian, solutions.egalitarian), (.utilitarian, solutions.utilitarian),
    ]
    for (kind, point) in named {
      if case .exact(let found?) = point { add(kind, [found.utilities]) }
    }
    add(.reservation, [solutions.thresholds])
    let packages = distribution.packageRows(Self.mostAgreements)
    add(
      .agreement, (try? start.utilities(of: packages.map { space.options(of: $0.outcome) })) ?? [],
      shares: packages.map(\.share.share))
    let offers = Self.offers(of: scenario, run: distribution.plan.firstRun, seed: distribution.plan.seed)
    add(.offer, (try? start.utilities(of: offers.map(\.options))) ?? [], by: offers.map(\.party))
    self.init(parties: scenario.parties.map(\.name), rows: rows)
  }

  /// Whether there are two parties and few enough outcomes.
  private static func isKnown(of scenario: Scenario) -> Bool {
    let counts = scenario.agenda.map { scenario.issues[$0].options.count }
    return scenario.parties.count == 2 && OutcomeSpace(optionCounts: counts)?.count ?? .max <= mostOutcomes
  }

  /// What its table must be like; none where there is none.
  package static func shapes(of scenario: Scenario, runs: Int) throws -> [TableShape] {
    guard isKnown(of: scenario), runs > 0 else { return [] }
    let table = try UtilitySpace(parties: scenario.parties.map(\.name), rows: []).table()
    return [TableShape(headingOf: table, rows: .distinct(cells: 2))]
  }

  /// What parties put forward in one run, each of them when it differs from what it last did.
  private static func offers(of scenario: Scenario, run: Int, seed: UInt64) -> [(party: Int, options: [Int])]
  {
    guard let negotiations = try? NegotiationSet(scenario) else { return [] }
    let number = UInt32(truncatingIfNeeded: run)
    let traced = TracedRun(number, seed: seed, in: negotiations.negotiation(of: number, seed: seed))
    var last: [Int: [Int]] = [:]
    return traced.acts.compactMap { act -> (party: Int, options: [Int])? in
      guard act.kind == .offer, case .party(let party) = act.actor, !act.options.isEmpty,
        act.options.allSatisfy({ $0 >= 0 }), last[party] != act.options
      else { return nil }
      last[party] = act.options
      return (party, act.options)
    }.prefix(mostOffers).map(\.self)
  }

  /// `utility_space`: kind, place, party (who offered), share (of agreements), then `utility_PARTY`
  /// of both.
  package func table() throws(TableError) -> Table {
    try Table(
      "utility_space",
      columns: [
        .text("kind", rows.map(\.kind.rawValue)), .integer("place", rows.map(\.place)),
        .text("party", rows.map { $0.by.map { parties[$0] } }), .real("share", rows.map(\.share)),
        .real("utility_\(parties[0])", rows.map(\.utilities.x)),
        .real("utility_\(parties[1])", rows.map(\.utilities.y)),
      ])
  }
}
