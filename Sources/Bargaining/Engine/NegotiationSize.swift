/// What a negotiation takes, by the structure of its scenario alone: known before any memory is
/// laid out.
///
/// Sizes are those of what grows with the outcomes, the conditions or the rounds; everything else
/// together is less than ``rest``. Steps are those of the searches, some nanoseconds each.
package struct NegotiationSize: Sendable {
  /// What the search of one party takes (``OutcomeSearch``).
  package struct Search: Sendable {
    /// Combinations of each half of the issues, which are kept sorted.
    package let combinations: SIMD2<Int>
    /// Classes that the conditions across the halves part each of them into.
    package let classes: SIMD2<Int>
    /// The conditions across the halves: interactions first, then red lines.
    package let across: [Int]
    let hasConditions: Bool

    /// Steps of a search that walks all pairs of classes.
    package var steps: Double {
      Double(classes[1]) * Double(combinations[0]) + Double(classes[0]) * Double(combinations[1])
    }

    /// Keys, numbers, spares and stairs of each combination; its conditions and its class; and what
    /// is carried from target to target, unless that would be too much (``Frontier``).
    package var bytes: Int {
      let entries = combinations[0] + combinations[1]
      let carried = classes[1] * combinations[0]
      let isCarried = carried <= Frontier.mostRows * combinations.max()
      return entries * (32 + (hasConditions ? 12 : 0)) + (isCarried ? carried * 12 : 0)
    }

    /// Steps of sorting everything.
    var sorting: Double {
      let entries = Double(combinations[0] + combinations[1])
      return entries * (hasConditions ? Double(Int.bitWidth - combinations.max().leadingZeroBitCount) : 4)
    }
  }

  /// By the whole preferences, one per party.
  package let searches: [Search]
  /// By what is on the table at an earlier stage of the agenda, where that is something else:
  /// parties and searches.
  let staged: [(party: Int, search: Search)]
  /// Distinct offers that are remembered for MiCRO, in bytes.
  package let ledgerBytes: Int
  /// When events happened, as long as effects that end may last, in bytes.
  package let eventBytes: Int
  /// About how many steps a run takes before its first round, and a round at most.
  package let preparation: Double
  package let roundSteps: Double

  /// The most combinations of half of the issues, over both halves and all parties, that a
  /// negotiation keeps sorted: 2^25, at 32 bytes each, and 12 more where there are conditions, up
  /// to 1.5 GB; what is carried from round to round comes on top (``bytes``).
  package static let mostEntries = 1 << 25

  /// The most pairs of classes (``OutcomeSearch``) that the search of a party may have to walk:
  /// some milliseconds for each search.
  package static let mostPairs = 1 << 17

  /// The most steps that one search of a party may take: some tenths of a second.
  package static let mostSearchSteps = Double(1 << 28)

  /// Everything that does not grow, at most.
  package static let rest = 8 << 20

  /// One negotiation, as one thread keeps it.
  package var bytes: Int {
    (searches + staged.map(\.search)).reduce(Self.rest + ledgerBytes + eventBytes) { $0 + $1.bytes }
  }

  /// Lays out no memory. The limits depend on the scenario alone and not on the machine, so that a
  /// scenario that runs anywhere runs everywhere.
  ///
  /// - Throws: ``NegotiationFault`` when the outcomes cannot be searched.
  package init(of scenario: Scenario) throws(NegotiationFault) {
    guard let space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count)) else {
      throw .tooManyOutcomes
    }
    var measure = SearchMeasure(scenario)
    var searches: [Search] = []
    for party in scenario.parties { searches.append(try measure.search(by: party.preferences)) }
    var staged: [(Int, Search)] = []
    let stages = scenario.order.stages(over: scenario.agenda)
    for stage in StageViews.partial(scenario.parties.map(\.preferences), stages, scenario.order) {
      for (party, known) in stage.enumerated() {
        if let known { staged.append((party, try measure.search(by: known))) }
      }
    }
    self.searches = searches
    self.staged = staged
    let parties = scenario.parties.count
    let ledgers = scenario.parties.count { SeatTactic.needs(of: $0.tactic).contains(.ledger) }
    ledgerBytes =
      ledgers
      * OfferLedger.bytes(
        parties: parties, mostOffers: Int(min(UInt64(scenario.rounds * scenario.forums.count), space.count)))
    eventBytes = 4 * EventBook.happenings(in: scenario)
    preparation = searches.reduce(0) { $0 + $1.sorting }
    roundSteps = Self.roundSteps(of: scenario, searches, preparation)
  }

  /// The first party of whom interactions and red lines tie too many issues together, and which of
  /// them lie across the halves of the issues (interactions first, then red lines); `nil` when
  /// there is none such.
  package static func entanglement(in scenario: Scenario) -> (party: Int, across: [Int])? {
    var measure = SearchMeasure(scenario)
    for (index, party) in scenario.parties.enumerated() {
      do {
        _ = try measure.search(by: party.preferences)
      } catch {
        return error == .tooManyConditions ? (index, measure.lastAcross) : nil
      }
    }
    return nil
  }

  /// Offers, texts and votes of every forum; and where events may move preferences, sorting anew.
  private static func roundSteps(
    of scenario: Scenario, _ searches: [Search], _ preparation: Double
  ) -> Double {
    let slots = Double(scenario.issues.reduce(0) { $0 + $1.options.count })
    let moves = scenario.events.reduce(0) { $0 + $1.effects.count }
    var steps = moves == 0 ? 0 : min(Double(moves), Double(searches.count)) * preparation
    for forum in scenario.forums {
      for party in forum.members {
        let needs = SeatTactic.needs(of: scenario.parties[party].tactic)
        steps += searches[party].steps
        if needs.contains(.offers) { steps += Double(ConcessionSearch.budget) }
        if needs.contains(.ledger) { steps += searches[party].steps }
      }
      steps += Double(forum.mediators.count * forum.members.count) * slots * slots
      if case .singleText(let plan) = forum.rules { steps += Double(plan.proposals * forum.members.count) }
    }
    return steps
  }
}

