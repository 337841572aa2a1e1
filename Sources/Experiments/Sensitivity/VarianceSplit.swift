/// Where the variance of one run's outcome comes from, in shares that add up to 1:
///
///     Var Y = Var E[Y | model] + E Var(E[Y | model, numbers] | model) + E Var(Y | model, numbers)
///
/// the law of total variance.
package struct VarianceSplit: Sendable, Equatable {
  /// One part of the variance.
  package struct Part: Sendable, Equatable {
    /// `models`: which account of the talks is right, where the scenario has several; `numbers`:
    /// the uncertain numbers that were varied, within an account; `luck`: everything that is drawn
    /// besides.
    package let name: String
    /// Its share.
    package let share: SensitivityIndex
  }

  /// In the order in which they are told.
  package let parts: [Part]

  /// - Parameter model: the model of a point; `nil` where there are none.
  package init(_ sample: PairedSample, model: ((Int) -> Int)? = nil) {
    let (whole, explained) = (sample.whole, sample.explained)
    let models = model.map { sample.between($0) }
    let numbers = models.map { zip(explained, $0).map { $0 - $1 } } ?? explained
    let luck = zip(whole, explained).map { $0 - $1 }
    parts =
      (models.map { [Part(name: "models", share: SensitivityIndex($0, over: whole))] } ?? []) + [
        Part(name: "numbers", share: SensitivityIndex(numbers, over: whole)),
        Part(name: "luck", share: SensitivityIndex(luck, over: whole)),
      ]
  }
}
