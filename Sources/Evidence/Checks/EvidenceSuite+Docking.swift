extension EvidenceSuite {
  /// Negotiations that another platform has played, offer by offer.
  static var docking: [EvidenceCheck] {
    DockedTrace.samples.map { trace in
      let count = trace.offers.split(separator: " ").count
      let outcome = trace.agreement.isEmpty ? "the failure to agree" : "the agreement"
      return EvidenceCheck(
        .docking, trace.name,
        "\(count) offers among \(trace.sides.count) parties in their order, and \(outcome) (1: the same)",
        source: "NegMAS 0.16.0, SAOMechanism", expected: [Double(count), 1], .within(0)
      ) { _ in try trace.replay() }
    }
  }
}
