import Bargaining
import Experiments
import Tables

/// Which uncertain numbers decide a result, sentence by sentence.
package struct SensitivityWords: Sendable {
  private let result: SensitivityResult
  private var scenario: Scenario { result.study.scenario }

  package init(_ result: SensitivityResult) { self.result = result }

  /// What was asked, and the spread of the result.
  package var opening: String {
    let study = result.study
    let output = study.output.name(in: scenario).replacing("_", with: " ")
    let asked =
      "What decides the \(isShare ? "share of " : "")\(output) of \(scenario.identifier): \(Numerals.count(study.inputs.count)) uncertain numbers, "
      + "\(Numerals.count(study.runsPlanned)) runs."
    return asked
      + " Mean \(Numerals.fixed(result.mean)), standard deviation \(result.split == nil ? "over the points" : "brought about by the numbers") "
      + "\(Numerals.fixed(result.standardDeviation))."
  }

  /// Where the variance of one run comes from; `nil` where that was not found out.
  package var split: String? {
    guard let split = result.split, split.parts.contains(where: { $0.share.estimate > 0 }) else { return nil }
    let parts = split.parts.map { part in
      "\(part.name == "numbers" ? "the uncertain numbers" : part.name) \(Numerals.percent(part.share.estimate)) "
        + "(\(Numerals.percent(part.share.low)) to \(Numerals.percent(part.share.high)))"
    }
    return
      "Of the variance of what one run comes to, \(Enumeration.all(parts)). The shares below are of the part of the numbers."
  }

  /// How ranks are to be read; `nil` where no two overlap.
  package var ties: String? {
    guard result.findings.contains(where: { ($0.ranks?.count ?? 1) > 1 }) else { return nil }
    return "Ranks such as 2-4: the intervals overlap, so that the number may have any of them."
  }

  /// The rank of a finding; "-" for one without.
  package func rank(of finding: SensitivityStudy.Finding) -> String {
    guard let ranks = finding.ranks else { return "-" }
    return ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)-\(ranks.upperBound)"
  }

  /// What the conclusion rests on: the assumed numbers whose intervals lie above nothing, the most
  /// decisive first; `nil` when there are none.
  package var ledger: String? {
    let decisive = result.findings.filter { finding in
      if case .sourced = scenario[finding.parameter].provenance { return false }
      if let index = finding.total ?? finding.first { return index.low > 0 }
      return finding.effect.map { $0.muStar - $0.muStarHalfWidth > 0 } ?? false
    }
    guard !decisive.isEmpty else { return nil }
    let names = decisive.prefix(3).map { scenario[$0.parameter].path }
    let rest = decisive.count - names.count
    return "This conclusion rests on assumptions, most of all on \(Enumeration.all(names))"
      + (rest > 0 ? "; \(rest) more have an interval above zero." : ".")
  }

  private var isShare: Bool {
    switch result.study.output {
    case .agreement, .ending: true
    case .utility, .round, .medianRound: false
    }
  }

  /// What a finding comes to.
  package func figures(of finding: SensitivityStudy.Finding) -> String {
    if let effect = finding.effect {
      let half = effect.muStarHalfWidth
      return "moves the result by \(Numerals.fixed(effect.muStar)) ± \(Numerals.fixed(half)) over its range"
        + ", on the whole \(effect.mu >= 0 ? "upwards" : "downwards") (mu \(Numerals.fixed(effect.mu)), sigma \(Numerals.fixed(effect.sigma)))"
    }
    guard let first = finding.first else { return "" }
    return (finding.total.map { "total \(told($0)), " } ?? "") + "alone \(told(first))"
  }

  private func told(_ index: SensitivityIndex) -> String {
    "\(Numerals.fixed(index.estimate)) (\(Numerals.fixed(index.low)) to \(Numerals.fixed(index.high)))"
      + (index.isResolved ? "" : ", not yet resolved")
  }

  /// What is meant by it; `nil` where no index of the first findings is so marked.
  package func unresolved(among top: Int) -> String? {
    let indices = result.findings.prefix(top).flatMap { [$0.total, $0.first].compactMap(\.self) }
    guard indices.contains(where: { !$0.isResolved }) else { return nil }
    return
      "Not yet resolved: an index is a part of the variance and lies between 0 and 1; an estimate that does not comes from too small a sample. More --samples bring it there."
  }

  /// What is left to luck; `nil` when it was not measured.
  package var noise: String? {
    result.noise.map {
      "Seed noise: at most \(Numerals.percent(min(1, $0.share))) of the variance over the points is luck, because there are \(result.study.runs) runs at each. "
        + "More --runs make it less, more --samples make the intervals narrower."
    }
  }

  /// The path of a finding, and what its number rests on.
  package func path(of finding: SensitivityStudy.Finding) -> String { scenario[finding.parameter].path }
  package func ground(of finding: SensitivityStudy.Finding) -> String {
    scenario[finding.parameter].provenance.words
  }
}
