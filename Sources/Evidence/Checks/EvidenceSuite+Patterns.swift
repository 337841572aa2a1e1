import Bargaining

extension EvidenceSuite {
  /// What talks are known to show, looked for in the scenario that the program ships: over all of
  /// its models, and in each by itself.
  ///
  /// A model is held against several patterns at once rather than fitted to one (Grimm et al. 2005,
  /// doi:10.1126/science.1116681). Nothing is set for the sake of a pattern; what is not there is
  /// told as not shown (``EvidenceFinding/Verdict/notShown``). What is told of all models is put
  /// together from those of each, so that no difference between models passes for a pattern.
  static var patterns: [EvidenceCheck] {
    let runs = FlagshipRuns()
    return ends(runs) + amendments(runs)
  }

  /// How long talks without a deadline are looked at, in days: four times the window of the
  /// scenario, which is the unit in which they are looked at.
  private static let window = 120

  private static func ends(_ runs: FlagshipRuns) -> [EvidenceCheck] {
    typealias Ends = [FlagshipRuns.End]
    let first = 0..<window
    let second = window..<(2 * window)
    let rest = (2 * window)..<(4 * window)
    let hazard = "Zartman 2000, ripeness, doi:10.17226/9897: moments come and pass"
    func pattern(
      _ id: String, _ claim: String, source: String, setting: (path: String, value: String),
      _ z: @escaping @Sendable (Ends) -> Double
    ) -> [EvidenceCheck] {
      both(id, claim + " (z)", source: source, threshold: critical) { threads in
        let ends = try runs.ends(setting.path, setting.value, threads: threads)
        let byModel = FlagshipRuns.models.indices.map { model in z(ends.filter { $0.model == model }) }
        return (Significance.together(byModel), byModel)
      }
    }
    let open = ("rounds", "\(4 * window)")
    return pattern(
      "deadline",
      "with a deadline of 60 days known to all, the hazard of agreement is higher in its last ten days than in the ten before",
      source: "Roth, Murnighan, Schoumaker 1988, AER 78(4)", setting: ("talks.deadline", #"{"round": 60}"#)
    ) { Significance.shares($0.hazard(50..<60), $0.hazard(40..<50)) }
      + pattern(
        "hazard_rises",
        "without a deadline the hazard of agreement is higher in the second 120 days than in the first",
        source: hazard, setting: open
      ) { Significance.shares($0.hazard(second), $0.hazard(first)) }
      + pattern(
        "hazard_falls",
        "without a deadline the hazard of agreement is lower in the third and fourth 120 days than in the second",
        source: hazard, setting: open
      ) { Significance.shares($0.hazard(second), $0.hazard(rest)) }
      + pattern(
        "partial_first",
        "without a deadline what is first agreed in part comes earlier than full agreements",
        source:
          "Fisher 1964, Daedalus 93(3), fractionating conflict; Bell, Badanjak 2019, doi:10.1177/0022343318819123",
        setting: open
      ) { ends in
        let full = ends.filter { $0.ending == .fullAgreement }.map { Double($0.round) }
        return Significance.means(full, ends.compactMap { $0.firstPart.map(Double.init) })
      }
  }

  private static func amendments(_ runs: FlagshipRuns) -> [EvidenceCheck] {
    both(
      "amended_texts",
      "of the texts tabled after a refused one in their forum, the share that change one to three of its seven issues",
      source: "single negotiating text: Fisher 1978; Raiffa 1982", threshold: 0.5
    ) { threads in
      let shares = try runs.amendments(threads: threads).map(\.share)
      return (shares.reduce(0, +) / Double(shares.count), shares)
    }
  }

  /// A pattern in all models together, and in each.
  private static func both(
    _ id: String, _ claim: String, source: String, threshold: Double,
    _ measure: @escaping @Sendable (_ threads: Int) throws -> (all: Double, byModel: [Double])
  ) -> [EvidenceCheck] {
    let names = FlagshipRuns.models
    return [
      EvidenceCheck(.pattern, id, claim, source: source, expected: [threshold], .atLeast) { threads in
        [try measure(threads).all]
      },
      EvidenceCheck(
        .pattern, id, "the same in each model: \(names.joined(separator: ", "))", source: source,
        expected: names.map { _ in threshold }, .atLeast
      ) { threads in try measure(threads).byModel },
    ]
  }
}
