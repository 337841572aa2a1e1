import Bargaining
import Testing

/// What `detente check` says of a conflict is the same in whichever order its file lists things,
/// down to which of several outcomes equally good it names.
struct SolutionOrderTests {
  static let seed: UInt64 = 20_260_913

  /// Everything that solutions say, names in place of numbers.
  private static func told(_ scenario: Scenario, _ ways: Solutions.Ways) throws -> [String] {
    let solutions = try Solutions(ZoneAtStart(middleOf: scenario), lookingForObstacles: true, ways: ways)
    func party(_ i: Int) -> String { scenario.parties[i].name }
    func outcome(_ options: [Int]) -> String {
      options.enumerated().map { k, option in
        "\(scenario.issues[k].name)=\(scenario.issues[k].options[option].name)"
      }.sorted().joined(separator: ",")
    }
    func byParty(_ numbers: [Double]) -> String {
      numbers.enumerated().map { "\(party($0))=\($1)" }.sorted().joined(separator: ",")
    }
    func said<Answer>(_ name: String, _ found: Computed<Answer>, _ words: (Answer) -> String) -> String {
      switch found {
      case .exact(let answer): "\(name) \(words(answer))"
      case .notComputed(let reason): "\(name) \(reason)"
      }
    }
    func point(_ name: String, _ found: Computed<SolutionPoint?>) -> String {
      said(name, found) { $0.map { "\(outcome($0.outcome)) \(byParty($0.utilities)) \($0.value)" } ?? "none" }
    }
    func relaxation(_ line: RedLineRelaxation) -> String {
      let issue = scenario.issues[line.issue]
      let freed = line.freed.map { issue.options[$0].name }.sorted()
      return "\(party(line.party)) \(line.redLine) \(issue.name) \(freed) \(outcome(line.outcome))"
    }
    return [
      "outcomes \(solutions.outcomes) feasible \(solutions.feasible) zone \(solutions.zone)",
      "surplus \(solutions.surplus)",
      said("pareto", solutions.pareto) { "\($0.map { outcome(solutions.options(of: $0)) }.sorted())" },
      point("nash", solutions.nash), point("kalai_smorodinsky", solutions.kalaiSmorodinsky),
      point("feasible ideal", solutions.kalaiSmorodinskyFeasibleIdeal),
      point("egalitarian", solutions.egalitarian), point("utilitarian", solutions.utilitarian),
      said("gap", solutions.leverageGap) {
        $0.map { "\($0.value) \(outcome($0.outcome)) \(byParty($0.transfers))" } ?? "none"
      },
      said("blocking", solutions.blocking) { issues in
        "\(issues.map { "\(party($0.party)) \(scenario.issues[$0.issue].name) \($0.gapLeft)" }.sorted())"
      },
      said("relaxations", solutions.relaxations) { "\($0.map(relaxation).sorted())" },
    ]
  }

  @Test(
    "whatever the order of a file, its solutions name the same outcomes, issues and red lines",
    arguments: [
      Solutions.Ways.allowed, Solutions.Ways(enumerable: 0, usesFrontier: true),
      Solutions.Ways(enumerable: 0, usesFrontier: false),
    ])
  func sameSolutions(ways: Solutions.Ways) throws {
    var (zones, relaxed) = (0, 0)
    // Branch and bound takes its time.
    for number in 0..<(ways.enumerable > 0 ? 150 : 40) {
      let text = TiedText.make(number, seed: Self.seed)
      var permutation = Permutation(seed: Self.seed, number: number)
      let permuted = permutation.apply(to: text)
      let told = try Self.told(Texts.scenario(text.text), ways)
      let other = try Self.told(Texts.scenario(permuted.text), ways)
      #expect(told.count == other.count && told.count > 10)
      for (line, otherLine) in zip(told, other) {
        #expect(
          line == otherLine, "seed \(Self.seed), conflict \(number)\n\(text.text)\n\(permuted.text)")
      }
      if told[0].hasSuffix("exists") { zones += 1 }
      if told[10].contains("=") { relaxed += 1 }
    }
    #expect(zones >= 10 && relaxed >= 3, "\(zones) zones, \(relaxed) lines relaxed")
  }
}
