import Bargaining
import Simulation

extension OutcomeDistribution {
  /// A share with its interval, and its range across models where there are any.
  ///
  /// - Parameters:
  ///   - share: of all runs.
  ///   - ofModel: the same in the runs of one model; `nil` where it has none.
  func estimate(
    _ share: WilsonInterval, in ofModel: (OutcomeDistribution) -> WilsonInterval?
  ) -> ShareEstimate {
    ShareEstimate(share, models: range(of: ofModel))
  }

  /// Every way a run may end.
  func endings(_ language: String) -> [ReportContent.Ending] {
    let limit = TimeLimit(of: scenario)
    return endingRows.enumerated().map { index, row in
      ReportContent.Ending(
        name: row.ending.name, label: EndingWords.label(row.ending, limit, language: language),
        isAgreement: row.ending.isAgreement,
        share: estimate(row.share) { $0.endingRows[index].share })
    }
  }

  /// What sentences say of shares that no row has.
  var ranges: ReportContent.Ranges {
    var ranges = ReportContent.Ranges()
    ranges.missedZones = range {
      WilsonInterval(count: $0.zones.missed, total: $0.zones.missed + $0.zones.absent)
    }
    ranges.ownOffers = range { model in
      let brokered = model.mediatorRows.reduce(0) { $0 + $1.agreed.count }
      return WilsonInterval(count: model.agreements - brokered, total: model.agreements)
    }
    ranges.inTheEnd = ModelRange(
      scenario.models.indices.map { index in
        let model = ofModel(index)
        return model.runs == 0 ? nil : model.survival.rows.last.map { 1 - $0.survival }
      })
    return ranges
  }

  /// The models, in the order of the scenario.
  func models(_ labels: ScenarioLabels) -> [ReportContent.Model] {
    let weights = scenario.modelShares
    return scenario.models.indices.map { model in
      let runs = ofModel(model)
      return ReportContent.Model(
        label: labels.model(model), weight: weights[model], runs: runs.runs,
        agreement: ShareEstimate(runs.agreementShare))
    }
  }
}
