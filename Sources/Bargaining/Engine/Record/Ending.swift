/// How a run ends.
public enum Ending: Int, Sendable, Equatable, CaseIterable {
  /// An agreement that moves every issue of the agenda off its status quo.
  case fullAgreement
  /// An agreement that leaves at least one issue at its status quo: an interim deal.
  case partialAgreement
  /// A deal at the table that those at home turned down once too often (Putnam 1988,
  /// doi:10.1017/S0020818300027697).
  case rejectedAtHome
  /// The talks broke down.
  case collapsed
  /// The deadline came, or the rounds were used up.
  case outOfTime

  /// The name in tables and files.
  public var name: String {
    switch self {
    case .fullAgreement: "full_agreement"
    case .partialAgreement: "partial_agreement"
    case .rejectedAtHome: "rejected_at_home"
    case .collapsed: "collapsed"
    case .outOfTime: "out_of_time"
    }
  }

  /// Whether the run ended with a full or a partial agreement.
  public var isAgreement: Bool { self == .fullAgreement || self == .partialAgreement }
}
