import Bargaining
import Experiments
import Scenarios
import Simulation
import Tables
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
    #expect(responses.count == 3 && responses.allSatisfy { Self.row($0) == expected })
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
    #expect(responses.count == 3)
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
    #expect(responses.count == 3)
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

  @Test(
    "long points are done in parts, and come to the same whatever the threads and wherever they are stopped")
  func parts() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let inputs = SensitivityStudy.uncertainNumbers(of: scenario)
    let points = [0.2, 0.5, 0.9].map { level in inputs.map { _ in level } } + [inputs.map { _ in 0.4 }]
    func run(threads: Int, _ memory: MemoryDouble?, _ stopper: Stopper) throws -> [PointResponse]? {
      try PointSimulation(
        scenario, inputs: Array(inputs.dropLast()), runs: 150, firstRun: 9, seed: 2, threads: threads,
        memory: memory
      ).run(points: 4, shouldStop: stopper.shouldStop, at: { .quantiles(points[$0].dropLast()) })
    }
    let whole = try #require(try run(threads: 1, nil, Stopper()))
    #expect(whole.map(\.runs) == [150, 150, 150, 150])
    for threads in [1, 3] {
      #expect(try run(threads: threads, nil, Stopper()) == whole)
      for limit in stride(from: 0, to: 600, by: 37) {
        let memory = MemoryDouble()
        #expect(try run(threads: threads, memory, Stopper(after: limit)) == nil)
        memory.rewind()
        #expect(try run(threads: threads, memory, Stopper()) == whole)
        #expect(memory.count == 12)
      }
    }
    // A point of one part, whose runs are added up one by one.
    for (number, response) in whole.enumerated() {
      let negotiation = try Negotiation(scenario)
      negotiation.hold(Array(inputs.dropLast()), at: points[number].dropLast())
      var (rounds, agreed): ([Int32], [Bool]) = ([], [])
      for run in UInt32(9)..<159 {
        negotiation.run(run, seed: 2)
        agreed.append(negotiation.record.ending.isAgreement)
        if negotiation.record.ending.isAgreement { rounds.append(Int32(negotiation.record.round)) }
      }
      #expect(Self.row(response) == agreed && response.rounds == rounds)
      #expect(response.agreements == agreed.count { $0 })
    }
  }

  @Test("a wish to stop is heard after the run under way, and of a long point what is done is kept")
  func longPoint() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    for threads in [1, 3] {
      let (memory, stopper) = (MemoryDouble(), Stopper(after: 300))
      let responses = try PointSimulation(
        scenario, inputs: [], runs: 1_000_000, threads: threads, memory: memory
      ).run(points: 1, shouldStop: stopper.shouldStop, at: { _ in .values([]) })
      #expect(responses == nil)
      // It is asked once before each run; each worker, of which there are no more than processors,
      // hears yes once and plays no other.
      #expect((301...300 + threads).contains(stopper.asked))
      #expect(threads == 1 ? memory.count == 4 : (1...4).contains(memory.count))
    }
  }

  @Test("a response that is cut or nonsense is not taken")
  func records() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let simulation = PointSimulation(scenario, inputs: [], runs: 100, seed: 3)
    let response = try #require(try simulation.run(points: 1, at: { _ in .values([]) })?.first)
    let bytes = response.bytes
    #expect(PointResponse(bytes: bytes) == response)
    for length in bytes.indices { #expect(PointResponse(bytes: Array(bytes.prefix(length))) == nil) }
    func record(
      runs: Int = 3, endings: [Int] = [2, 0, 0, 1, 0], utilities: [Double] = [1, 2], rounds: [Int] = [0, 4],
      bits: [UInt64] = [0b101], models: [(runs: Int, agreements: Int)] = [(2, 2), (1, 0)],
      tolls: [[Double]] = [[7, 0, 1]]
    ) -> [UInt8] {
      var record = WordWriter()
      record.write(runs)
      record.write(list: endings) { $0.write($1) }
      record.write(list: utilities) { $0.write($1) }
      record.write(list: rounds) { $0.write($1) }
      record.write(list: bits) { $0.write($1) }
      record.write(list: models) { record, model in
        record.write(model.runs)
        record.write(model.agreements)
      }
      record.write(list: tolls) { $0.write(list: $1) { $0.write($1) } }
      return record.bytes
    }
    #expect(PointResponse(bytes: record())?.agreements == 2)
    let nonsense = [
      record(runs: 4), record(runs: 1 << 62, endings: [1 << 62, 0, 0, 0, 0]), record(endings: [3, 0, 0]),
      record(endings: [1 << 62, 1 << 62, 1 << 62, 1 << 62, 3]), record(utilities: [.nan, 2]),
      record(rounds: [0]), record(rounds: [0, 1 << 40]), record(bits: []), record(bits: [0b111]),
      record(bits: [0b101, 0]), record() + [0], record(models: [(3, 1)]), record(models: [(2, 2)]),
      record(models: [(1, 2), (2, 0)]), record(tolls: [[.infinity, 0, 1]]), record(tolls: [[7, 0]]),
    ]
    for bytes in nonsense { #expect(PointResponse(bytes: bytes) == nil) }
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
