/// Where the variance of one run's outcome comes from, in shares that add up to 1:
///
///     Var Y = Var E[Y | numbers] + E Var(Y | numbers)
///
/// the law of total variance.
package struct VarianceSplit: Sendable, Equatable {
  /// One part of the variance.
  package struct Part: Sendable, Equatable {
    /// `numbers`: the uncertain numbers that were varied; `luck`: everything that is drawn besides.
    package let name: String
    /// Its share.
    package let share: SensitivityIndex
  }

  /// In the order in which they are told.
  package let parts: [Part]

  package init(_ sample: PairedSample) {
    let numbers = SensitivityIndex(sample.explained, over: sample.whole)
    let hasVariance = sample.whole.contains { $0 > 0 }
    parts = [
      Part(name: "numbers", share: numbers),
      Part(
        name: "luck",
        share: SensitivityIndex(
          estimate: hasVariance ? 1 - numbers.estimate : 0, halfWidth: numbers.halfWidth)),
    ]
  }
}
