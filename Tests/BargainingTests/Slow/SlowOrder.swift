import Bargaining
import Randomness

/// What has no order in a file but needs one in the talks: drawn by names.
extension SlowTalks {
  /// Things in the order of their lots in this round.
  func inDrawnOrder(_ indices: [Int], by stream: String, _ name: (Int) -> String) -> [Int] {
    let draw = RandomStream.uniform(
      seed: seed, run: UInt32(record.run), stream: StreamID(stream), at: UInt32(round))
    let lots = indices.map { StreamID.mix(draw.bitPattern ^ StreamID(name($0)).value) }
    return zip(indices, lots).sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// In which order the forums sit in this round.
  var sittingOrder: [Int] {
    inDrawnOrder(Array(scenario.forums.indices), by: "forums.order") { "forums.\(scenario.forums[$0].name)" }
  }

  /// In which order the mediators of a forum take their turns in this round.
  func turns(in f: Int) -> [Int] {
    let forum = scenario.forums[f]
    if forum.turns == .listed { return forum.mediators }
    return inDrawnOrder(forum.mediators, by: "forums.\(forum.name).turns") {
      "mediators.\(scenario.mediators[$0].name)"
    }
  }

  /// In which order homes are asked.
  var homeOrder: [Int] {
    inDrawnOrder(Array(whole.parties.indices), by: "parties.ratification.order") {
      "parties.\(whole.parties[$0].name)"
    }
  }

  /// Where an issue is held before its stage.
  func heldOption(of k: Int) -> Int {
    let issue = whole.issues[k]
    let byName = issue.options.indices.sorted { issue.options[$0].name < issue.options[$1].name }
    return issue.statusQuo ?? byName[0]
  }
}
