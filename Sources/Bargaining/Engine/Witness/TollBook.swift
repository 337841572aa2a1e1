/// What a run takes: every toll of the scenario, added up round by round, and after the run's end
/// to the end of the window.
final class TollBook {
  private struct Entry: BitwiseCopyable {
    /// The rate, by the index of its parameter.
    let rate: Int
    /// The state by its raw value, or -1 for a condition on what is in force.
    let state: Int
  }

  private struct Standing: BitwiseCopyable {
    var rounds = 0
  }

  private let entries: Lane<Entry>
  /// Per toll, what it has come to.
  let sums: Lane<Double>
  /// Per toll, whether its condition holds of what is in force.
  private let holds: Lane<Bool>
  private let standing: Lane<Standing>
  private let conditions: [Condition?]
  /// Bits of the issues that each phase settles.
  private let settledByPhase: [UInt32]
  /// What was agreed, as far as it is carried out.
  private let carriedOut: Lane<UInt8>
  private let rounds: Int
  private let numbers: RunNumbers
  private let agenda: Agenda

  init(_ scenario: Scenario, numbers: RunNumbers, agenda: Agenda, arena: Arena) {
    self.numbers = numbers
    self.agenda = agenda
    rounds = scenario.rounds
    entries = arena.lane(
      scenario.tolls.map { toll in
        if case .talks(let state) = toll.when {
          return Entry(rate: toll.perRound.index, state: state.rawValue)
        }
        return Entry(rate: toll.perRound.index, state: -1)
      })
    sums = arena.lane(scenario.tolls.count, of: 0)
    holds = arena.lane(scenario.tolls.count, of: false)
    standing = arena.lane(1, of: Standing())
    conditions = scenario.tolls.map { if case .inForce(let condition) = $0.when { condition } else { nil } }
    settledByPhase = (scenario.implementation?.phases ?? []).map { phase in
      phase.issues.reduce(0) { $0 | .bit($1) }
    }
    carriedOut = arena.lane(scenario.tolls.isEmpty ? 0 : scenario.issues.count, of: 0)
  }

  /// Whether there is nothing to count.
  @inline(__always)
  var isEmpty: Bool { entries.count == 0 }

  /// Begins a run: the status quo is in force.
  func begin() {
    guard !isEmpty else { return }
    sums.fill(0)
    standing[0] = Standing()
    for k in 0..<carriedOut.count { carriedOut[k] = UInt8(max(agenda.layout.statusQuo[k], 0)) }
    judge(carriedOut)
  }

  /// A round in which the talks are in a state.
  @inline(__always)
  func bear(_ state: TalksState) {
    if isEmpty { return }
    standing[0].rounds += 1
    add(state, rounds: 1)
  }

  /// An interim deal is in force from the next round on.
  func noteInterimDeal() {
    if isEmpty { return }
    judge(agenda.inForce)
  }

  /// The run is over, and what it has come to holds to the end of the window.
  func end(_ record: RunRecord) {
    guard !isEmpty, standing[0].rounds < rounds else { return }
    if record.ending.isAgreement { judge(record) }
    add(record.ending.isAgreement ? .agreed : .ended, rounds: rounds - standing[0].rounds)
    standing[0].rounds = rounds
  }

  private func add(_ state: TalksState, rounds: Int) {
    for toll in 0..<entries.count {
      let entry = entries[toll]
      guard entry.state < 0 ? holds[toll] : entry.state == state.rawValue else { continue }
      sums[toll] += numbers[entry.rate] * Double(rounds)
    }
  }

  /// What was agreed is in force, but for what phases would have settled that were not carried out.
  private func judge(_ record: RunRecord) {
    for k in 0..<carriedOut.count { carriedOut[k] = record.options[k] }
    for (phase, issues) in settledByPhase.enumerated() {
      guard record.phases[phase] == .failed || record.phases[phase] == .notReached else { continue }
      for k in 0..<carriedOut.count where issues.contains(bit: k) && agenda.layout.statusQuo[k] >= 0 {
        carriedOut[k] = UInt8(agenda.layout.statusQuo[k])
      }
    }
    judge(carriedOut)
  }

  private func judge(_ options: Lane<UInt8>) {
    for toll in 0..<entries.count {
      guard let condition = conditions[toll] else { continue }
      holds[toll] = condition.clauses.allSatisfy { $0.options.contains(Int(options[$0.issue])) }
    }
  }
}
