import Bargaining
import Tables

/// What a study found out.
public struct SensitivityResult: Sendable {
  /// What was asked.
  public let study: SensitivityStudy
  /// Of the output, over the points.
  public let mean: Double
  /// The standard deviation of the output over the points.
  public let standardDeviation: Double
  /// How much of the variance of a share is luck; `nil` for other outputs.
  public let noise: SeedNoise?
  /// The most decisive number first.
  public let findings: [SensitivityStudy.Finding]

  /// The table `sensitivity`: rank, parameter, rests_on (`source`, `assumption`), then for Morris
  /// mu_star, mu_star_low, mu_star_high, mu, sigma, for Sobol' total, total_low, total_high, first,
  /// first_low, first_high, then total_resolved and first_resolved: `no` for an index below 0 or
  /// above 1 (``SensitivityIndex/isResolved``).
  public func table() throws(TableError) -> Table {
    let isMorris = if case .morris = study.method { true } else { false }
    let columns: [Column] =
      isMorris
      ? ["mu_star", "mu_star_low", "mu_star_high", "mu", "sigma"].map { Column($0, .real) }
      : ["total", "total_low", "total_high", "first", "first_low", "first_high"].map { Column($0, .real) }
        + ["total_resolved", "first_resolved"].map { Column($0, .text) }
    var builder = try TableBuilder(
      "sensitivity", [.integer("rank"), .text("parameter"), .text("rests_on")] + columns)
    for (index, finding) in findings.enumerated() {
      let parameter = study.scenario[finding.parameter]
      var row: [Cell] = [
        .integer(index + 1), .text(parameter.path),
        .text(parameter.provenance.isSourced ? "source" : "assumption"),
      ]
      if let effect = finding.effect {
        row += [
          .real(effect.muStar), .real(effect.muStar - effect.muStarHalfWidth),
          .real(effect.muStar + effect.muStarHalfWidth), .real(effect.mu), .real(effect.sigma),
        ]
      }
      let indices = [finding.total, finding.first].compactMap(\.self)
      for index in indices { row += [.real(index.estimate), .real(index.low), .real(index.high)] }
      row += indices.map { .text($0.isResolved ? "yes" : "no") }
      try builder.append(row)
    }
    return builder.table
  }
}

extension Parameter.Provenance {
  /// Whether a source states it.
  var isSourced: Bool {
    if case .sourced = self { true } else { false }
  }

  /// What it rests on, in words.
  public var words: String {
    switch self {
    case .sourced(let facts): "source: " + facts.joined(separator: ", ")
    case .assumption(let words?): "assumption: " + words
    case .assumption(nil): "assumption"
    case .unmarked: "assumption that nobody has marked"
    case .byDefault: "documented default"
    }
  }
}
