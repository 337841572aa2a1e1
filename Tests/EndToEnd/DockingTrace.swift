import Foundation

/// A negotiation of NegMAS 0.16.0 with deterministic agents, from the fixtures `docking` and
/// `docking_builtin`, and the scenario file that an analyst would write for it.
struct DockingTrace: Decodable {
  struct Side: Decodable {
    var weights: [Double]
    var values: [[Double]]
    var reservation: Double
    var beta: Double?
    var exponent: Double?
  }
  struct Offer: Decodable {
    var step: Int
    var party: Int
    var offer: [Int]
    var utilities: [Double]
  }
  struct Agreement: Decodable {
    var outcome: [Int]
    var utilities: [Double]
  }
  /// A line of `trace --format jsonl`.
  struct Line: Decodable {
    var round: Int
    var forum: String?
    var actor: String?
    var act: String?
    var ending: String?
    var outcome: [String: String]?
    var utilities: [String: Double]?
  }

  var id: String
  var options: [Int]
  var steps: Int
  var parties: [Side]
  var acceptance: String?
  var strategy: String?
  var trace: [Offer]
  var agreement: Agreement?

  enum CodingKeys: String, CodingKey {
    case id, options, parties, acceptance, strategy, trace, agreement
    case steps = "n_steps"
  }

  static func all(in folder: String) throws -> [DockingTrace] {
    let url = Program.package.appending(path: "Tests/Fixtures/\(folder)")
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try JSONDecoder().decode(DockingTrace.self, from: Data(contentsOf: $0)) }
  }

  /// Parties `p0`, …, issues `i0`, …, options `o0`, …, and the forum `main` that a scenario
  /// has when it names none.
  var scenario: String {
    let issues = options.enumerated().map { k, count in
      "\"i\(k)\": {\"options\": [\((0..<count).map { "\"o\($0)\"" }.joined(separator: ", "))]}"
    }
    let sides = parties.enumerated().map { "\"p\($0)\": \(text(of: $1))" }
    return """
      {"rounds": \(steps), "issues": {\(issues.joined(separator: ", "))},
       "parties": {\(sides.joined(separator: ",\n"))}}
      """
  }

  private func text(of side: Side) -> String {
    let preferences = side.weights.indices.map { k in
      let values = side.values[k].enumerated().map { "\"o\($0)\": \($1)" }.joined(separator: ", ")
      return "\"i\(k)\": {\"weight\": \(side.weights[k]), \"values\": {\(values)}}"
    }
    let beta = side.beta ?? 1 / (side.exponent ?? 1)
    let tolerance = strategy == nil ? "" : ", \"tolerance\": 0.0001"
    let tactic = strategy == "micro" ? "\"micro\"" : "{\"time\": {\"beta\": \(beta)\(tolerance)}}"
    return """
      {"preferences": {\(preferences.joined(separator: ", "))}, "reservation": \(side.reservation),
       "tactic": \(tactic), "acceptance": "\(acceptance ?? "aspiration")"}
      """
  }

  /// What is wrong with a trace that the program wrote; empty when every offer, step, agreement and
  /// utility is that of the fixture.
  func faults(in lines: String) throws -> [String] {
    let all = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let offers = all.filter { $0.act == "offer" }
    var faults: [String] = []
    func expect(_ holds: Bool, _ what: String) { if !holds { faults.append("\(id): \(what)") } }
    expect(offers.count == trace.count, "\(offers.count) offers in place of \(trace.count)")
    for (ours, theirs) in zip(offers, trace) {
      expect(ours.round == theirs.step && ours.forum == "main", "step \(theirs.step)")
      expect(ours.actor == "p\(theirs.party)", "party in step \(theirs.step)")
      expect(ours.outcome == named(theirs.offer), "offer in step \(theirs.step)")
      expect(isClose(ours.utilities, theirs.utilities), "utilities in step \(theirs.step)")
    }
    guard let last = all.last else { return faults + ["\(id): nothing"] }
    expect(last.ending == (agreement == nil ? "out_of_time" : "full_agreement"), "ending")
    expect(last.outcome == agreement.map { named($0.outcome) }, "agreement")
    if let agreement { expect(isClose(last.utilities, agreement.utilities), "utilities of the agreement") }
    return faults
  }

  private func named(_ options: [Int]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: options.enumerated().map { ("i\($0)", "o\($1)") })
  }

  private func isClose(_ ours: [String: Double]?, _ theirs: [Double]) -> Bool {
    ours?.count == theirs.count
      && theirs.enumerated().allSatisfy { abs((ours?["p\($0)"] ?? .infinity) - $1) < 1e-12 }
  }
}
