import Bargaining
import Synchronization

/// Judges every text of a scenario in many draws of everything that is uncertain, on several
/// threads.
///
/// Draw number n is what run n of the seed draws. All that is counted are whole numbers, so that it
/// is the same on any number of threads.
package final class TextSurvey: @unchecked Sendable {
  package let scenario: Scenario
  package let plan: TextSurveyPlan
  package let texts: TextSpace
  private let judges: [TextJudge]

  /// - Throws: ``TextSurveyFault`` when there is too much to look at.
  package init(_ scenario: Scenario, plan: TextSurveyPlan) throws(TextSurveyFault) {
    self.scenario = scenario
    self.plan = plan
    texts = try plan.texts(of: scenario)
    let affordable = max(1, TextSurveyPlan.mostBytes / (texts.count * TextTally.bytesPerText))
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
  ///   - shouldStop: asked every few draws, on any thread.
  ///   - onProgress: told how many draws are done, on any thread, one at a time.
  /// - Returns: `nil` when it was stopped.
  package func tally(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> (tally: TextTally, means: MeanWorths)? {
    let tallies = judges.map { _ in TextTally(texts: texts.count) }
    let isWhole = eachDraw(shouldStop: shouldStop, onProgress: onProgress) { worker, judge, _ in
      judge.add(to: tallies[worker])
    }
    guard isWhole else { return nil }
    for other in tallies.dropFirst() { tallies[0].merge(other) }
    var means = judges[0].means
    for judge in judges.dropFirst() { means.merge(judge.means) }
    return (tallies[0], means)
  }

  /// How often each text is acceptable in the draws in which none of some others is.
  ///
  /// - Returns: `nil` when it was stopped.
  package func tally(
    without covering: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextTally? {
    let tallies = judges.map { _ in TextTally(texts: texts.count, isWhole: false) }
    let isWhole = eachDraw(shouldStop: shouldStop, onProgress: onProgress) { worker, judge, _ in
      if covering.contains(where: { judge.accepts($0) }) {
        tallies[worker].pass()
      } else {
        judge.add(to: tallies[worker])
      }
    }
    guard isWhole else { return nil }
    for other in tallies.dropFirst() { tallies[0].merge(other) }
    return tallies[0]
  }

  /// Adds up something over all draws, on each thread by itself.
  ///
  /// - Parameters:
  ///   - start: of no draws.
  ///   - addDraw: adds a draw, made the one at hand of the judge.
  ///   - merge: adds what another thread has added up; in any order.
  /// - Returns: `nil` when it was stopped.
  func sum<Sum: Sendable>(
    from start: Sum, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Int) -> Void,
    addDraw: @Sendable (inout Sum, TextJudge, _ draw: Int) -> Void, merge: (inout Sum, Sum) -> Void
  ) -> Sum? {
    let sums = judges.map { _ in Cell(start) }
    let isWhole = eachDraw(shouldStop: shouldStop, onProgress: onProgress) { worker, judge, draw in
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
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in },
    _ body: @Sendable (_ worker: Int, _ judge: TextJudge, _ draw: Int) -> Void
  ) -> Bool {
    let next = Atomic<Int>(0)
    let done = Mutex(0)
    let (draws, seed) = (plan.draws, plan.seed)
    // Some milliseconds of the largest space.
    let chunk = max(1, min(64, (1 << 22) / texts.count))
    Crew.work(upTo: judges.count) { worker in
      while !shouldStop() {
        let first = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        guard first < draws else { return }
        let last = min(first + chunk, draws)
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
    return done.withLock { $0 } == draws
  }
}

/// How many draws, from which seed, on how many threads, and what counts.
package struct TextSurveyPlan: Sendable, Equatable {
  /// At least 1, at most ``mostDraws``.
  package var draws: Int
  package var seed: UInt64
  /// At least 1.
  package var threads: Int
  /// Whether mediators bring their carrots and sticks to bear.
  package var hasLeverage: Bool

  package init(draws: Int, seed: UInt64 = 1, threads: Int = 1, hasLeverage: Bool = true) {
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.hasLeverage = hasLeverage
  }

  /// Texts times draws that are looked at one by one.
  package static let mostPairs = 10_000_000_000
  /// Texts at all: some 400 MB of counts on each thread.
  package static let mostTexts = 1 << 24
  package static let mostDraws = FixedPoint.mostTerms
  /// What counts on all threads may take together, unless one thread takes more.
  static let mostBytes = 1 << 30

  /// The texts of a scenario.
  ///
  /// - Throws: ``TextSurveyFault`` when there are too many.
  package func texts(of scenario: Scenario) throws(TextSurveyFault) -> TextSpace {
    guard let texts = TextSpace(scenario) else { throw .tooMany(texts: nil, draws: draws) }
    guard texts.count <= Self.mostTexts, texts.count <= Self.mostPairs / max(draws, 1) else {
      throw .tooMany(texts: texts.count, draws: draws)
    }
    return texts
  }
}

/// Why texts cannot be looked at one by one.
package enum TextSurveyFault: Error, Sendable, CustomStringConvertible {
  /// `texts` is `nil` where there are 2^31 or more.
  case tooMany(texts: Int?, draws: Int)
  case cannotNegotiate(NegotiationFault)

  /// One line, without a capital and without a full stop.
  package var description: String {
    switch self {
    case .tooMany(let texts, let draws):
      let limit = "at most 10^10 texts times draws, and 2^24 texts, are looked at one by one"
      guard let texts else { return "the issues allow 2^31 texts or more; \(limit)" }
      return "the issues allow \(texts) texts, with \(draws) draws \(texts * draws) in all; \(limit)"
    case .cannotNegotiate(let fault): return fault.description
    }
  }
}
