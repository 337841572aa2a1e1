import Simulation
import Tables

/// How a measure of agreements is spoken of.
package struct MeasureWords: Sendable {
  private let measure: AgreementMeasure

  package init(_ measure: AgreementMeasure) { self.measure = measure }

  /// In a table.
  package var label: String {
    switch measure {
    case .nashRatio: "Nash product"
    case .paretoDistance: "Pareto distance"
    case .kalaiSmorodinskyDistance: "Kalai–Smorodinsky distance"
    case .worstSurplus: "least surplus"
    }
  }

  /// What it is, within a sentence.
  package var definition: String {
    switch measure {
    case .nashRatio: "the product of the surpluses as a share of the greatest that could be had"
    case .paretoDistance:
      "the distance in utilities to the nearest outcome that nobody can improve on without a loss to somebody"
    case .kalaiSmorodinskyDistance:
      "the distance to the efficient outcome that gives everybody the greatest common share of what each could gain (Kalai & Smorodinsky 1975)"
    case .worstSurplus:
      "the surplus over no agreement of whoever gains least among those who must agree, which is known of every agreement"
    }
  }

  /// Its mean in a sentence of its own; `nil` for what the summary leaves to the page.
  package func average(_ value: ReportContent.Measure) -> String? {
    switch measure {
    case .nashRatio:
      "On average an agreement reaches \(Numerals.percent(value.mean)) of the best Nash product."
    case .paretoDistance: nil
    case .kalaiSmorodinskyDistance:
      "In utilities it lies \(Numerals.fixed(value.mean, 3)) from the Kalai–Smorodinsky outcome."
    case .worstSurplus:
      "Whoever gains least is \(Numerals.fixed(value.mean, 3)) better off than without agreement."
    }
  }
}
