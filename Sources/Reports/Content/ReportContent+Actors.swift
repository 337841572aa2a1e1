extension ReportContent {
  /// A mediator or a forum, and how much of what was agreed came from it.
  package struct Proposer: Sendable, Equatable {
    package var label: String
    /// Texts that it tabled, all runs together.
    package var texts: Int
    /// Agreements struck on its text, as a share of all agreements.
    package var agreed: ShareEstimate

    package init(label: String, texts: Int, agreed: ShareEstimate) {
      self.label = label
      self.texts = texts
      self.agreed = agreed
    }
  }

  /// The distribution of one measure of one party, such as `utility` or `surplus`.
  package struct PartyMeasure: Sendable, Equatable {
    package var party: String
    /// The name in the tables.
    package var measure: String
    package var mean: Double
    package var standardError: Double
    package var deviation: Double
    package var quantiles: Quantiles

    package init(
      party: String, measure: String, mean: Double, standardError: Double, deviation: Double,
      quantiles: Quantiles
    ) {
      self.party = party
      self.measure = measure
      self.mean = mean
      self.standardError = standardError
      self.deviation = deviation
      self.quantiles = quantiles
    }
  }

  /// Five quantiles, ascending.
  package struct Quantiles: Sendable, Equatable {
    package var p05: Double
    package var p25: Double
    package var p50: Double
    package var p75: Double
    package var p95: Double

    package init(p05: Double, p25: Double, p50: Double, p75: Double, p95: Double) {
      self.p05 = p05
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p95 = p95
    }
  }
}

extension ReportContent {
  /// The rows of ``parties`` without those that say nothing of their own: where what no agreement
  /// is worth does not change, the surplus above its start is the surplus.
  var toldParties: [PartyMeasure] {
    func spread(_ row: PartyMeasure) -> [Double] {
      let q = row.quantiles
      return [row.mean, row.deviation, q.p05, q.p25, q.p50, q.p75, q.p95]
    }
    let atStart = parties.filter { $0.measure == "surplus_at_start" }
    let isRepeated = atStart.allSatisfy { row in
      parties.contains {
        $0.measure == "surplus" && $0.party == row.party && spread($0).elementsEqual(spread(row))
      }
    }
    return isRepeated ? parties.filter { $0.measure != "surplus_at_start" } : parties
  }
}
