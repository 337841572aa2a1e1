import Experiments
import Foundation
import Scenarios
import Tables

/// The files that mutants are made from.
struct Originals {
  private struct Original {
    let name: String
    let tree: JSONNode
    /// How often it is taken.
    let weight: Int
  }

  private let scenarios: [Original]
  private let sweeps: [Original]
  private let plans: [Original]
  private let mutator: Mutator

  /// Of the files of the package, which is the working directory.
  init() throws {
    let paths =
      try Originals.files(in: "scenarios") + Originals.files(in: "Tests/Fixtures/valid")
    var scenarios: [Original] = []
    for path in paths {
      let document = try ScenarioDocument.load(path: path)
      // A variant stands for itself, and once more merged with what it extends.
      if document.files.count > 1 { scenarios.append(try Originals.original(path)) }
      if let root = document.root { scenarios.append(Originals.original(path, Originals.whole(root))) }
    }
    self.scenarios = scenarios
    let sweepFiles = try Originals.files(in: "Tests/Fixtures/sweeps")
    sweeps = try sweepFiles.map(Originals.original)
    plans = try sweepFiles.map { path in
      let plan = try Originals.plan(of: path)
      return Originals.original(path, Originals.tree(of: JSONText.string(plan.json)))
    }
    let schema = try String(contentsOfFile: "scenarios/scenario.schema.json", encoding: .utf8)
    mutator = Mutator(schema: Schema(root: Originals.tree(of: schema)), others: scenarios.map(\.tree))
  }

  /// Mutant number `number` of a seed, the same wherever and after whatever it is made.
  func mutant(_ number: Int, seed: UInt64) -> Mutant {
    var dice = Dice(seed: seed, mutant: number)
    switch dice.below(100) {
    case 0..<80: return scenario(&dice)
    case 80..<90: return sweep(&dice)
    default: return plan(&dice)
    }
  }

  private func scenario(_ dice: inout Dice) -> Mutant {
    let original = Originals.pick(scenarios, &dice)
    if dice.happens(0.08) {
      return Mutant(
        kind: .scenario, name: original.name, bytes: Damage.strike(original.tree.spelt, &dice))
    }
    let tree = mutator.mutate(original.tree, &dice)
    return Mutant(kind: .scenario, name: original.name, bytes: Array(tree.spelt.utf8))
  }

  private func sweep(_ dice: inout Dice) -> Mutant {
    let original = Originals.pick(sweeps, &dice)
    if dice.happens(0.08) {
      return Mutant(kind: .sweep, name: original.name, bytes: Damage.strike(original.tree.spelt, &dice))
    }
    let tree = Mutator(schema: nil, others: sweeps.map(\.tree)).mutate(original.tree, &dice)
    return Mutant(kind: .sweep, name: original.name, bytes: Array(tree.spelt.utf8))
  }

  /// Of a plan either itself is changed or a scenario inside it; mostly with a digest that fits,
  /// since else nothing more is looked at.
  private func plan(_ dice: inout Dice) -> Mutant {
    let original = Originals.pick(plans, &dice)
    var tree = original.tree
    if dice.happens(0.5) {
      tree = Mutator(schema: nil, others: plans.map(\.tree)).mutate(tree, &dice)
    } else if let place = dice.pick(Originals.texts(of: tree)), let text = tree[place].string {
      tree[place] = .text(mutator.mutate(Originals.tree(of: text), &dice).spelt)
    }
    if dice.happens(0.9) { Originals.renew(&tree) }
    return Mutant(kind: .plan, name: original.name, bytes: Array(tree.spelt.utf8))
  }
}

// MARK: Reading

extension Originals {
  private static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonc") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private static func original(_ path: String) throws -> Original {
    original(path, tree(of: try String(contentsOfFile: path, encoding: .utf8)))
  }

  private static func original(_ path: String, _ tree: JSONNode) -> Original {
    // A small file shows the same faults in less time; one that extends another is as large as
    // that.
    let size = tree["extends"] == nil ? tree.spelt.utf8.count : 40_000
    return Original(name: path, tree: tree, weight: 1_000_000 / (5_000 + size))
  }

  private static func pick(_ originals: [Original], _ dice: inout Dice) -> Original {
    var left = dice.below(originals.reduce(0) { $0 + $1.weight })
    for original in originals {
      if left < original.weight { return original }
      left -= original.weight
    }
    return originals[originals.count - 1]
  }

  /// What a text says, whatever is wrong with it.
  static func tree(of text: String) -> JSONNode {
    var diagnostics = Diagnostics()
    let file = diagnostics.add(SourceText(name: "", text: text))
    return JSONParser.parse(file: file, &diagnostics).root ?? JSONNode(.null)
  }

  /// A merged tree without the word that names what it was merged from.
  private static func whole(_ root: JSONNode) -> JSONNode {
    .object((root.members ?? []).filter { $0.key != "extends" }.map { ($0.key, $0.value) })
  }

  /// The plan that a sweep file leads to.
  private static func plan(of path: String) throws -> SweepPlan {
    let file = try SweepFile(reading: path)
    return SweepPlan(
      scenarios: try file.scenarios.map { try ScenarioDocument.load(path: $0) }, settings: file.settings,
      design: try SweepDesign(
        axes: file.axes, ranges: file.ranges, sampling: file.sampling, seed: file.seed ?? 1,
        variants: file.scenarios), runs: file.runs ?? 10, seed: file.seed ?? 1, precision: file.precision)
  }

  /// The texts of scenarios inside a plan.
  private static func texts(of plan: JSONNode) -> [Place] {
    plan.places.filter { $0.keys.first == "scenarios" && $0.keys.last == "text" }
  }

  /// Writes the digest of each text beside it.
  static func renew(_ plan: inout JSONNode) {
    for place in texts(of: plan) {
      guard let text = plan[place].string, let members = plan[place.parent].members else { continue }
      plan[place.parent] = .object(
        members.map { ($0.key, $0.key == "sha256" ? .text(SHA256.hex(of: Array(text.utf8))) : $0.value) })
    }
  }
}
