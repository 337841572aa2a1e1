import Bargaining

/// The text that a forum works on, as far as its acts show it.
struct SingleTextDraft {
  /// `nil` while it is not known: it begins at random where an issue has no status quo.
  private(set) var text: [Int]?
  /// What is being voted on, and whether somebody whose consent is needed is against.
  private var proposed: (options: [Int], role: SingleTextRole)?
  var isRefused = false
  private var round = -1
  private var proposals = 0
  private let start: [Int]?

  init(_ scenario: Scenario, _ locks: [Int?]) {
    let options = zip(scenario.issues, locks).map { $1 ?? $0.statusQuo }
    start = options.contains(nil) ? nil : options.compactMap(\.self)
    text = start
  }

  /// What a mediator's text is: in each sitting a fixed number of changes come first, then the last
  /// vote if it is time for it; `nil` for a text that the mediator has drafted itself.
  mutating func role(of act: TalkAct, _ plan: SingleText) -> SingleTextRole? {
    close()
    if act.round != round {
      round = act.round
      proposals = 0
    }
    if proposals < plan.proposals { return .amendment }
    return proposals == plan.proposals && act.options == text ? .lastVote : nil
  }

  mutating func propose(_ options: [Int], _ role: SingleTextRole) {
    proposals += 1
    proposed = (options, role)
    isRefused = false
  }

  /// The vote is over: a change that nobody with a veto refused is made; a text that fails the last
  /// vote makes room for a new one.
  private mutating func close() {
    guard let proposed else { return }
    switch proposed.role {
    case .amendment: if !isRefused { text = proposed.options }
    default: text = start
    }
    self.proposed = nil
  }
}
