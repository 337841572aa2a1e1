extension Negotiation {
  /// The most combinations of half of the issues, over both halves and all parties, that a
  /// negotiation keeps sorted: 2^25, at 32 bytes each, and 12 more where there are conditions, up
  /// to 1.5 GB; what is carried from round to round comes on top (``NegotiationSize``).
  package static let mostEntries = 1 << 25

  /// The most pairs of classes (``OutcomeSearch``) that the search of a party may have to walk:
  /// some milliseconds for each search.
  package static let mostPairs = 1 << 17

  /// The most steps that one search of a party may take: some tenths of a second.
  package static let mostSearchSteps = Double(1 << 28)

  /// Tells whether the outcomes of a scenario can be searched, without laying out any memory.
  ///
  /// The limit depends on the scenario alone and not on the machine, so that a scenario that runs
  /// anywhere runs everywhere.
  ///
  /// - Throws: ``NegotiationFault`` when there are too many.
  package static func checkSize(of scenario: Scenario) throws(NegotiationFault) {
    _ = try NegotiationSize(of: scenario)
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
