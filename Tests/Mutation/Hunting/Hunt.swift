import Foundation

/// Judges mutants one after another in another process, goes on after each crash, and keeps what it
/// finds.
struct Hunt {
  let seed: UInt64
  let count: Int
  /// Seconds of processor time for each mutant.
  let limit: Double
  /// Where finds are kept.
  let folder: URL

  private struct Tally {
    var refused = 0
    var sound = 0
    var dear = 0
    var finds: [String: Int] = [:]
    var accepted: Int { sound + dear }
  }

  /// - Returns: whether nothing was found and enough mutants were accepted.
  func run() throws -> Bool {
    print("mutation: seed \(seed), \(count) mutants")
    let originals = try Originals()
    let start = ContinuousClock.now
    var tally = Tally()
    var next = 0
    while next < count {
      let outcome = try Child.run([
        "examine", "--seed", "\(seed)", "--from", "\(next)", "--count", "\(count - next)", "--limit",
        "\(limit)",
      ])
      for line in outcome.lines {
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let number = Int(words[0]) else { continue }
        next = max(next, number)
        let parts = words[1].split(separator: ": ", maxSplits: 2, omittingEmptySubsequences: false)
        switch parts[0] {
        case "begun": continue
        case "refused": tally.refused += 1
        case "sound": tally.sound += 1
        case "dear": tally.dear += 1
        default:
          let rule = parts.count > 1 ? String(parts[1]) : "words that nobody knows"
          try keep(rule, String(words[1]), originals.mutant(number, seed: seed), number, &tally)
        }
        next = number + 1
      }
      guard next < count || outcome.status != 0 else { break }
      try keep(outcome.rule, outcome.errors, originals.mutant(next, seed: seed), next, &tally)
      next += 1
    }
    return report(tally, ContinuousClock.now - start)
  }

  /// Of each kind of fault the first is made small and written down.
  private func keep(
    _ rule: String, _ detail: String, _ mutant: Mutant, _ number: Int, _ tally: inout Tally
  ) throws {
    tally.finds[rule, default: 0] += 1
    guard tally.finds[rule] == 1 else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let stem = rule.prefix(60).map { $0.isLetter ? $0 : "-" }
    let file = folder.appending(path: "\(String(stem))-\(seed)-\(number)\(Mutant.suffix(of: mutant.kind))")
    try Data(mutant.bytes).write(to: file)
    print("mutant \(number), \(mutant.kind.rawValue) made from \(mutant.name): \(rule)")
    print("  \(detail.split(whereSeparator: \.isNewline).first ?? "")")
    var shrinking = Shrinking(rule: rule, limit: min(limit, 3), folder: folder)
    let small = shrinking.smallest(of: mutant)
    try Data(small.bytes).write(to: file)
    print("  kept, \(small.bytes.count) of \(mutant.bytes.count) bytes: \(file.path)")
  }

  private func report(_ tally: Tally, _ time: Duration) -> Bool {
    let share = Double(tally.accepted) / Double(max(count, 1))
    let finds = tally.finds.values.reduce(0, +)
    print(
      "mutation: \(tally.accepted) of \(count) accepted (\((share * 1000).rounded() / 10)%), "
        + "\(tally.dear) of them too large to simulate here; \(tally.refused) refused; \(finds) faulty; "
        + "\(time.components.seconds) s; seed \(seed)")
    for (rule, number) in tally.finds.sorted(by: { $0.key < $1.key }) { print("  \(number) × \(rule)") }
    if share < 1 / 3.0 { print("mutation: fewer than a third were accepted; the mixture has to be changed") }
    return finds == 0 && share >= 1 / 3.0
  }
}
