extension ReportContent {
  /// One way a run may end.
  package struct Ending: Sendable, Equatable {
    /// The name in tables, such as `full_agreement`.
    package var name: String
    package var label: String
    package var isAgreement: Bool
    /// Of all runs.
    package var share: ShareEstimate

    package init(name: String, label: String, isAgreement: Bool, share: ShareEstimate) {
      self.name = name
      self.label = label
      self.isAgreement = isAgreement
      self.share = share
    }
  }

  /// One complete agreement and how often it was struck.
  package struct Package: Sendable, Equatable {
    /// Of all agreements.
    package var share: ShareEstimate
    /// One for each issue on the agenda.
    package var terms: [Term]

    package init(share: ShareEstimate, terms: [Term]) {
      self.share = share
      self.terms = terms
    }

    /// The terms that move an issue off its status quo.
    package var moved: [Term] { terms.filter(\.isMoved) }
  }

  /// One issue of a package, in words.
  package struct Term: Sendable, Equatable {
    package var issue: String
    package var option: String
    /// False when the issue stays at its status quo.
    package var isMoved: Bool

    package init(issue: String, option: String, isMoved: Bool = true) {
      self.issue = issue
      self.option = option
      self.isMoved = isMoved
    }
  }

  /// How agreements settle one issue.
  package struct Settlement: Sendable, Equatable {
    package var issue: String
    /// In the order of the scenario.
    package var options: [Option]
    /// Of the numbers that options stand for; may be empty.
    package var unit: String

    package init(issue: String, options: [Option], unit: String = "") {
      self.issue = issue
      self.options = options
      self.unit = unit
    }

    package struct Option: Sendable, Equatable {
      package var label: String
      package var isStatusQuo: Bool
      /// The number that it stands for; `nil` where options are no numbers.
      package var value: Double?
      /// Of all agreements.
      package var share: ShareEstimate

      package init(
        label: String, isStatusQuo: Bool = false, value: Double? = nil, share: ShareEstimate
      ) {
        self.label = label
        self.isStatusQuo = isStatusQuo
        self.value = value
        self.share = share
      }
    }
  }
}
