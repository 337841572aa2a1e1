import Bargaining
import Simulation
import Synchronization

/// Something of each of many runs. Nothing of it depends on the number of threads.
enum RunSurvey {
  private static let chunk = 200

  /// One value per run, in the order of the runs 0 ..< `runs`; each is played in the model that is
  /// drawn for it.
  ///
  /// - Parameters:
  ///   - threads: how many to use, >= 1; each has negotiations of its own.
  ///   - look: is given a negotiation once, and returns what plays a run of it and makes the value.
  static func values<Value: Sendable>(
    of scenario: Scenario, runs: Int, seed: UInt64, threads: Int,
    by look: @Sendable (Negotiation) -> (UInt32) -> Value
  ) throws -> [Value] {
    let chunks = (runs + chunk - 1) / chunk
    let next = Atomic(0)
    let found = Mutex([[Value]](repeating: [], count: chunks))
    let fault = Mutex<NegotiationFault?>(nil)
    Crew.work(upTo: min(threads, chunks)) { _ in
      do throws(NegotiationFault) {
        let set = try NegotiationSet(scenario)
        let plays = set.members.map(look)
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < chunks else { break }
          let numbers = UInt32(index * chunk)..<UInt32(min((index + 1) * chunk, runs))
          let values = numbers.map { plays[set.place(of: $0, seed: seed)]($0) }
          found.withLock { $0[index] = values }
        }
      } catch {
        fault.withLock { $0 = error }
      }
    }
    if let fault = fault.withLock({ $0 }) { throw fault }
    return found.withLock { $0.flatMap(\.self) }
  }

  /// Something of the record of each of many runs.
  static func records<Value: Sendable>(
    of scenario: Scenario, runs: Int, seed: UInt64, threads: Int,
    _ value: @escaping @Sendable (RunRecord) -> Value
  ) throws -> [Value] {
    try values(of: scenario, runs: runs, seed: seed, threads: threads) { negotiation in
      { run in
        negotiation.run(run, seed: seed)
        return value(negotiation.record)
      }
    }
  }
}
