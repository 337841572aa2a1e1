import Bargaining
import Simulation

/// One text of a folder, in the order in which they are to be tabled.
package struct FolderText: Sendable, Equatable {
  package let text: Int
  package let options: [Int]
  /// Draws in which this text or one before it is acceptable.
  package let covered: WilsonInterval
  /// The same of fresh draws, which had no part in choosing the texts.
  package internal(set) var fresh = WilsonInterval(count: 0, total: 0)
}

/// Texts to carry together: as often as possible one of them is acceptable.
///
/// Greedy: each text is the one that is most often acceptable in the draws in which none before it
/// is. So many texts cover at least 1 - 1/e of the draws that the best so many would cover
/// (Nemhauser, Wolsey & Fisher 1978, doi:10.1007/BF01588971).
struct FolderSearch {
  let survey: TextSurvey
  let tally: TextTally
  let order: TextOrder
  /// How many texts of each step are kept as ``candidates``.
  static let candidatesPerStep = 128

  private(set) var texts: [FolderText] = []
  /// The texts that were best at some step, by their numbers: those among which knowing more may
  /// decide.
  private(set) var candidates: [Int] = []

  init(_ survey: TextSurvey, _ tally: TextTally, _ order: TextOrder) {
    self.survey = survey
    self.tally = tally
    self.order = order
  }

  /// - Returns: false when it was stopped.
  mutating func run(
    _ most: Int, shouldStop: @escaping @Sendable () -> Bool, onProgress: @escaping @Sendable (Int) -> Void
  ) -> Bool {
    var uncovered = tally
    var covered = 0
    for step in 0..<most {
      if step > 0 {
        let before = survey.plan.draws * (step - 1)
        guard
          let rest = survey.tally(
            without: texts.map(\.text), shouldStop: shouldStop, onProgress: { onProgress(before + $0) })
        else { return false }
        uncovered = rest
      }
      let rest = uncovered
      let best = order.first(
        Self.candidatesPerStep, by: rest.acceptances, where: { rest.acceptances(of: $0) > 0 })
      guard let place = best.first else { break }
      candidates += best.map(survey.pool.text).filter { !candidates.contains($0) }
      covered += rest.acceptances(of: place)
      texts.append(
        FolderText(
          text: survey.pool.text(at: place), options: survey.pool.options(at: place),
          covered: WilsonInterval(count: covered, total: tally.draws)))
    }
    return true
  }
}
