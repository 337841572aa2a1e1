import Bargaining
import Foundation
import Scenarios
import Testing

/// What has been conceded before mediators is not taken back day by day.
struct KeptOffersTests {
  struct Moves {
    var count = 0
    /// To an offer that the party had made before in the same forum.
    var back = 0
    /// To one worth more to itself than its last.
    var up = 0
  }

  static func moves(in acts: [TalkAct], _ moves: inout Moves) {
    var made: [[Int]: [[Int]]] = [:]
    var worths: [[Int]: Double] = [:]
    for act in acts where act.kind == .offer {
      guard case .party(let party) = act.actor else { continue }
      let seat = [party, act.forum ?? -1]
      let worth = act.utilities[party]
      if let last = made[seat]?.last, last != act.options {
        moves.count += 1
        if made[seat]?.contains(act.options) == true { moves.back += 1 }
        if let before = worths[seat], worth > before + 1e-12 { moves.up += 1 }
      }
      made[seat, default: []].append(act.options)
      worths[seat] = worth
    }
  }

  @Test("of the moves in the Paris talks at most one in twenty goes back to an earlier offer")
  func parisMoves() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let scenario = try ScenarioReader.read(
      path: package.appending(path: "scenarios/paris-2025.jsonc").path
    ).scenario
    var moves = Moves()
    for run in 0..<200 { try Self.moves(in: play(scenario, run: UInt32(run)).acts, &moves) }
    #expect(moves.count > 1_000)
    #expect(Double(moves.back) <= 0.05 * Double(moves.count), "\(moves)")
  }

  /// Two mediators who want opposite things table their texts in every round; without events no
  /// aspiration rises.
  static let pulled = """
    {"rounds": 40,
     "issues": {"x": {"range": {"from": 0, "to": 9, "step": 1}}, "y": {"range": {"from": 0, "to": 9, "step": 1}},
                "z": {"options": ["no", "some", "all"]}},
     "parties": {
       "a": {"preferences": {"x": {"weight": 0.5, "shape": "increasing"}, "y": {"weight": 0.3, "shape": "increasing"},
                             "z": {"weight": 0.2, "values": {"no": 0, "some": 0.7, "all": 1}}},
             "reservation": {"uniform": [0.3, 0.7]}, "tactic": {"time": {"beta": {"uniform": [0.5, 1.5]}}}, "offer": "closest"},
       "b": {"preferences": {"x": {"weight": 0.4, "shape": "decreasing"}, "y": {"weight": 0.4, "shape": "decreasing"},
                             "z": {"weight": 0.2, "values": {"no": 1, "some": 0.6, "all": 0}}},
             "reservation": {"uniform": [0.3, 0.7]}, "tactic": {"time": {"beta": {"uniform": [0.5, 1.5]}}}, "offer": "closest"}},
     "mediators": {
       "m": {"preferences": {"x": {"weight": 1, "shape": "increasing"}}, "formulate": 0.8, "own_interest": 5},
       "n": {"preferences": {"y": {"weight": 1, "shape": "increasing"}}, "formulate": 0.8, "own_interest": 5}},
     "forums": {"f": {"members": ["a", "b"], "mediators": ["m", "n"], "protocol": "shuttle"},
                "g": {"members": ["b", "a"], "mediators": ["n"], "protocol": "shuttle", "every": 2}}}
    """

  @Test("where no aspiration rises, no party asks mediators for more than before, or for the same again")
  func movesGoDown() throws {
    let scenario = try read(Self.pulled)
    var moves = Moves()
    for run in 0..<200 { try Self.moves(in: play(scenario, run: UInt32(run)).acts, &moves) }
    #expect(moves.count > 500)
    #expect(moves.up == 0 && moves.back == 0, "\(moves)")
  }
}
