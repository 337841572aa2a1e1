/// What a party remembers of offers for the sake of its tactic; nothing where the tactic looks at
/// none.
struct TacticMemory: BitwiseCopyable {
  /// Per sender (mediators are the last): what its offers were worth to this party.
  let received: Lane<RecentUtilities>
  /// One element: what its own offers were worth to it.
  let made: Lane<RecentUtilities>
  /// Per party: its last offer as this party saw it, and whether it saw one.
  let offers: Lane<UInt8>
  let offered: Lane<Bool>

  init(_ tactic: TacticPlan, parties: Int, issues: Int, arena: Arena) {
    received = arena.lane(tactic.needs.contains(.history) ? parties + 1 : 0, of: RecentUtilities())
    made = arena.lane(tactic.needs.contains(.history) ? 1 : 0, of: RecentUtilities())
    offers = arena.lane(tactic.needs.contains(.offers) ? parties * issues : 0, of: 0)
    offered = arena.lane(tactic.needs.contains(.offers) ? parties : 0, of: false)
  }

  func reset() {
    received.fill(RecentUtilities())
    made.fill(RecentUtilities())
    offered.fill(false)
  }

  /// An offer of a party, or a mediator's text (-1).
  func see(_ options: Lane<UInt8>, worth utility: Double, from sender: Int) {
    if received.count > 0 { received[sender < 0 ? received.count - 1 : sender].append(utility) }
    guard sender >= 0, offered.count > 0 else { return }
    offers.slice(sender * options.count, options.count).copy(from: options)
    offered[sender] = true
  }

  /// What the others offered, as ``BiddingView/received`` describes it.
  func receivedByAll() -> RecentUtilities {
    let senders = received.count - 1
    let heard = RecentUtilities.mean(of: received) { $0 < senders && received[$0].total > 0 }
    return heard.total > 0 || senders < 0 ? heard : received[senders]
  }
}

extension RecentUtilities {
  /// Entry by entry the mean of `several`, as far back as all of them reach.
  ///
  /// - Parameters:
  ///   - several: what is averaged.
  ///   - isCounted: which of them count.
  fileprivate static func mean(
    of several: Lane<RecentUtilities>, where isCounted: (Int) -> Bool
  ) -> RecentUtilities {
    var reach = Int.max
    var counted = 0
    var last = 0
    for index in 0..<several.count where isCounted(index) {
      reach = min(reach, several[index].total)
      counted += 1
      last = index
    }
    if counted <= 1 { return counted == 0 ? RecentUtilities() : several[last] }
    return RecentUtilities(total: reach) { back in
      var sum = 0.0
      for index in 0..<several.count where isCounted(index) { sum += several[index][back] ?? 0 }
      return sum / Double(counted)
    }
  }
}
