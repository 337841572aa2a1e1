import Bargaining
import Tables

/// What the models of a scenario come to, each by itself.
extension OutcomeDistribution {
  /// How often the runs of a model end so, of its runs.
  package struct ModelRow: Sendable, Equatable {
    /// Into the models of the scenario.
    package let model: Int
    package let ending: Ending
    package let share: WilsonInterval
  }

  /// Model by model, every ending.
  package var modelRows: [ModelRow] {
    fold.models.indices.flatMap { model in
      ofModel(model).endingRows.map { ModelRow(model: model, ending: $0.ending, share: $0.share) }
    }
  }

  /// From the least to the greatest share that a model has for itself, of the models in which there
  /// is anything to be a share of.
  ///
  /// - Parameter share: the share in the runs of one model.
  /// - Returns: `nil` without models, and where none of them has such a share.
  package func range(of share: (OutcomeDistribution) -> WilsonInterval?) -> ModelRange? {
    ModelRange(fold.models.indices.map { share(ofModel($0))?.share })
  }

  /// The share of agreements.
  package var agreementShare: WilsonInterval { share(agreements, of: runs) }

  /// `models` where there are any.
  func tablesOfModels() throws(TableError) -> [Table] {
    guard !scenario.models.isEmpty else { return [] }
    let rows = modelRows
    let weights = scenario.modelShares
    return [
      try Table(
        "models",
        columns: [
          .text("model", rows.map { scenario.models[$0.model].name }),
          .real("weight", rows.map { weights[$0.model] }), .text("ending", rows.map(\.ending.name)),
        ] + rows.map(\.share).columns)
    ]
  }
}

/// From the least to the greatest that models come to.
package struct ModelRange: Sendable, Equatable {
  package let low: Double
  package let high: Double
  /// How many models have such a number.
  package let models: Int

  /// Of models whose least and greatest are known.
  package init(low: Double, high: Double, models: Int) {
    (self.low, self.high, self.models) = (low, high, models)
  }

  /// `nil` where no model has the number.
  package init?(_ values: some Sequence<Double?>) {
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else { return nil }
    (self.low, self.high, models) = (low, high, known.count)
  }
}
