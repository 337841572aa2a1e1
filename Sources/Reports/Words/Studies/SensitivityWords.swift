import Bargaining
import Experiments
import Tables

/// Which uncertain numbers decide a result, sentence by sentence.
package struct SensitivityWords: Sendable {
  private let result: SensitivityResult
  private var scenario: Scenario { result.study.scenario }

  package init(_ result: SensitivityResult) { self.result = result }

  /// What was asked, and the spread of the result.
  package var opening: Message {
    let study = result.study
    let output = study.output.name(in: scenario).replacing("_", with: " ")
    let (inputs, runs) = (Numerals.count(study.inputs.count), Numerals.count(study.runsPlanned))
    let asked: Message =
      isShare
      ? "What decides the share of \(output) of \(scenario.identifier): \(inputs) uncertain numbers, \(runs) runs."
      : "What decides the \(output) of \(scenario.identifier): \(inputs) uncertain numbers, \(runs) runs."
    let (mean, deviation) = (Numerals.fixed(result.mean), Numerals.fixed(result.standardDeviation))
    return result.split == nil
      ? "\(asked) Mean \(mean), standard deviation over the points \(deviation)."
      : "\(asked) Mean \(mean), standard deviation brought about by the numbers \(deviation)."
  }

  /// Where the variance of one run comes from; `nil` where that was not found out.
  package var split: Message? {
    guard let split = result.split, split.parts.contains(where: { $0.share.estimate > 0 }) else { return nil }
    guard split.parts.allSatisfy(\.share.isResolved) else {
      return "How much of the variance of one run the numbers bring about is not yet resolved."
    }
    let parts = split.parts.map { part -> Message in
      "\(SensitivityWords.name(of: part)) \(Numerals.percent(part.share.estimate)) "
        + "(\(Numerals.percent(max(0, part.share.low))) to \(Numerals.percent(min(1, part.share.high))))"
    }
    return
      "Of the variance of what one run comes to, \(all: parts). The shares below are of what \(words: split.parts.count > 2 ? "models and numbers" : "the numbers") bring about."
  }

  private static func name(of part: VarianceSplit.Part) -> Message {
    switch part.name {
    case "models": "which model is right is"
    case "numbers": "the uncertain numbers"
    default: "\(part.name)"
    }
  }

  /// How ranks are to be read; `nil` where no two overlap.
  package var ties: Message? {
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
  package var ledger: Message? {
    let decisive = result.findings.filter { finding in
      if case .sourced = scenario[finding.parameter].provenance { return false }
      if let index = finding.total ?? finding.first { return index.low > 0 }
      return finding.effect.map { $0.muStar - $0.muStarHalfWidth > 0 } ?? false
    }
    guard !decisive.isEmpty else { return nil }
    let names = decisive.prefix(3).map { scenario[$0.parameter].path }
    let rest = decisive.count - names.count
    return rest > 0
      ? "This conclusion rests on assumptions, most of all on \(all: names); \(rest) more have an interval above zero."
      : "This conclusion rests on assumptions, most of all on \(all: names)."
  }

  private var isShare: Bool {
    switch result.study.output {
    case .agreement, .ending: true
    case .utility, .round, .medianRound: false
    }
  }

  /// What a finding comes to.
  package func figures(of finding: SensitivityStudy.Finding) -> Message {
    if let effect = finding.effect {
      let half = effect.muStarHalfWidth
      let way: Message = effect.mu >= 0 ? "upwards" : "downwards"
      return
        "moves the result by \(Numerals.fixed(effect.muStar)) ± \(Numerals.fixed(half)) over its range, on the whole \(way) (mu \(Numerals.fixed(effect.mu)), sigma \(Numerals.fixed(effect.sigma)))"
    }
    guard let first = finding.first else { return "" }
    return finding.total.map { "total \(told($0)), alone \(told(first))" } ?? "alone \(told(first))"
  }

  private func told(_ index: SensitivityIndex) -> Message {
    let span: Message =
      "\(Numerals.fixed(index.estimate)) (\(Numerals.fixed(index.low)) to \(Numerals.fixed(index.high)))"
    return index.isResolved ? span : "\(span), not yet resolved"
  }

  /// What is meant by it; `nil` where no index of the first findings is so marked.
  package func unresolved(among top: Int) -> Message? {
    let indices = result.findings.prefix(top).flatMap { [$0.total, $0.first].compactMap(\.self) }
    guard indices.contains(where: { !$0.isResolved }) else { return nil }
    return
      "Not yet resolved: an index is a part of the variance and lies between 0 and 1; an estimate that does not comes from too small a sample. More --samples bring it there."
  }

  /// What is left to luck; `nil` when it was not measured.
  package var noise: Message? {
    result.noise.map {
      "Seed noise: at most \(Numerals.percent(min(1, $0.share))) of the variance over the points is luck, because there are \(result.study.runs) runs at each. "
        + "More --runs make it less, more --samples make the intervals narrower."
    }
  }

  /// The path of a finding, and what its number rests on.
  package func path(of finding: SensitivityStudy.Finding) -> String { scenario[finding.parameter].path }
  package func ground(of finding: SensitivityStudy.Finding) -> Message {
    scenario[finding.parameter].provenance.told
  }
}
