import Bargaining
import Synchronization

/// Judges texts of a scenario in many draws of everything that is uncertain, on several threads.
///
/// Draw number n is what run n of the seed draws. All that is counted are whole numbers, so that it
/// is the same on any number of threads.
package final class TextSurvey: @unchecked Sendable {
  package let scenario: Scenario
  package let plan: TextSurveyPlan
  /// The texts that are looked at.
  package let pool: TextPool
  private let judges: [TextJudge]
  var firstJudge: TextJudge { judges[0] }

  /// Of every text.
  ///
  /// - Throws: ``TextSurveyFault`` when they are not to be looked at one by one.
  package convenience init(_ scenario: Scenario, plan: TextSurveyPlan) throws(TextSurveyFault) {
    guard case .every(let space) = try plan.scope(of: scenario) else {
      throw .tooMany(texts: TextSpace(scenario)?.count, draws: plan.draws)
    }
    try self.init(scenario, plan: plan, pool: TextPool(space))
  }

  /// Of some texts.
  ///
  /// - Throws: ``TextSurveyFault``.
  package init(_ scenario: Scenario, plan: TextSurveyPlan, pool: TextPool) throws(TextSurveyFault) {
    self.scenario = scenario
    self.plan = plan
    self.pool = pool
    let affordable = max(1, TextSurveyPlan.mostBytes / max(1, pool.count * TextTally.bytesPerText))
    var judges: [TextJudge] = []
    for _ in 0..<max(1, min(plan.threads, affordable, Crew.size)) {
      do { judges.append(try TextJudge(scenario, hasLeverage: plan.hasLeverage)) } catch {
        throw .cannotNegotiate(error)
      }
    }
    self.judges = judges
  }

  /// What every text meets with in all draws, and what it is worth on the mean.
  ///
  /// - Parameters:
  ///   - memory: what is known of it already, block after block of draws.
  ///   - shouldStop: asked every few draws, on any thread.
  ///   - onProgress: told how many draws are done, on any thread, one at a time.
  /// - Returns: `nil` when it was stopped.
  package func tally(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> (tally: TextTally, means: MeanWorths)? {
    let (pool, count, blocks) = (self.pool, self.pool.count, plan.blocks(of: self.pool.count))
    let empty = judges[0].nothing
    let stage = StudyStage<TextTallyRecord>(items: blocks.count, memory: memory, shouldStop: shouldStop) {
      record, block in
      var means = empty
      return record.tally.texts == count && record.tally.isWhole
        && record.tally.draws == blocks[block].count && means.add(sums: record.means)
    }
    let done = Mutex(0)
    return stage.sum(
      of: judges, from: (tally: TextTally(texts: count), means: empty),
      make: { judge, block in
        let tally = TextTally(texts: count)
        judge.forget()
        for draw in blocks[block] {
          if draw & 15 == 0, shouldStop() { return nil }
          judge.draw(UInt32(truncatingIfNeeded: draw), seed: self.plan.seed)
          if let chosen = pool.chosen { judge.add(chosen, to: tally) } else { judge.add(to: tally) }
          if draw & 63 == 63 {
            done.withLock { done in
              done += 64
              onProgress(min(done, self.plan.draws))
            }
          }
        }
        return TextTallyRecord(tally: tally, means: judge.means.sums)
      },
      add: { sum, _, record in
        sum.tally.merge(record.tally)
        _ = sum.means.add(sums: record.means)
      })
  }

  /// How often each text is acceptable in the draws in which none of some others is.
  ///
  /// - Parameter covering: numbers of texts in the space.
  /// - Returns: `nil` when it was stopped.
  package func tally(
    without covering: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextTally? {
    let tallies = judges.map { _ in TextTally(texts: pool.count, isWhole: false) }
    let isWhole = eachDraw(shouldStop: shouldStop, onProgress: onProgress) { worker, judge, _ in
      if covering.contains(where: { judge.accepts($0) }) {
        tallies[worker].pass()
      } else if let chosen = pool.chosen {
        judge.add(chosen, to: tallies[worker])
      } else {
        judge.add(to: tallies[worker])
      }
    }
    guard isWhole else { return nil }
    for other in tallies.dropFirst() { tallies[0].merge(other) }
    return tallies[0]
  }

  /// How often each text is acceptable with a carrot more for one party, for each of some parties.
  ///
  /// - Parameter sizes: ascending, none negative.
  /// - Returns: per party, in their order; `nil` when it was stopped.
  package func carrots(
    _ sizes: [Double], for parties: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> [CarrotTally]? {
    let tallies = judges.map { _ in parties.map { _ in CarrotTally(texts: pool.count, sizes: sizes.count) } }
    let isWhole = eachDraw(shouldStop: shouldStop, onProgress: onProgress) { worker, judge, _ in
      for (place, party) in parties.enumerated() {
        judge.addCarrots(sizes, for: party, pool.chosen, to: tallies[worker][place])
      }
    }
    guard isWhole else { return nil }
    for other in tallies.dropFirst() {
      for place in parties.indices { tallies[0][place].merge(other[place]) }
    }
    return tallies[0]
  }

  /// Adds up something over draws, on each thread by itself.
  ///
  /// - Parameters:
  ///   - start: of no draws.
  ///   - range: which draws; all of the plan unless given.
  ///   - addDraw: adds a draw, made the one at hand of the judge.
  ///   - merge: adds what another thread has added up; in any order.
  /// - Returns: `nil` when it was stopped.
  func sum<Sum: Sendable>(
    from start: Sum, in range: Range<Int>? = nil, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Int) -> Void,
    addDraw: @Sendable (inout Sum, TextJudge, _ draw: Int) -> Void, merge: (inout Sum, Sum) -> Void
  ) -> Sum? {
    let sums = judges.map { _ in Cell(start) }
    let isWhole = eachDraw(in: range, shouldStop: shouldStop, onProgress: onProgress) { worker, judge, draw in
      addDraw(&sums[worker].value, judge, draw)
    }
    guard isWhole else { return nil }
    var whole = start
    for sum in sums { merge(&whole, sum.value) }
    return whole
  }

  /// What one thread adds up.
  private final class Cell<Value: Sendable>: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Calls `body` once for each draw, made the one at hand of a judge; on several threads, in any
  /// order.
  ///
  /// - Returns: whether all draws were done; false when it was stopped.
  func eachDraw(
    in range: Range<Int>? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in },
    _ body: @Sendable (_ worker: Int, _ judge: TextJudge, _ draw: Int) -> Void
  ) -> Bool {
    let range = range ?? 0..<plan.draws
    let next = Atomic<Int>(range.lowerBound)
    let done = Mutex(0)
    let seed = plan.seed
    // Some milliseconds of the largest space.
    let chunk = max(1, min(64, (1 << 22) / max(1, pool.count)))
    Crew.work(upTo: judges.count) { worker in
      while !shouldStop() {
        let first = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        guard first < range.upperBound else { return }
        let last = min(first + chunk, range.upperBound)
        for draw in first..<last {
          judges[worker].draw(UInt32(truncatingIfNeeded: draw), seed: seed)
          body(worker, judges[worker], draw)
        }
        done.withLock { done in
          done += last - first
          onProgress(done)
        }
      }
    }
    return done.withLock { $0 } == range.count
  }
}
