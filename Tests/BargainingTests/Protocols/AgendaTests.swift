import Bargaining
import Foundation
import Testing

/// Agendas that are settled in stages.
struct AgendaTests {
  /// Two parties who weigh two issues (three options each) in opposite order; a logroll is there to
  /// be found.
  static func text(_ order: String, rounds: Int = 12, weights: String = #"{"uniform": [0.1, 1]}"#) -> String {
    func party(_ up: Bool) -> String {
      let values =
        up
        ? #"{"l": 0, "m": {"uniform": [0.3, 0.7]}, "r": 1}"#
        : #"{"l": 1, "m": {"uniform": [0.3, 0.7]}, "r": 0}"#
      let issues = ["x", "y", "z"].map { #""\#($0)": {"weight": \#(weights), "values": \#(values)}"# }
      return """
        {"preferences": {\(issues.joined(separator: ", "))}, "reservation": {"uniform": [0.1, 0.4]},
         "tactic": {"time": {"beta": {"uniform": [0.3, 2]}}}}
        """
    }
    let issue = #"{"options": ["l", "m", "r"]}"#
    return """
      {"rounds": \(rounds), "issues": {"x": \(issue), "y": \(issue), "z": \(issue)},
       "agenda": {"issues": ["x", "y", "z"]\(order)}, "parties": {"a": \(party(true)), "b": \(party(false))},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
      """
  }

  /// The same 20,000 runs under both orders, run by run: in which of the two is the product of
  /// surpluses greater? A package lets parties trade issues that they weigh differently (Fatima,
  /// Wooldridge, Jennings 2006, doi:10.1613/jair.2056, theorem 5: the package deal is
  /// Pareto-optimal, the sequential procedure need not be).
  @Test("a package is at least as good as issue by issue in twenty thousand runs")
  func packageLeastGood() throws {
    let package = try Negotiation(read(Self.text("")))
    let sequence = try Negotiation(read(Self.text(#", "order": "issue_by_issue""#)))
    var (better, worse) = (0, 0)
    var (sums, agreements) = ([0.0, 0.0], [0, 0])
    for run in 0..<UInt32(20_000) {
      let products = [package, sequence].map { negotiation in
        negotiation.run(run, seed: 11)
        return negotiation.record.surpluses.reduce(1, *)
      }
      if package.record.ending.isAgreement { agreements[0] += 1 }
      if sequence.record.ending.isAgreement { agreements[1] += 1 }
      sums[0] += products[0]
      sums[1] += products[1]
      if products[0] > products[1] + 1e-12 { better += 1 }
      if products[1] > products[0] + 1e-12 { worse += 1 }
    }
    #expect(sums[0] > sums[1])
    // Sign test, normal approximation with correction for continuity: p < 0.001 one-sided is z >
    // 3.09.
    let z = (Double(better - worse) - 1) / Double(better + worse).squareRoot()
    #expect(z > 3.09, "\(better) better, \(worse) worse, means \(sums), agreements \(agreements)")
  }

  @Test("issues are settled one after the other in the order of the agenda")
  func issuesSettledOne() throws {
    let scenario = try read(Self.text(#", "order": "issue_by_issue""#))
    var complete = 0
    for run in 0..<UInt32(60) {
      let (record, acts) = try play(scenario, run: run)
      let settled = acts.filter { $0.kind == .settle }
      for (k, act) in settled.enumerated() {
        let later = acts.filter { $0.round > act.round }
        #expect(later.allSatisfy { $0.options[k] == act.options[k] })
      }
      guard record.ending.isAgreement else { continue }
      complete += 1
      #expect(record.ending == .fullAgreement && settled.count == 2)
      #expect(settled.enumerated().allSatisfy { $1.options[$0] == Int(record.options[$0]) })
    }
    #expect(complete >= 10)
  }

  /// Both want x at once; of y each wants the other end and can live with nothing else.
  static func torn(_ order: String) -> String {
    func party(_ y: String) -> String {
      """
      {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}},
                       "y": {"weight": 1, "values": {"open": 0, "l": \(y == "l" ? 1 : 0), "r": \(y == "r" ? 1 : 0)}}},
       "red_lines": [{"x": "yes", "y": "\(y == "l" ? "r" : "l")"}], "reservation": 0.3, "tactic": {"time": {"beta": 1}},
       "willingness": 0}
      """
    }
    return """
      {"rounds": 6, "issues": {"x": {"options": ["no", "yes"], "status_quo": "no"},
                               "y": {"options": ["open", "l", "r"], "status_quo": "open"}},
       "agenda": {"issues": ["x", "y"]\(order)}, "parties": {"a": \(party("l")), "b": \(party("r"))},
       "forums": {"main": {"members": ["a", "b"], "protocol": "simultaneous"}}}
      """
  }

  @Test("an interim deal holds though the rest fails")
  func interimDealHolds() throws {
    let (record, acts) = try play(read(Self.torn(#", "order": "interim", "first": ["x"]"#)))
    #expect(record.ending == .partialAgreement && record.options == [1, 0])
    #expect(record.round == 0 && record.forum == 0 && record.utilities == [0.5, 0.5])
    #expect(acts.filter { $0.kind == .settle }.map(\.options) == [[1, -1]])
    #expect(acts.last?.round == 5)
  }

  @Test("nothing is agreed until everything is unless the agenda says so")
  func nothingAgreedUntil() throws {
    let waiting = try play(read(Self.torn(#", "order": "interim", "first": ["x"], "holds": false"#))).record
    #expect(waiting.ending == .outOfTime && waiting.options == [0, 0] && waiting.utilities == [0.3, 0.3])
    let holding = try play(read(Self.torn(#", "order": "issue_by_issue", "holds": true"#))).record
    #expect(holding.ending == .partialAgreement && holding.options == [1, 0])
  }

  @Test("an agenda of one stage is a package")
  func agendaOneStage() throws {
    var scenario = try read(Self.text(""))
    let package = try play(scenario, run: 5)
    scenario.order = AgendaOrder(stages: [[2, 0, 1]], holds: true)
    let one = try play(scenario, run: 5)
    #expect(package.record == one.record && package.acts == one.acts)
  }
}
