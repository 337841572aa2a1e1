import Bargaining
import Results
import Simulation

/// Which runs a page tells, of the first ``ToldRuns/most`` of a simulation, by their numbers.
///
/// How a run stands is its least gain: of all parties, the least of what the end is worth to it
/// above what no agreement was worth in the first round (`surplus_at_start`). The best run has the
/// greatest, the worst the least; the typical one is, of those that end the most frequent way, that
/// whose last round is nearest the median of theirs. Of several the first.
struct ToldRuns {
  enum Part: CaseIterable {
    case typical, best, worst
  }

  /// Runs that are looked at.
  static let most = 200

  /// Each run once, under the first part that it has.
  let runs: [(part: Part, run: TracedRun)]

  /// Empty where the program is another than that which simulated, as its runs may be others, and
  /// where nothing can be played.
  init(_ source: PageSource, _ scenario: Scenario) {
    let manifest = source.manifest
    guard manifest.version == Release.identity, manifest.runs > 0,
      let negotiations = try? NegotiationSet(scenario)
    else {
      runs = []
      return
    }
    var records: [RunRecord] = []
    for number in 0..<UInt32(min(manifest.runs, Self.most)) {
      guard let record = negotiations.record(of: number, seed: manifest.seed) else { break }
      records.append(record)
    }
    let chosen = Self.chosen(of: records)
    runs = chosen.map { part, number in
      let run = UInt32(number)
      let negotiation = negotiations.negotiation(of: run, seed: manifest.seed)
      return (part, TracedRun(run, seed: manifest.seed, in: negotiation))
    }
  }

  /// The numbers of the runs, from their records in order.
  static func chosen(of records: [RunRecord]) -> [(part: Part, number: Int)] {
    guard !records.isEmpty else { return [] }
    let gains = records.map { $0.surplusesAtStart.min() ?? 0 }
    var chosen: [(part: Part, number: Int)] = []
    func add(_ part: Part, _ number: Int?) {
      if let number, !chosen.contains(where: { $0.number == number }) { chosen.append((part, number)) }
    }
    add(.typical, typical(of: records))
    add(.best, first(gains, by: >))
    add(.worst, first(gains, by: <))
    return chosen
  }

  private static func typical(of records: [RunRecord]) -> Int? {
    let counts = Ending.allCases.map { ending in records.count { $0.ending == ending } }
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return nil }
    let ending = Ending.allCases[place]
    let own = records.indices.filter { records[$0].ending == ending }
    let rounds = own.map { records[$0].round }.sorted()
    // Twice the median, so that it is whole.
    let median = rounds[(rounds.count - 1) / 2] + rounds[rounds.count / 2]
    let distances = own.map { abs(2 * records[$0].round - median) }
    return first(distances, by: <).map { own[$0] }
  }

  /// The first place whose value no other comes before.
  private static func first<Value>(_ values: [Value], by comes: (Value, Value) -> Bool) -> Int? {
    var found: Int?
    for place in values.indices where found.map({ comes(values[place], values[$0]) }) ?? true {
      found = place
    }
    return found
  }
}

extension ResultPage {
  /// The runs that are told, round by round, folded.
  func stories(_ scenario: Scenario, _ layout: PageLayout) -> [Markup] {
    let told = ToldRuns(source, scenario)
    guard !told.runs.isEmpty else { return [] }
    let words = layout.words
    let parts = told.runs.map { part, run in
      let telling = Telling(
        run, of: scenario, language: language, style: TerminalStyle(width: 96, isColoured: false))
      return Markup.tag(
        "details", ["class": "story"],
        [
          .tag(
            "summary", [:],
            Markup.sentence(
              words.told(
                part, run: Int(run.run),
                EndingWords.label(
                  run.record.ending, TimeLimit(of: scenario), language: language.rawValue),
                round: run.record.round, unit: scenario.roundUnit ?? "round"))),
          .tag("pre", ["dir": "auto", "tabindex": "0"], text: telling.text),
        ])
    }
    return [
      layout.section(
        "stories", words.storiesTitle,
        [layout.paragraph(words.storiesNote(min(source.manifest.runs, ToldRuns.most)))] + parts)
    ]
  }
}
