/// What a piece of text is, hence how a terminal paints it (ECMA-48 "select graphic rendition").
enum TextTone {
  case plain
  case heading
  case faint
  case fullAgreement
  case partialAgreement
  case refused
  case collapsed
  case exhausted

  /// The tone of an ending by its name in tables.
  init(ending: ReportContent.Ending) {
    self =
      switch ending.name {
      case "full_agreement": .fullAgreement
      case "partial_agreement": .partialAgreement
      case "rejected_at_home": .refused
      case "collapsed": .collapsed
      default: ending.isAgreement ? .fullAgreement : .exhausted
      }
  }

  /// The parameters of the escape sequence; `nil` for text as it is.
  var rendition: String? {
    switch self {
    case .plain: nil
    case .heading: "1"
    case .faint: "2"
    case .fullAgreement: "34"
    case .partialAgreement: "36"
    case .refused: "33"
    case .collapsed: "31"
    case .exhausted: "90"
    }
  }
}
