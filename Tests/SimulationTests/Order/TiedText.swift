import Randomness

/// Small random conflicts as files would write them in which much is worth the same: weights are
/// whole numbers, values and reservations halves or quarters. Nothing is in the order of its name.
struct TiedText {
  private var dice: RandomStream
  private let issues: [(name: String, options: [String], isNumeric: Bool)]

  /// Conflict number `number` of the seed.
  ///
  /// - Parameters:
  ///   - tactic: what all parties do.
  ///   - more: issues of four options beside the four that there are; up to four.
  static func make(
    _ number: Int, seed: UInt64, tactic: OrderedJSON = ["time": ["beta": 1]], more: Int = 0
  ) -> OrderedJSON {
    let words = ["none", "some", "most", "all"]
    let issues =
      [
        ("water", ["9", "0", "4", "1"], true), ("land", words, false),
        ("guard", ["police", "army", "monks"], false), ("aid", ["yes", "no"], false),
      ] + ["roads", "mines", "ports", "fish"].prefix(more).map { ($0, words, false) }
    var maker = TiedText(
      dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("tied")), issues: issues)
    let parties = ["south", "north", "east"].prefix(maker.pick(2...3))
    return [
      "rounds": 8,
      "issues": .object(
        issues.map { name, options, isNumeric in
          .init(name, ["options": .list(options.map { option($0, isNumeric) })])
        }),
      "parties": .object(parties.map { .init($0, maker.party(tactic)) }),
    ]
  }

  private static func option(_ name: String, _ isNumeric: Bool) -> OrderedJSON {
    isNumeric ? .number(Double(name) ?? 0) : .text(name)
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(dice.below(UInt64(range.count)))
  }

  private mutating func party(_ tactic: OrderedJSON) -> OrderedJSON {
    [
      "preferences": .object(
        issues.map { name, options, _ in
          let values = options.map { OrderedJSON.Member($0, .number(Double(pick(0...2)) / 2)) }
          let least = name == "water" ? 1 : 0
          return .init(name, ["weight": .number(Double(pick(least...2))), "values": .object(values)])
        }),
      "reservation": .number(Double(pick(0...4)) / 4), "tactic": tactic,
      "interactions": .list(
        (0..<pick(0...1)).map { _ in ["when": condition(of: 2), "add": .number(Double(pick(-1...1)) / 2)] }),
      "red_lines": .list((0..<pick(0...2)).map { _ in condition(of: pick(1...2)) }),
    ]
  }

  private mutating func condition(of count: Int) -> OrderedJSON {
    let first = pick(0...issues.count - count)
    return .object(
      issues[first..<first + count].map { name, options, isNumeric in
        let start = pick(1...options.count - 1)
        return .init(name, .list(options[start...].map { Self.option($0, isNumeric) }))
      })
  }
}
