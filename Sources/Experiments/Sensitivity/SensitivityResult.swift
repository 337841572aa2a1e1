import Bargaining
import Tables

/// What a study found out.
public struct SensitivityResult: Sendable {
  /// What was asked.
  public let study: SensitivityStudy
  /// Of the output, over the points.
  public let mean: Double
  /// The standard deviation over the points of what the numbers make of the output; with Morris's
  /// method that of the output itself.
  public let standardDeviation: Double
  /// How much of the variance over the points of a screening is luck; `nil` for what is no share,
  /// and with Sobol' indices, which luck does not bias.
  public let noise: SeedNoise?
  /// Where the variance of one run comes from; `nil` with Morris's method.
  package let split: VarianceSplit?
  /// The most decisive number first.
  public let findings: [SensitivityStudy.Finding]

  /// The tables `sensitivity` and, with Sobol' indices, `variance`.
  package func tables() throws(TableError) -> [Table] {
    let variance = try varianceTable()
    return [try table()] + (variance.map { [$0] } ?? [])
  }

  /// The table `variance`: part (`models` where there are any, `numbers`, `luck`), share, low,
  /// high: where the variance of one run's outcome comes from; `nil` with Morris's method.
  func varianceTable() throws(TableError) -> Table? {
    guard case .sobol = study.method else { return nil }
    var builder = try TableBuilder("variance", [.text("part"), .real("share"), .real("low"), .real("high")])
    for part in split?.parts ?? [] {
      try builder.append([
        .text(part.name), .real(part.share.estimate), .real(part.share.low), .real(part.share.high),
      ])
    }
    return builder.table
  }

  /// The table `sensitivity`: rank, parameter, rests_on (`source`, `assumption`), rank_from and
  /// rank_to (the ranks that it may have by the intervals), then for Morris mu_star, mu_star_low,
  /// mu_star_high, mu, sigma, for Sobol' total, total_low, total_high, first, first_low,
  /// first_high, then total_resolved and first_resolved: `no` for an index below 0 or above 1
  /// (``SensitivityIndex/isResolved``). Numbers that are not among the few have neither a total nor
  /// ranks.
  public func table() throws(TableError) -> Table {
    let isMorris = if case .morris = study.method { true } else { false }
    let columns: [Column] =
      isMorris
      ? ["mu_star", "mu_star_low", "mu_star_high", "mu", "sigma"].map { Column($0, .real) }
      : ["total", "total_low", "total_high", "first", "first_low", "first_high"].map { Column($0, .real) }
        + ["total_resolved", "first_resolved"].map { Column($0, .text) }
    var builder = try TableBuilder(
      "sensitivity",
      [.integer("rank"), .text("parameter"), .text("rests_on"), .integer("rank_from"), .integer("rank_to")]
        + columns)
    for (index, finding) in findings.enumerated() {
      let parameter = study.scenario[finding.parameter]
      var row: [Cell] = [
        .integer(index + 1), .text(parameter.path),
        .text(parameter.provenance.isSourced ? "source" : "assumption"), Cell(finding.ranks?.lowerBound),
        Cell(finding.ranks?.upperBound),
      ]
      if isMorris {
        guard let effect = finding.effect else { continue }
        row += [
          .real(effect.muStar), .real(effect.muStar - effect.muStarHalfWidth),
          .real(effect.muStar + effect.muStarHalfWidth), .real(effect.mu), .real(effect.sigma),
        ]
      } else {
        let indices = [finding.total, finding.first]
        for index in indices { row += [Cell(index?.estimate), Cell(index?.low), Cell(index?.high)] }
        row += indices.map { Cell($0.map { $0.isResolved ? "yes" : "no" }) }
      }
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
  public var words: String { told.description }

  /// The same in any language.
  /// The same in any language.
  package var told: Message {
    switch self {
    case .sourced(let facts): "source: \(facts.joined(separator: ", "))"
    case .assumption(let words?): "assumption: \(words)"
    case .assumption(nil): "assumption"
    case .unmarked: "assumption that nobody has marked"
    case .byDefault: "documented default"
    }
  }
}
