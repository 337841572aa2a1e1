import Bargaining
import Simulation

/// What tabling a text changes: the talks without and with it, on common random numbers.
package struct FormulaProof: Sendable {
  /// The text that is tabled, as its mediator's own.
  package let text: TextStanding
  package let mediator: Int
  /// The round from which it is due: the first in which the mediator could table it.
  package let round: Int
  package let comparison: ScenarioComparison
  package let reception: TextReception

  /// Agreements of either kind without it, and with it.
  package var without: WilsonInterval {
    WilsonInterval(count: comparison.agreement.both + comparison.agreement.firstOnly, total: comparison.runs)
  }
  package var with: WilsonInterval {
    WilsonInterval(count: comparison.agreement.both + comparison.agreement.secondOnly, total: comparison.runs)
  }
}

extension FormulaStudy {
  /// Runs that are simulated by ``prove(_:shouldStop:onProgress:)``, at most.
  package var runsPlanned: Int {
    guard let proof else { return 0 }
    let each = 2 * proof.runs + min(proof.runs, TextReception.runs)
    return proof.texts * proof.authors(in: scenario).count * each
  }

  /// Puts the first texts of a result into the scenario, each as the prepared text of each mediator
  /// who could table it, and simulates the talks without and with it.
  ///
  /// - Parameters:
  ///   - result: gets the proofs, text by text.
  ///   - memory: what is known of the comparisons already; `nil` for nothing. One stage each.
  ///   - shouldStop: asked before every run and inside long ones, on any thread.
  ///   - onProgress: told how many of ``runsPlanned`` are done, on any thread, one at a time.
  /// - Returns: whether it was not stopped, and nothing of it is done elsewhere.
  package func prove(
    _ result: inout FormulaResult, memory: (any StudyMemory)? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(SimulationError) -> Bool {
    guard let proof else { return true }
    let authors = proof.authors(in: scenario)
    var done = 0
    var isWhole = true
    for text in result.texts.prefix(proof.texts) where text.accepted.count > 0 {
      for author in authors {
        let before = done
        let with = scenario.tabling(text.options, by: author.mediator, from: author.round)
        let plan = SimulationPlan(runs: proof.runs, seed: proof.seed, threads: proof.threads)
        let compared = try ScenarioComparison.compare(
          scenario, with, plan: plan, memory: memory, shouldStop: shouldStop,
          onProgress: { onProgress(before + $0) })
        done += 2 * proof.runs
        guard let comparison = compared else {
          guard goesOnBesides(memory, shouldStop) else { return false }
          isWhole = false
          done += min(proof.runs, TextReception.runs)
          continue
        }
        let seen = done
        let count = min(proof.runs, TextReception.runs)
        guard
          let reception = try TextReception.observe(
            text.options, by: author.mediator, in: with, runs: count, seed: proof.seed,
            shouldStop: shouldStop, onProgress: { onProgress(seen + $0) })
        else { return false }
        done += count
        result.proofs.append(
          FormulaProof(
            text: text, mediator: author.mediator, round: author.round, comparison: comparison,
            reception: reception))
      }
    }
    return isWhole
  }
}
