import Bargaining
import Experiments
import Tables

/// A sensitivity study for people.
struct SensitivityText {
  let result: SensitivityResult
  let top: Int
  let width: Int

  var text: String {
    let study = result.study
    let scenario = study.scenario
    let output = study.output.name(in: scenario).replacing("_", with: " ")
    var text = Prose.wrapped(
      "What decides the \(isShare ? "share of " : "")\(output) of \(scenario.identifier): \(Numerals.count(study.inputs.count)) uncertain numbers, "
        + "\(Numerals.count(study.points)) points of \(study.runs) runs each. Mean \(Numerals.fixed(result.mean)), standard deviation over the points "
        + "\(Numerals.fixed(result.standardDeviation)).", width: width)
    text += "\n\n"
    for (index, finding) in result.findings.prefix(top).enumerated() {
      let parameter = scenario[finding.parameter]
      text +=
        DisplayWidth.padded("\(index + 1)", to: 3, flush: .right) + "  "
        + Prose.wrapped(parameter.path, width: width, indent: 5)
        + "\n"
      text += "     " + Prose.wrapped(figures(of: finding), width: width, indent: 5) + "\n"
      text += "     " + Prose.wrapped(parameter.provenance.words, width: width, indent: 5) + "\n"
    }
    if result.findings.count > top {
      text +=
        "\nand \(Numerals.count(result.findings.count - top)) more, none of them stronger; --top prints them\n"
    }
    return text + "\n" + ledger + unresolved + noise
  }

  /// What the conclusion rests on: the assumed numbers whose intervals lie above nothing, the most
  /// decisive first.
  private var ledger: String {
    let scenario = result.study.scenario
    let decisive = result.findings.filter { finding in
      if case .sourced = scenario[finding.parameter].provenance { return false }
      if let total = finding.total { return total.low > 0 }
      return finding.effect.map { $0.muStar - $0.muStarHalfWidth > 0 } ?? false
    }
    guard !decisive.isEmpty else { return "" }
    let names = decisive.prefix(3).map { scenario[$0.parameter].path }
    let rest = decisive.count - names.count
    return Prose.wrapped(
      "This conclusion rests on assumptions, most of all on \(Enumeration.all(names))"
        + (rest > 0 ? "; \(rest) more have an interval above zero." : "."), width: width) + "\n\n"
  }

  private var isShare: Bool {
    switch result.study.output {
    case .agreement, .ending: true
    case .utility, .medianRound: false
    }
  }

  private func figures(of finding: SensitivityStudy.Finding) -> String {
    if let effect = finding.effect {
      let half = effect.muStarHalfWidth
      return "moves the result by \(Numerals.fixed(effect.muStar)) ± \(Numerals.fixed(half)) over its range"
        + ", on the whole \(effect.mu >= 0 ? "upwards" : "downwards") (mu \(Numerals.fixed(effect.mu)), sigma \(Numerals.fixed(effect.sigma)))"
    }
    guard let total = finding.total, let first = finding.first else { return "" }
    return "total \(told(total)), alone \(told(first))"
  }

  private func told(_ index: SensitivityIndex) -> String {
    "\(Numerals.fixed(index.estimate)) (\(Numerals.fixed(index.low)) to \(Numerals.fixed(index.high)))"
      + (index.isResolved ? "" : ", not yet resolved")
  }

  /// What is meant by it; empty where no index is so marked.
  private var unresolved: String {
    let indices = result.findings.prefix(top).flatMap { [$0.total, $0.first].compactMap(\.self) }
    guard indices.contains(where: { !$0.isResolved }) else { return "" }
    return Prose.wrapped(
      "Not yet resolved: an index is a part of the variance and lies between 0 and 1; an estimate that does not comes from too small a sample. More --samples bring it there.",
      width: width) + "\n\n"
  }

  private var noise: String {
    guard let noise = result.noise else { return "" }
    return Prose.wrapped(
      "Seed noise: at most \(Numerals.percent(min(1, noise.share))) of the variance over the points is luck, because there are \(result.study.runs) runs at each. "
        + "More --runs make it less, more --samples make the intervals narrower.", width: width) + "\n"
  }
}