extension NegotiationSize {
  /// What a thread takes that plays a scenario: a negotiation for each of its models; `nil` when
  /// one of them is too large.
  package static func bytes(of scenario: Scenario) -> Int? {
    var sum = 0
    for alternative in scenario.alternatives {
      guard let size = try? NegotiationSize(of: alternative) else { return nil }
      let (bytes, isTooMuch) = sum.addingReportingOverflow(size.bytes)
      sum = isTooMuch ? .max / 2 : min(bytes, .max / 2)
    }
    return sum
  }
}

/// Finds out what searches take. Counting classes takes steps itself, of which all searches of a
/// scenario together may take so many.
private struct SearchMeasure {
  /// A fraction of a second.
  private static let mostSteps = 1 << 23

  private let scenario: Scenario
  /// Per issue: its options where it is bargained over, else 1; and the option at which it is held,
  /// or -1.
  private let counts: [Int]
  private let held: [Int]
  /// The issues by name.
  private let order: [Int]
  /// The conditions across the halves of the last search.
  private(set) var lastAcross: [Int] = []
  private var entries = 0
  private var left = Self.mostSteps

  init(_ scenario: Scenario) {
    self.scenario = scenario
    counts = scenario.issues.map { $0.isOnAgenda ? $0.options.count : 1 }
    held = scenario.issues.map { $0.isOnAgenda ? -1 : ($0.statusQuo ?? 0) }
    order = NameOrder.places(of: scenario.issues.map(\.name))
  }

  mutating func search(by preferences: Preferences) throws(NegotiationFault) -> NegotiationSize.Search {
    let conditions = preferences.interactions.map(\.condition) + preferences.redLines
    // As the search will split them: issues off the agenda do not tie others together.
    let issues = conditions.map { $0.clauses.map(\.issue).filter { scenario.issues[$0].isOnAgenda } }
    let split = IssueSplit(counts: counts, conditions: issues, order: order)
    let across = conditions.indices.filter { j in
      issues[j].contains(where: split.left.contains) && issues[j].contains(where: split.right.contains)
    }
    lastAcross = across
    var combinations = SIMD2(0, 0)
    var classes = SIMD2(1, 1)
    for (side, half) in [split.left, split.right].enumerated() {
      // No product overflows: that of all issues is below 2^63.
      combinations[side] = min(half.reduce(1) { $0 * counts[$1] }, NegotiationSize.mostEntries + 1)
      classes[side] = classesOf(half, across.map { conditions[$0] })
    }
    entries += combinations[0] + combinations[1]
    let search = NegotiationSize.Search(
      combinations: combinations, classes: classes, across: across, hasConditions: !conditions.isEmpty)
    if classes[0] * classes[1] > NegotiationSize.mostPairs { throw .tooManyConditions }
    if entries > NegotiationSize.mostEntries { throw .halvesTooLarge }
    if search.steps > NegotiationSize.mostSearchSteps { throw .tooManyConditions }
    return search
  }

  /// Into how many classes conditions part the ways to settle some issues; a number above
  /// ``NegotiationSize/mostPairs`` if there are more than that, or if it takes too long to tell.
  private mutating func classesOf(_ half: [Int], _ across: [Condition]) -> Int {
    var patterns: Set<UInt64> = [~0]
    for k in half where across.contains(where: { $0.clauses.contains { $0.issue == k } }) {
      let options = held[k] >= 0 ? held[k]..<held[k] + 1 : 0..<counts[k]
      let masks = Set(
        options.map { option in
          across.indices.reduce(~UInt64(0)) { mask, j in
            let fails = across[j].clauses.contains { $0.issue == k && !$0.options.contains(option) }
            return fails ? mask & ~(1 << UInt64(j)) : mask
          }
        })
      var next: Set<UInt64> = []
      for pattern in patterns {
        left -= masks.count
        for mask in masks { next.insert(pattern & mask) }
        if left < 0 || next.count > NegotiationSize.mostPairs { return NegotiationSize.mostPairs + 1 }
      }
      patterns = next
    }
    return patterns.count
  }
}
