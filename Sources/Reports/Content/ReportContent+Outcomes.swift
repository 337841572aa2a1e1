extension ReportContent {
  /// One way a run may end.
  public struct Ending: Sendable, Equatable {
    /// The name in tables, such as `full_agreement`.
    public var name: String
    public var label: String
    public var isAgreement: Bool
    /// Of all runs.
    public var share: ShareEstimate

    public init(name: String, label: String, isAgreement: Bool, share: ShareEstimate) {
      self.name = name
      self.label = label
      self.isAgreement = isAgreement
      self.share = share
    }
  }

  /// One complete agreement and how often it was struck.
  public struct Package: Sendable, Equatable {
    /// Of all agreements.
    public var share: ShareEstimate
    /// One for each issue on the agenda.
    public var terms: [Term]

    public init(share: ShareEstimate, terms: [Term]) {
      self.share = share
      self.terms = terms
    }

    /// The terms that move an issue off its status quo.
    public var moved: [Term] { terms.filter(\.isMoved) }
  }

  /// One issue of a package, in words.
  public struct Term: Sendable, Equatable {
    public var issue: String
    public var option: String
    /// False when the issue stays at its status quo.
    public var isMoved: Bool

    public init(issue: String, option: String, isMoved: Bool = true) {
      self.issue = issue
      self.option = option
      self.isMoved = isMoved
    }
  }

  /// How agreements settle one issue.
  public struct Settlement: Sendable, Equatable {
    public var issue: String
    /// In the order of the scenario.
    public var options: [Option]

    public init(issue: String, options: [Option]) {
      self.issue = issue
      self.options = options
    }

    public struct Option: Sendable, Equatable {
      public var label: String
      public var isStatusQuo: Bool
      /// Of all agreements.
      public var share: ShareEstimate

      public init(label: String, isStatusQuo: Bool = false, share: ShareEstimate) {
        self.label = label
        self.isStatusQuo = isStatusQuo
        self.share = share
      }
    }
  }
}
