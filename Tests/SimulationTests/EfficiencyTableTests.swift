import Bargaining
import Foundation
import Simulation
import Tables
import Testing

/// How good agreements are: the table `efficiency`, the columns of `runs.csv`, and in which runs it
/// is measured.
struct EfficiencyTableTests {
  static func rows(_ distribution: OutcomeDistribution) throws -> [[String]] {
    let text = try #require(try Texts.csv(distribution)["efficiency"])
    return text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("every division of a pie is efficient and its Nash ratio is that of the surpluses")
  func divisionPieEfficient() throws {
    let text = Texts.pie(fine: false, reservation: #"{"uniform": [0.1, 0.45]}"#, rounds: 9)
    let distribution = try Texts.simulate(text, runs: 2_000, seed: 3)
    let header = ["measure", "mean", "standard_error", "p05", "p25", "p50", "p75", "p95"]
    let rows = try Self.rows(distribution)
    #expect(rows[0] == header)
    #expect(rows[2] == ["pareto_distance", "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "0.0"])
    let negotiation = try Negotiation(Texts.scenario(text))
    var ratios: [Double] = []
    for run in 0..<UInt32(2_000) {
      negotiation.run(run, seed: 3)
      let record = negotiation.record
      guard record.ending.isAgreement else { continue }
      let share = Double(record.options[0]) / 100
      let (a, b) = (share - record.surpluses[0], 1 - share - record.surpluses[1])
      func product(_ share: Double) -> Double { max(0, share - a) * max(0, 1 - share - b) }
      let greatest = (0...100).map { product(Double($0) / 100) }.max() ?? 0
      ratios.append(record.surpluses[0] * record.surpluses[1] / greatest)
    }
    #expect(ratios.count > 1_000 && distribution.efficiency.measured == ratios.count)
    #expect(distribution.efficiency.efficient == ratios.count)
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    #expect(abs((Double(rows[1][1]) ?? .nan) - mean) < 1e-9)
    let squares = ratios.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let error = (squares / Double(ratios.count - 1) / Double(ratios.count)).squareRoot()
    #expect(abs((Double(rows[1][2]) ?? .nan) - error) < 1e-9)
    let sorted = ratios.sorted()
    for (column, p) in [(3, 0.05), (4, 0.25), (5, 0.5), (6, 0.75), (7, 0.95)] {
      let place = Int(p * Double(ratios.count))
      let found = Double(rows[1][column]) ?? .nan
      #expect(found >= sorted[place - 2] - 0.00025 && found <= sorted[place + 2] + 0.00025)
    }
  }

  /// a weighs x 0.8 and y 0.2, b the other way round. Issue by issue a asks for 0.45 of each, the
  /// middle; so they end at (0.5, 0.5).
  static let sequence = """
    {"rounds": 4, "issues": {"x": {"options": ["l", "m", "r"]}, "y": {"options": ["l", "m", "r"]}},
     "agenda": {"issues": ["x", "y"], "order": "issue_by_issue"},
     "parties": {
       "a": {"preferences": {"x": {"weight": 4, "values": {"l": 0, "m": 0.5, "r": 1}}, "y": {"weight": 1, "values": {"l": 0, "m": 0.5, "r": 1}}},
             "reservation": 0.45, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1000}}},
       "b": {"preferences": {"x": {"weight": 1, "values": {"l": 1, "m": 0.5, "r": 0}}, "y": {"weight": 4, "values": {"l": 1, "m": 0.5, "r": 0}}},
             "reservation": 0.3, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1000}}}},
     "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
    """

  @Test("two issues settled one by one lose what a trade would have brought")
  func twoIssuesSettled() throws {
    let distribution = try Texts.simulate(Self.sequence, runs: 50)
    #expect(distribution.agreements == 50 && distribution.settlements == [[0, 50, 0], [0, 50, 0]])
    let rows = try Self.rows(distribution)
    // The frontier is (1, 0), (0.9, 0.4), (0.8, 0.8), (0.4, 0.9), (0, 1): nearest are the second
    // and the fourth; the greatest product of surpluses is that of the third.
    #expect(abs((Double(rows[2][1]) ?? .nan) - 0.17.squareRoot()) < 1e-12)
    #expect(abs((Double(rows[1][1]) ?? .nan) - 0.05 * 0.2 / (0.35 * 0.5)) < 1e-9)
    #expect(distribution.efficiency.efficient == 0)
  }

  /// Three parties, of whom one has no veto, uncertain in everything, with a red line, an
  /// interaction, discounts, costs and events.
  static let varied = """
    {"rounds": 12,
     "issues": {"x": {"options": ["a", "b", "c", "d"]}, "y": {"options": ["a", "b", "c"]}, "z": {"range": {"from": 0, "to": 4, "step": 1}}},
     "parties": {
       "p": {"preferences": {"x": {"weight": {"uniform": [0.2, 1]}, "values": {"a": 0, "b": {"uniform": [0.1, 0.6]}, "c": 0.7, "d": 1}},
                             "y": {"weight": {"uniform": [0.2, 1]}, "values": {"a": 1, "b": 0.4, "c": 0}}, "z": {"weight": {"uniform": [0.2, 1]}, "shape": "increasing"}},
             "interactions": [{"when": {"x": "b", "y": "b"}, "add": {"uniform": [-0.2, 0.3]}}], "discount": 0.99,
             "reservation": {"uniform": [0.1, 0.4]}, "cost_of_delay": 0.01, "tactic": {"time": {"beta": {"uniform": [0.5, 2]}}}},
       "q": {"preferences": {"x": {"weight": {"uniform": [0.2, 1]}, "values": {"a": 1, "b": 0.8, "c": {"uniform": [0.1, 0.6]}, "d": 0}},
                             "y": {"weight": {"uniform": [0.2, 1]}, "values": {"a": 0, "b": 0.5, "c": 1}}, "z": {"weight": {"uniform": [0.2, 1]}, "shape": "decreasing"}},
             "red_lines": [{"x": "d", "y": "a"}], "reservation": {"uniform": [0.1, 0.4]}, "tactic": {"time": {"beta": {"uniform": [0.5, 2]}}}},
       "r": {"preferences": {"x": {"weight": 1, "values": {"a": 0, "b": 1, "c": 0, "d": 0}}, "y": {"weight": 0}, "z": {"weight": 1, "shape": {"peak": 2}}},
             "veto": false, "reservation": 0.2, "tactic": {"time": {"beta": 1}}}},
     "forums": {"main": {"members": ["p", "q", "r"], "protocol": "alternating"}},
     "events": {"e": {"rate": 0.1, "effects": [{"on": "parties.q.preferences.x.weight", "multiply": 2}]}}}
    """

  @Test("the columns of every run are those of a scan over all outcomes")
  func columnsRunThose() throws {
    let scenario = try Texts.scenario(Self.varied)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let log = try RunLog(scenario, path: path)
    let plan = SimulationPlan(runs: 600, seed: 8, threads: 2, efficiency: .every(3))
    let distribution = try Ensemble(scenario, plan: plan).run(keepingRunsIn: log)
    try log.commit()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    let columns = RunLog.columns(of: scenario)
    let places = try ["nash_ratio", "pareto_distance", "kalai_smorodinsky_distance"].map {
      try #require(columns.firstIndex(of: $0))
    }

    let outcomes = (0..<4).flatMap { x in (0..<3).flatMap { y in (0..<5).map { [x, y, $0] } } }
    let negotiation = try Negotiation(scenario)
    var (measured, inefficient, distances, shares) = (0, 0, 0.0, 0.0)
    for (run, line) in lines.enumerated() {
      let texts = line.split(separator: ",", omittingEmptySubsequences: false)
      let fields = places.map { Double(texts[$0]) }
      negotiation.run(UInt32(run), seed: 8)
      let record = negotiation.record
      guard record.ending.isAgreement, run % 3 == 0 else {
        #expect(fields == [nil, nil, nil], "run \(run)")
        continue
      }
      measured += 1
      func worth(_ outcome: [Int]) -> [Double] { [0, 1].map { negotiation.utility(of: outcome, to: $0) } }
      let agreed = worth(record.options.map(Int.init))
      // What an outcome must be worth is read off the record: its surplus over its discounted
      // worth.
      let discounts = [0, 1].map { record.utilities[$0] / agreed[$0] }
      let least = [0, 1].map { agreed[$0] - record.surpluses[$0] / discounts[$0] }
      let admissible = outcomes.filter { !($0[0] == 3 && $0[1] == 0) }.map(worth)
      func product(_ worth: [Double]) -> Double { max(0, worth[0] - least[0]) * max(0, worth[1] - least[1]) }
      let ratio = product(agreed) / (admissible.map(product).max() ?? 0)
      #expect(abs((fields[0] ?? .nan) - ratio) < 1e-9, "run \(run)")
      func dominates(_ a: [Double], _ b: [Double]) -> Bool { a[0] >= b[0] && a[1] >= b[1] && a != b }
      let frontier = admissible.filter { point in !admissible.contains { dominates($0, point) } }
      func distance(_ point: [Double]) -> Double {
        let (x, y) = (point[0] - agreed[0], point[1] - agreed[1])
        return (x * x + y * y).squareRoot()
      }
      let nearest = frontier.map(distance).min() ?? .nan
      #expect(abs((fields[1] ?? .nan) - nearest) < 1e-12, "run \(run)")
      if nearest > 0 { inefficient += 1 }
      distances += nearest
      let ideals = [0, 1].map { party in admissible.map { $0[party] }.max() ?? .nan }
      func leastShare(_ worth: [Double]) -> Double {
        [0, 1].map { (worth[$0] - least[$0]) / (ideals[$0] - least[$0]) }.min() ?? .nan
      }
      let fairest = frontier.max { leastShare($0) < leastShare($1) }
      let apart = fairest.map(distance) ?? .nan
      #expect(abs((fields[2] ?? .nan) - apart) < 1e-9, "run \(run)")
      shares += apart
    }
    #expect(measured > 80 && inefficient > 20 && inefficient < measured)
    #expect(distribution.efficiency.measured == measured && distribution.efficiency.agreements == measured)
    #expect(distribution.efficiency.efficient == measured - inefficient)
    let mean = try #require(distribution.efficiency[.paretoDistance].moments.mean)
    #expect(abs(mean - distances / Double(measured)) < 1e-12)
    let row = try #require(try Self.rows(distribution).first { $0[0] == "kalai_smorodinsky_distance" })
    let foundShare = Double(row[1]) ?? .nan
    #expect(abs(foundShare - shares / Double(measured)) < 1e-9)
  }

  @Test("the least surplus is that of whoever gains least of those with a veto, in every agreement")
  func worstSurplus() throws {
    let scenario = try Texts.scenario(Self.varied)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let log = try RunLog(scenario, path: path)
    let plan = SimulationPlan(runs: 400, seed: 8, threads: 2, efficiency: .off)
    let distribution = try Ensemble(scenario, plan: plan).run(keepingRunsIn: log)
    try log.commit()
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let place = try #require(rows[0].firstIndex(of: "worst_surplus"))
    let negotiation = try Negotiation(scenario)
    var (least, unlike) = ([Double](), 0)
    for run in 0..<400 {
      negotiation.run(UInt32(run), seed: 8)
      let record = negotiation.record
      guard record.ending.isAgreement else {
        #expect(rows[run + 1][place].isEmpty, "run \(run)")
        continue
      }
      // r, the third, has no veto.
      let worst = record.surpluses[0] < record.surpluses[1] ? record.surpluses[0] : record.surpluses[1]
      #expect(Double(rows[run + 1][place]) == worst, "run \(run)")
      least.append(worst)
      if record.surpluses[2] < worst { unlike += 1 }
    }
    #expect(least.count > 100 && unlike > 0)
    let row = try #require(try Self.rows(distribution).first { $0[0] == "worst_surplus" })
    let mean = least.reduce(0, +) / Double(least.count)
    let middle = least.sorted()[(least.count - 1) / 2]
    let (foundMean, foundMiddle) = (Double(row[1]) ?? .nan, Double(row[5]) ?? .nan)
    #expect(abs(foundMean - mean) < 1e-12 && abs(foundMiddle - middle) < 0.001)
  }

  @Test("where nobody asks, nothing is measured that takes time, and all rows stay")
  func nothingIsMeasuredWhereNobodyAsks() throws {
    let plan = SimulationPlan(runs: 20, efficiency: .off)
    let distribution = try Ensemble(Texts.scenario(Self.sequence), plan: plan).run()
    #expect(distribution.agreements == 20 && distribution.efficiency.agreements == 0)
    let rows = Array(try Self.rows(distribution).dropFirst())
    let unmeasured = rows.filter { $0.dropFirst().allSatisfy(\.isEmpty) }.map { $0[0] }
    #expect(unmeasured == ["nash_ratio", "pareto_distance", "kalai_smorodinsky_distance"])
    let least = rows.last.flatMap { Double($0[1]) } ?? .nan
    // a has 0.5 and must have 0.45, b must have 0.3.
    #expect(rows.count == 4 && abs(least - 0.05) < 1e-12)
  }

  /// Twelve issues of four options that three parties weigh at random: a frontier of thousands.
  static let wide: String = {
    let names = (0..<12).map { "i\($0)" }
    let issues = names.map { #""\#($0)": {"options": ["a", "b", "c", "d"]}"# }.joined(separator: ", ")
    let values = ["a", "b", "c", "d"].map { #""\#($0)": {"uniform": [0, 1]}"# }.joined(separator: ", ")
    let preferences = names.map { #""\#($0)": {"weight": {"uniform": [0.2, 1]}, "values": {\#(values)}}"# }
      .joined(separator: ", ")
    let parties = ["p", "q", "r"].map {
      #""\#($0)": {"preferences": {\#(preferences)}, "reservation": 0.1, "tactic": {"time": {"beta": 1}}}"#
    }.joined(separator: ", ")
    return """
      {"rounds": 3, "issues": {\(issues)}, "parties": {\(parties)},
       "forums": {"main": {"members": ["p", "q", "r"], "protocol": "alternating"}}}
      """
  }()

  @Test("a large frontier is measured in a share of the runs that depends on the seed alone")
  func largeFrontierMeasured() throws {
    let scenario = try Texts.scenario(Self.wide)
    let samplings = try [(0, 1), (0, 3), (4_000, 2)].map { first, threads in
      try Ensemble(scenario, plan: SimulationPlan(runs: 4, seed: 2, threads: threads, firstRun: first))
        .run()
        .efficiency.sampling
    }
    #expect(samplings[0] == samplings[1] && samplings[0] == samplings[2])
    guard case .every(let n) = samplings[0] else { throw Unmeasured() }
    #expect(n >= 16 && n.nonzeroBitCount == 1)
    let small = try Texts.simulate(Self.sequence, runs: 1).efficiency.sampling
    #expect(small == .every(1))
  }

  struct Unmeasured: Error {}
}
