/// Why a run ended without agreement: one cause for each, the first that applies.
///
/// The order is that of what would have had to be otherwise: without an outcome to find nothing
/// else matters; a deal that the table had struck, or a text that only trust was lacking for, would
/// have ended the talks before whatever ended them; and talks that broke down had not come to the
/// end of their time.
public enum FailureCause: Int, Sendable, Equatable, CaseIterable {
  /// In no round was there an outcome that every party with a veto could accept and every home
  /// would have let pass (``Zone/none``).
  case noZone
  /// There was one, and time ran out before any offer or text of that kind was put on the table.
  case information
  /// A mediator's text that all could have accepted, at the table and at home, failed because some
  /// who would have taken it did not trust the mediator, and for no other reason.
  case distrust
  /// The table struck a deal, and each that it struck was turned down at home.
  case home
  /// Offers or texts that all could have accepted were on the table; time ran out before they were
  /// taken.
  case time
  /// The talks broke down, and by the same draw they would not have, had no event touched the risk:
  /// by an effect on `talks.collapse`, or as a shock that it looks at.
  case event
  /// The talks broke down, and would have without any event.
  case breakdown

  /// The name in tables and files.
  public var name: String {
    switch self {
    case .noZone: "no_zone"
    case .information: "information"
    case .distrust: "distrust"
    case .home: "home"
    case .time: "time"
    case .event: "event"
    case .breakdown: "breakdown"
    }
  }
}
