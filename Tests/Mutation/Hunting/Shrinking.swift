import Foundation
import Scenarios

/// Makes a mutant smaller as long as the same is wrong with it (delta debugging: Zeller &
/// Hildebrandt 2002, doi:10.1109/32.988498, along the tree of the text instead of its characters:
/// Misherghi & Su 2006, doi:10.1145/1134285.1134307).
struct Shrinking {
  private let rule: String
  private let folder: URL
  private let limit: Double
  private var triesLeft: Int

  init(rule: String, limit: Double, folder: URL) {
    self.rule = rule
    self.folder = folder
    self.limit = limit
    // Each try of what has no end takes the whole time.
    triesLeft = rule.hasPrefix("no end") ? 60 : 1_000
  }

  /// The smallest found; the mutant itself if what is wrong cannot be shown again.
  mutating func smallest(of mutant: Mutant) -> Mutant {
    var diagnosed = Originals.tree(of: mutant.text)
    var best = mutant
    best.bytes = Array(diagnosed.spelt.utf8)
    guard isFaulty(best) else { return shorter(mutant) }
    var hasShrunk = true
    while hasShrunk, triesLeft > 0 {
      hasShrunk = false
      // The largest parts first; after one is gone, places are others.
      var place = 0
      while triesLeft > 0 {
        let places = Shrinking.bySize(diagnosed)
        guard place < places.count else { break }
        if let smaller = smaller(diagnosed, at: places[place], mutant) {
          diagnosed = smaller
          hasShrunk = true
        } else {
          place += 1
        }
      }
    }
    best.bytes = Array(diagnosed.spelt.utf8)
    return best
  }

  private static func bySize(_ tree: JSONNode) -> [Place] {
    tree.places.dropFirst().map { ($0, tree[$0].places.count) }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// The tree without a part, or with a simpler one; `nil` when neither shows the fault.
  private mutating func smaller(_ tree: JSONNode, at place: Place, _ mutant: Mutant) -> JSONNode? {
    var candidates: [JSONNode] = []
    var without = tree
    without.remove(place)
    candidates.append(without)
    let simple: [JSONNode] = tree[place].isLaw || !tree[place].isContainer ? [.number(0), .number(1)] : []
    if tree[place].number != 0, tree[place].number != 1 {
      for value in simple {
        var changed = tree
        changed[place] = value
        if changed.spelt.utf8.count < tree.spelt.utf8.count { candidates.append(changed) }
      }
    }
    for candidate in candidates {
      var smaller = mutant
      smaller.bytes = Array(candidate.spelt.utf8)
      if isFaulty(smaller) { return candidate }
    }
    return nil
  }

  /// For a text that is none: pieces are cut out, by halves, quarters and so on.
  private mutating func shorter(_ mutant: Mutant) -> Mutant {
    var best = mutant
    guard isFaulty(best) else { return mutant }
    var piece = best.bytes.count / 2
    while piece > 0, triesLeft > 0 {
      var start = 0
      while start < best.bytes.count, triesLeft > 0 {
        var smaller = best
        smaller.bytes.removeSubrange(start..<min(start + piece, best.bytes.count))
        if isFaulty(smaller) { best = smaller } else { start += piece }
      }
      piece /= 2
    }
    return best
  }

  /// Whether the same is wrong with it.
  private mutating func isFaulty(_ mutant: Mutant) -> Bool {
    triesLeft -= 1
    var mutant = mutant
    if mutant.kind == .plan {
      var tree = Originals.tree(of: mutant.text)
      Originals.renew(&tree)
      mutant.bytes = Array(tree.spelt.utf8)
    }
    let file = folder.appending(path: "try\(Mutant.suffix(of: mutant.kind))")
    defer { try? FileManager.default.removeItem(at: file) }
    guard (try? Data(mutant.bytes).write(to: file)) != nil,
      let outcome = try? Child.run(["judge", "--limit", "\(limit)", "--as", mutant.name, file.path])
    else { return false }
    if outcome.isSignal || outcome.status == Watch.status { return outcome.rule == rule }
    return outcome.lines.last?.contains("faulty: \(rule): ") ?? false
  }
}
