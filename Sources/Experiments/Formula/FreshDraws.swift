import Bargaining
import Simulation

/// What chosen texts come to in draws that had no part in choosing them.
///
/// The text that did best among many owes part of its share to luck (the optimizer's curse: Smith &
/// Winkler 2006, doi:10.1287/mnsc.1050.0451; inference on winners: Andrews, Kitagawa & McCloskey
/// 2024, doi:10.1093/qje/qjad043). On draws of their own, as many as there were, its interval is
/// that of any share.
struct FreshDraws {
  private var places: [TextTrial: Int] = [:]
  private var trials: [TextTrial] = []

  mutating func ask(_ text: Int, _ test: TextTrial.Test = .acceptable) {
    let trial = TextTrial(text: text, test)
    guard places[trial] == nil else { return }
    places[trial] = trials.count
    trials.append(trial)
  }

  /// - Returns: `nil` when it was stopped.
  func answers(
    of survey: TextSurvey, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Int) -> Void
  ) -> FreshAnswers? {
    let draws = survey.plan.draws
    return survey.verdicts(
      on: trials, in: draws..<2 * draws, shouldStop: shouldStop, onProgress: onProgress
    ).map { FreshAnswers(places: places, verdicts: $0) }
  }
}

/// What came of what was asked.
struct FreshAnswers {
  fileprivate let places: [TextTrial: Int]
  fileprivate let verdicts: TextAcceptances

  /// Draws in which a trial succeeds; of none where it was not asked.
  func share(_ text: Int, _ test: TextTrial.Test = .acceptable) -> WilsonInterval {
    guard let place = places[TextTrial(text: text, test)] else { return WilsonInterval(count: 0, total: 0) }
    return WilsonInterval(count: verdicts.count(of: place), total: verdicts.draws)
  }

  /// Two texts in the same trial, draw by draw.
  func both(_ first: Int, _ second: Int, _ test: TextTrial.Test = .acceptable) -> PairedShares {
    var shares = PairedShares()
    guard let a = places[TextTrial(text: first, test)], let b = places[TextTrial(text: second, test)] else {
      return shares
    }
    for draw in 0..<verdicts.draws {
      shares.add(first: verdicts.accepts(a, in: draw), second: verdicts.accepts(b, in: draw))
    }
    return shares
  }

  /// Draws in which one of some texts is acceptable.
  func covered(by texts: [Int]) -> WilsonInterval {
    let places = texts.compactMap { self.places[TextTrial(text: $0)] }
    let count = (0..<verdicts.draws).count { draw in places.contains { verdicts.accepts($0, in: draw) } }
    return WilsonInterval(count: count, total: verdicts.draws)
  }
}
