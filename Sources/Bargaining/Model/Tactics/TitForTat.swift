/// Answers in kind what the others do (Faratin, Sierra, Jennings 1998,
/// doi:10.1016/S0921-8890(98)00029-3, section 4.3).
///
/// The paper's formulas move one's own last proposal x by how the opponent's proposals y changed,
/// issue by issue. Here x is the aspiration behind the party's own last offer and y are the others'
/// offers, both in the party's own utility, so that they hold for any number of issues, with or
/// without an order. With a window d, and y(n) the offer made n offers before the last:
///
/// - ``Rule/relative``: the share by which the opponent moved d offers ago, `x · y(d) / y(d - 1)`;
/// - ``Rule/absolute(step:direction:)``: the amount by which it moved d offers ago,
///   `x + (y(d) - y(d - 1))`, and a random step of at most M, the paper's (-1)^s R(M), taken off
///   the aspiration or added to it;
/// - ``Rule/averaged``: the share by which it moved over the last d offers, `x · y(d) / y(0)`.
///
/// An opponent that concedes offers more, so y rises and the aspiration falls. The result is held
/// between floor and best. Before d + 1 offers have been seen the party stays at its best, and
/// without a new offer it stays where it is: each offer is answered once.
///
/// Edges: where the newer offer is worth nothing (or less), a ratio has no meaning; it counts as 1
/// if the older one was worth no more, else the party returns to its best. An opponent who rises
/// from nothing has moved without bound in relative terms, and the party goes to its floor: where
/// first offers are worth nothing, `absolute` is the better copy.
package struct TitForTat: BiddingTactic {
  package enum Rule: Sendable, Equatable {
    case relative
    /// The greatest random step M >= 0 in utility, and which way it goes.
    case absolute(step: Double, direction: TitForTatTactic.Direction)
    case averaged
  }

  package var rule: Rule
  /// d: 1 … ``largestWindow``.
  package var window: Int

  /// One less than what a party remembers of the others' offers.
  package static let largestWindow = RecentUtilities.capacity - 1

  package init(_ rule: Rule, window: Int = 1) {
    self.rule = rule
    self.window = window
  }

  package func aspiration(_ view: BiddingView) -> Double {
    guard let older = view.received[window], let last = view.received[0],
      let newer = rule == .averaged ? last : view.received[window - 1]
    else { return view.best }
    guard view.hasNews else { return view.held(view.lastAspiration) }
    switch rule {
    case .relative, .averaged:
      guard newer > 0 else { return older <= newer ? view.held(view.lastAspiration) : view.best }
      return view.held(view.lastAspiration * (max(older, 0) / newer))
    case .absolute(let step, let direction):
      let aside = view.draw * step
      let change = older - newer + (direction == .concede ? -aside : aside)
      return view.held(view.lastAspiration + change)
    }
  }
}
