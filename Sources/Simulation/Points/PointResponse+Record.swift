import Bargaining
import Tables

extension PointResponse {
  package func write(to record: inout WordWriter) {
    record.write(runs)
    record.write(list: endings) { $0.write($1) }
    record.write(list: utilities) { $0.write($1) }
    record.write(list: rounds) { $0.write(Int($1)) }
    record.write(list: agreed.words) { $0.write($1) }
    record.write(records: models)
  }

  package init?(reading words: inout WordReader) {
    guard let runs = words.count(), runs <= SimulationPlan.mostRuns, let endings = words.list({ $0.count() }),
      endings.count == Ending.allCases.count, endings.allSatisfy({ $0 <= runs }),
      endings.reduce(0, +) == runs,
      let utilities = words.list({ $0.number() }), utilities.allSatisfy(\.isFinite),
      let rounds = words.list({ $0.count().flatMap { Int32(exactly: $0) } }),
      let bits = words.list({ $0.word() }), let agreed = BitRow(count: runs, words: bits),
      let models: [ModelAgreements] = words.records(), models.allSatisfy({ $0.runs <= runs })
    else { return nil }
    self.init(
      runs: runs, endings: endings, utilities: utilities, rounds: rounds, agreed: agreed, models: models)
    guard rounds.count == agreements, agreed.ones == agreements,
      models.isEmpty || models.reduce(0, { $0 + $1.runs }) == runs,
      models.isEmpty || models.reduce(0, { $0 + $1.agreements }) == agreements
    else { return nil }
  }
}
