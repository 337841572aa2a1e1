/// The phases of a scenario laid out flat, and room to reckon with those of one deal.
struct PhasePlan {
  /// One phase of one deal.
  struct Step: BitwiseCopyable {
    /// Whether the deal has this phase.
    var isAgreed = false
    /// The share of the mediators' leverage that is left before it.
    var leverage = 1.0
    var monitoring = 0.0
    var guarantee = 0.0
    /// The most tempted party, and its T and C.
    var party = 0
    var score = -Double.infinity
    var temptation = 0.0
    var continuation = 0.0
    /// Its `T - C` had the leverage not faded.
    var gainAtSignature = 0.0
    /// The probability that it fails.
    var risk = 0.0
  }

  struct Terms: BitwiseCopyable {
    /// Bit per issue that the phase settles.
    let issues: UInt32
    let monitoring: Int
    let guarantee: Int
  }

  let terms: Lane<Terms>
  let steps: Lane<Step>
  /// Conditions as bits: of the phases, then of the provisions.
  let conditions: UtilityTable
  let provisions: Lane<(monitoring: Int, guarantee: Int)>
  /// `weights[i * K + k]`: where party i's weight of issue k is kept, or -1.
  let weights: Lane<Int>
  /// Per issue: how many phases of the deal settle it.
  let settledBy: Lane<Int32>
  /// Bits of the parties that look ahead.
  let lookingAhead: UInt32
  /// What a party that looks ahead supposes of the others: every number at the middle of its
  /// distribution, and outcomes' worths at those.
  let supposed: Lane<Double>
  let supposedWorths: Lane<UtilityTable>

  init(_ scenario: Scenario, layout: IssueLayout, arena: Arena) {
    let phases = scenario.implementation?.phases ?? []
    let deals = scenario.implementation?.provisions ?? []
    terms = arena.lane(
      phases.map { phase in
        Terms(
          issues: phase.issues.reduce(0) { $0 | .bit($1) }, monitoring: phase.monitoring.index,
          guarantee: phase.guarantee.index)
      })
    steps = arena.lane(phases.count, of: Step())
    conditions = UtilityTable(
      preferences: Preferences(
        issues: layout.optionCounts.map { _ in nil },
        redLines: phases.map { $0.condition ?? Condition([]) } + deals.map(\.condition)),
      layout: layout, arena: arena)
    provisions = arena.lane(deals.map { ($0.monitoring.index, $0.guarantee.index) })
    settledBy = arena.lane(layout.optionCounts.count, of: 0)
    let looking = scenario.parties.indices.filter { scenario.parties[$0].looksAhead && !phases.isEmpty }
    lookingAhead = looking.reduce(0) { $0 | .bit($1) }
    supposed = arena.lane(looking.isEmpty ? [] : scenario.parameters.map(\.distribution.middle))
    supposedWorths = arena.lane(
      looking.isEmpty
        ? []
        : scenario.parties.map {
          UtilityTable(preferences: $0.preferences, layout: layout, arena: arena)
        })
    weights = arena.lane(
      phases.isEmpty
        ? [] : scenario.parties.flatMap { $0.preferences.issues.map { $0?.weight.index ?? -1 } })
    for party in 0..<supposedWorths.count {
      supposedWorths[party].fill(
        from: scenario.parties[party].preferences, numbers: supposed, layout: layout)
    }
  }
}
