import Bargaining
import Simulation

/// How a prepared text was received: in how many runs it was tabled, and what each party said to it
/// the first time that it was.
///
/// At an earlier stage of an agenda the text stands with later issues held; the first stage at
/// which it is tabled counts.
package struct TextReception: Sendable, Equatable {
  package let runs: Int
  package private(set) var tabled = 0
  /// Per party: runs in which it took the text.
  package private(set) var taken: [Int]
  /// Per party: runs in which it refused it, by why.
  package private(set) var refused: [[Refusal: Int]]

  /// So many of the runs of a proof are listened to.
  package static let runs = 1_000

  private init(runs: Int, parties: Int) {
    self.runs = runs
    taken = [Int](repeating: 0, count: parties)
    refused = [[Refusal: Int]](repeating: [:], count: parties)
  }

  /// Listens to the first runs of a seed.
  ///
  /// - Parameters:
  ///   - options: the text, an option per issue.
  ///   - mediator: who has it ready as the first of its texts.
  /// - Returns: `nil` when it was stopped.
  package static func observe(
    _ options: [Int], by mediator: Int, in scenario: Scenario, runs: Int, seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool = { false }, onProgress: (Int) -> Void = { _ in }
  ) throws(SimulationError) -> TextReception? {
    var reception = TextReception(runs: runs, parties: scenario.parties.count)
    let negotiations: NegotiationSet
    do throws(NegotiationFault) { negotiations = try NegotiationSet(scenario) } catch {
      throw .cannotNegotiate(error)
    }
    negotiations.heed(shouldStop)
    for run in 0..<UInt32(clamping: runs) {
      if shouldStop() { return nil }
      var listener = Listener(mediator: mediator)
      let negotiation = negotiations.negotiation(of: run, seed: seed)
      guard negotiation.run(run, seed: seed, observer: &listener) else { return nil }
      reception.add(listener)
      onProgress(Int(run) + 1)
    }
    return reception
  }

  private mutating func add(_ listener: Listener) {
    guard listener.text != nil else { return }
    tabled += 1
    for (party, because) in listener.answers {
      if let because { refused[party][because, default: 0] += 1 } else { taken[party] += 1 }
    }
  }

  /// Hears the first prepared text of a mediator, and the answers to it.
  private struct Listener: TalksObserver {
    let mediator: Int
    var text: TalkAct?
    var answers: [(party: Int, because: Refusal?)] = []
    private var isJudged = false

    init(mediator: Int) { self.mediator = mediator }

    mutating func observe(_ act: TalkAct) {
      switch act.kind {
      case .text:
        isJudged = text == nil && act.isPrepared && act.actor == .mediator(mediator)
        if isJudged { text = act }
      case .accept, .reject:
        guard isJudged, let text, act.forum == text.forum, act.round == text.round,
          case .party(let party) = act.actor
        else { return }
        answers.append((party, act.because))
      default: isJudged = false
      }
    }
  }
}
