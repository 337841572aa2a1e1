import Bargaining
import Simulation
import Tables

extension AgreementConditions {
  /// The table `conditions`: parameter, rests_on, from, to, quasi_p; then coverage, density and
  /// mass of the box they make together; with models the range of the density, models_low and
  /// models_high.
  ///
  /// - Parameter scenario: whose numbers they are.
  func table(of scenario: Scenario) throws(TableError) -> Table {
    let hasModels = !scenario.models.isEmpty
    var builder = try TableBuilder(
      "conditions",
      [.text("parameter"), .text("rests_on")]
        + ["from", "to", "quasi_p", "coverage", "density", "mass"].map { Column($0, .real) }
        + (hasModels ? ModelRange.columns([""]) : []))
    for condition in conditions {
      let parameter = scenario[condition.parameter]
      try builder.append(
        [
          .text(parameter.path), .text(parameter.provenance.isSourced ? "source" : "assumption"),
          Cell(condition.low), Cell(condition.high), .real(condition.quasiP), Cell(box?.coverage),
          Cell(box?.density), Cell(box?.mass),
        ] + (hasModels ? ModelRange.cells([boxModels]) : []))
    }
    return builder.table
  }
}
