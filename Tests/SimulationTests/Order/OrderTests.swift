import Bargaining
import Foundation
import Randomness
import Scenarios
import Simulation
import Tables
import Testing

/// The order in which a file lists things is no part of the world that it describes.
struct OrderTests {
  static let seed: UInt64 = 20_260_912

  /// Every table as its set of rows, by the names of the columns, and every run act by act; but for
  /// the rank of a package, which numbers rows. Where a row names another by its number, that row
  /// stands in its place.
  static func told(_ scenario: OrderedJSON, runs: Int, traced: Int) throws -> [String: [String]] {
    let text = scenario.text
    var told: [String: [String]] = [:]
    let tables = try Texts.simulate(text, runs: runs, seed: 5).tables()
    func words(_ table: Table, _ row: Int) -> String {
      table.columns.filter { $0.name != "rank" }
        .map { column in
          guard table.name == "model_ranges", column.name == "row", case .integer(let place) = column[row],
            case .text(let name) = table.columns[0][row], let other = tables.first(where: { $0.name == name })
          else { return "\(column.name)=\(column[row])" }
          return name == "rounds" ? "row" : "row=(\(words(other, Int(place) - 1)))"
        }.sorted().joined(separator: " ")
    }
    for table in tables { told[table.name] = (0..<table.rowCount).map { words(table, $0) }.sorted() }
    let negotiation = try Negotiation(try Texts.scenario(text))
    for run in 0..<traced {
      var acts = NamedActs(negotiation.scenario)
      negotiation.run(UInt32(run), seed: 5, observer: &acts)
      told["run \(run)"] = acts.lines
    }
    return told
  }

  /// The names of what differs, with the first rows that do.
  static func difference(_ one: [String: [String]], _ other: [String: [String]]) -> String? {
    for name in one.keys.sorted() where one[name] != other[name] {
      let (a, b) = (one[name] ?? [], other[name] ?? [])
      let place =
        zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
      let rows = [a, b].map { place < $0.count ? $0[place] : "nothing" }
      return "\(name), row \(place):\n  \(rows[0])\n  \(rows[1])"
    }
    return one.keys.sorted() == other.keys.sorted()
      ? nil : "tables \(one.keys.sorted()), \(other.keys.sorted())"
  }

  @Test(
    "whatever the order of a file, its tables have the same rows and its runs the same acts",
    arguments: 0..<20)
  func orderOfRandomScenarios(block: Int) throws {
    for number in block * 10..<block * 10 + 10 {
      let scenario = RandomText.make(number, seed: Self.seed)
      var permutation = Permutation(seed: Self.seed, number: number)
      let permuted = permutation.apply(to: scenario)
      let difference = try Self.difference(
        Self.told(scenario, runs: 60, traced: 4), Self.told(permuted, runs: 60, traced: 4))
      #expect(
        difference == nil,
        "seed \(Self.seed), scenario \(number): \(difference ?? "")\n\(scenario.text)\n\(permuted.text)")
    }
  }

  @Test(
    "of the random scenarios that are written in another order at least twenty have each part",
    arguments: [
      #""joint": [["#, #""deadline": {"#, #""horizon": "#, #""per_round": "#, #""while": {"#,
      #""provisions": [{"#,
      #""phases": {"#, #""foresight": "#, #""carrot_share": "#, #""reopening": {"#, #""reopening": "never""#,
      #""overstatement": "#, #""shock_half_life": "#, #""loss": "#, #""models": {"#, #""texts": [{"#,
    ])
  func parts(part: String) {
    let count = (0..<200).count { RandomText.make($0, seed: Self.seed).text.contains(part) }
    #expect(count >= 20, "\(part): \(count)")
  }

  @Test("whatever the order of the Paris talks' file, their tables have the same rows", arguments: 0..<4)
  func orderOfParis(number: Int) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let scenario = try Self.parsed(
      String(contentsOf: package.appending(path: "scenarios/paris-2025.jsonc"), encoding: .utf8))
    var permutation = Permutation(seed: Self.seed, number: number)
    let permuted = permutation.apply(to: scenario)
    #expect(permuted != scenario)
    let difference = try Self.difference(
      Self.told(scenario, runs: 400, traced: 10), Self.told(permuted, runs: 400, traced: 10))
    #expect(difference == nil, "seed \(Self.seed), permutation \(number): \(difference ?? "")")
  }

  private static func parsed(_ text: String) throws -> OrderedJSON {
    var diagnostics = Diagnostics()
    let file = diagnostics.add(SourceText(name: "paris-2025.jsonc", text: text))
    var scenario = OrderedJSON(try #require(JSONParser.parse(file: file, &diagnostics).root))
    scenario["$schema"] = nil
    return scenario
  }
}

/// The acts of a run in words, names in place of numbers, so that those of two files can be held
/// against each other.
struct NamedActs: TalksObserver {
  static var isListening: Bool { true }
  private let scenario: Scenario
  private(set) var lines: [String] = []

  init(_ scenario: Scenario) { self.scenario = scenario }

  mutating func observe(_ act: TalkAct) {
    let who =
      switch act.actor {
      case .party(let party): scenario.parties[party].name
      case .mediator(let mediator): scenario.mediators[mediator].name
      case .event(let event): scenario.events[event].name
      case .talks: "talks"
      }
    let options = act.options.enumerated().map { k, option in
      "\(scenario.issues[k].name)=\(option < 0 ? "open" : scenario.issues[k].options[option].name)"
    }.sorted().joined(separator: ",")
    let worths = zip(scenario.parties, act.utilities).map { "\($0.name)=\($1)" }.sorted().joined(
      separator: ",")
    let place = act.forum.map { scenario.forums[$0].name } ?? "-"
    let because = act.because.map { "\($0)" } ?? ""
    lines.append(
      "\(act.round) \(place) \(who) \(act.kind)\(act.isPrepared ? " ready" : "") \(options) \(worths) \(because)"
    )
  }
}
