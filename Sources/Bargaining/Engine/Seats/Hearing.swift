/// What one party has seen of the others: the best that it was offered, the last offer, what it
/// makes of all of them.
struct Hearing: BitwiseCopyable {
  /// The best that it was offered so far.
  private(set) var bestSeen = -Double.infinity
  /// The last offer or text of somebody else; kept for offer rules that look at it.
  let lastSeen: Lane<UInt8>
  private(set) var hasSeen = false
  /// What it makes of what others offered; nothing where neither its offer rule nor its ties look
  /// at it.
  let model: OpponentMemory
  private(set) var offersSeen = 0
  /// What its tactic remembers, by what the tactic looks at.
  let memory: TacticMemory
  /// Offers and texts that it was shown.
  var heard = 0
  /// Of MiCRO only.
  let ledger: OfferLedger

  init(
    _ party: Party, tactic: TacticPlan, layout: IssueLayout, hypotheses: BayesianHypotheses, parties: Int,
    mostOffers: Int, arena: Arena
  ) {
    memory = TacticMemory(tactic, parties: parties, issues: layout.optionCounts.count, arena: arena)
    model = OpponentMemory(
      party.learnsFromOffers ? party.opponentModel : nil, of: parties, layout: layout, hypotheses: hypotheses,
      arena: arena)
    ledger = OfferLedger(
      parties: parties, mostOffers: tactic.needs.contains(.ledger) ? mostOffers : 0, arena: arena)
    lastSeen = arena.lane(layout.optionCounts.count, of: 0)
  }

  /// Everybody's offers so far count no longer.
  mutating func forget() {
    bestSeen = -.infinity
    hasSeen = false
    ledger.reset()
    memory.reset()
    heard = 0
    if offersSeen > 0 {
      offersSeen = 0
      model.reset()
    }
  }

  /// Whether an outcome is better than all before by more than `step`, and then the best.
  @inline(__always)
  mutating func isProgress(_ utility: Double, step: Double) -> Bool {
    guard UtilityGrid.exceeds(utility, bestSeen + step) else { return false }
    bestSeen = utility
    return true
  }

  /// Remembers the last outcome seen; returns whether it is another than the one before.
  @inline(__always)
  mutating func see(_ options: Lane<UInt8>) -> Bool {
    if hasSeen, lastSeen.isSame(as: options) { return false }
    lastSeen.copy(from: options)
    hasSeen = true
    return true
  }

  /// Learns from an offer of a party what that party wants.
  mutating func learn(_ options: Lane<UInt8>, from party: Int, time: Double, layout: IssueLayout) {
    offersSeen += 1
    model.learn(options, from: party, time: time, layout: layout)
  }
}

extension Seats {
  /// A party is shown an outcome: it remembers it, and counts it as progress if it is better for it
  /// than all before.
  ///
  /// - Parameter offeredBy: the party whose offer it is; -1 for a mediator's text.
  @inline(__always)
  func show(_ options: Lane<UInt8>, worth utility: Double, to party: Int, offeredBy: Int) {
    noteProgress(utility, party)
    if plans[party].looksAtOffers || tactics[party].isReactive {
      attend(to: options, worth: utility, party, offeredBy: offeredBy)
    }
  }

  /// A party makes something of what it is shown.
  private func attend(to options: Lane<UInt8>, worth utility: Double, _ party: Int, offeredBy: Int) {
    if plans[party].offer != .lowest, parties[party].hearing.see(options) {
      parties[party].desk.forgetScores()
    }
    if tactics[party].isReactive { watch(options, worth: utility, by: party, from: offeredBy) }
    guard offeredBy >= 0, plans[party].learns else { return }
    if plans[party].offer == .modelled { parties[party].desk.forgetScores() }
    parties[party].hearing.learn(options, from: offeredBy, time: course.time(of: party), layout: layout)
  }

  @inline(__always)
  func noteProgress(_ utility: Double, _ party: Int) {
    if parties[party].hearing.isProgress(utility, step: numbers[course.progress]) { course.noteProgress() }
  }
}
