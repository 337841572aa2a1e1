import Bargaining
import Experiments
import Scenarios
import Simulation
import Testing

@Suite("Points of a design")
struct PointSimulationTests {
  static let uncertain = #"{"uniform": [0.3, 0.7]}"#

  static func agreed(_ scenario: Scenario, runs: Int, seed: UInt64) throws -> [Bool] {
    let negotiation = try Negotiation(scenario)
    return (0..<UInt32(runs)).map {
      negotiation.run($0, seed: seed)
      return negotiation.record.ending.isAgreement
    }
  }

  static func row(_ response: PointResponse) -> [Bool] { (0..<response.runs).map { response.agreed[$0] } }

  @Test("a point that holds nothing is the runs themselves")
  func nothingHeld() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let simulation = PointSimulation(scenario, inputs: [], runs: 100, seed: 3, threads: 2)
    let responses = try #require(try simulation.run(points: 3, at: { _ in .values([]) }))
    let expected = try Self.agreed(scenario, runs: 100, seed: 3)
    #expect(responses.allSatisfy { Self.row($0) == expected })
    #expect(responses[0].agreements == expected.count { $0 })
  }

  @Test("a number held at a value is the number that the file gives it")
  func values() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: "0.6")
    let index = try #require(scenario.parameters.firstIndex { $0.path == "parties.b.reservation" })
    let simulation = PointSimulation(scenario, inputs: [], runs: 200, seed: 4, threads: 2)
    let values = [0.35, 0.5, 0.65]
    let responses = try #require(
      try simulation.run(points: 3, at: { .values([(ParameterID(index), values[$0])]) }))
    for (value, response) in zip(values, responses) {
      let written = try StudyTexts.zone(a: Self.uncertain, b: "\(value)")
      #expect(Self.row(response) == (try Self.agreed(written, runs: 200, seed: 4)))
    }
  }

  @Test("a number held at a quantile is its distribution's quantile")
  func quantiles() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let index = try #require(scenario.parameters.firstIndex { $0.path == "parties.b.reservation" })
    let simulation = PointSimulation(scenario, inputs: [ParameterID(index)], runs: 200, seed: 5, threads: 2)
    let levels = [0, 0.25, 1]
    let responses = try #require(try simulation.run(points: 3, at: { .quantiles([levels[$0]]) }))
    // 0.3 + 0.4 p.
    for (value, response) in zip([0.3, 0.4, 0.7], responses) {
      let written = try StudyTexts.zone(a: Self.uncertain, b: "\(value)")
      #expect(Self.row(response) == (try Self.agreed(written, runs: 200, seed: 5)))
    }
  }

  @Test("responses do not depend on the number of threads")
  func threads() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let inputs = SensitivityStudy.uncertainNumbers(of: scenario)
    let design = try LatinHypercube(dimensions: inputs.count, count: 20, seed: 1)
    let responses = try [1, 3].map { threads in
      try PointSimulation(scenario, inputs: inputs, runs: 30, threads: threads)
        .run(points: 20, at: { .quantiles(design[$0]) })
    }
    #expect(responses[0] != nil && responses[0] == responses[1])
  }

  @Test("rows of bits count what is in one and not in the other")
  func bits() {
    var (a, b) = (BitRow(count: 130), BitRow(count: 130))
    for index in [0, 63, 64, 129] { a[index] = true }
    for index in [63, 100] { b[index] = true }
    #expect(a.ones == 4 && b.ones == 2)
    #expect(a.count(besides: b) == 3 && b.count(besides: a) == 1)
    a[0] = false
    #expect(!a[0] && a[129] && a.ones == 3)
  }
}
