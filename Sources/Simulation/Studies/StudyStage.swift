import Synchronization

/// One stage of a study: numbered items, each done by one of several workers at once, kept in a
/// memory, and added up in the order of their numbers.
///
/// So the sum is the same bits on any number of workers, and whatever the memory knew. Where the
/// memory is that of a share, only its own items are done and kept, and there is no sum until all
/// are known.
package struct StudyStage<Record: StudyRecord>: Sendable {
  private let items: Int
  private let memory: (any StudyMemory)?
  private let shouldStop: @Sendable () -> Bool
  private let fits: @Sendable (Record, Int) -> Bool

  /// - Parameters:
  ///   - items: how many there are.
  ///   - memory: what is known of them already; `nil` for nothing.
  ///   - shouldStop: asked before every item, on any thread.
  ///   - fits: whether a record that was kept can be that of the item; one that cannot is made
  ///     anew.
  package init(
    items: Int, memory: (any StudyMemory)?, shouldStop: @escaping @Sendable () -> Bool,
    fits: @escaping @Sendable (Record, Int) -> Bool
  ) {
    self.items = items
    self.memory = memory
    self.shouldStop = shouldStop
    self.fits = fits
  }

  /// Where the stage is, for all workers.
  private struct State<Sum: Sendable, Failure: Error> {
    var sum: Sum
    /// The first item that is not in the sum.
    var next = 0
    /// Records whose turn has not come.
    var waiting: [Int: Record] = [:]
    /// Whether an item is done elsewhere and not known yet, so that there will be no sum.
    var hasGap = false
    /// The failed item of least number.
    var failure: (item: Int, error: Failure)?
  }

  /// Does all items.
  ///
  /// - Parameters:
  ///   - workers: each makes one record at a time.
  ///   - start: what the records are added to.
  ///   - make: makes the record of an item; `nil` when it gave up because of a wish to stop, and
  ///     nothing is kept.
  ///   - add: adds the record of an item; told in the order of the items, one at a time, on any
  ///     thread.
  /// - Returns: `nil` when it was stopped, or items are done elsewhere.
  /// - Throws: what `make` throws for the first item for which it does.
  package func sum<Worker: Sendable, Sum: Sendable, Failure: Error>(
    of workers: [Worker], from start: Sum,
    make: @escaping @Sendable (Worker, Int) throws(Failure) -> Record?,
    add: @escaping @Sendable (inout Sum, Int, Record) -> Void
  ) throws(Failure) -> Sum? {
    memory?.beginStage()
    let taken = Atomic<Int>(0)
    let hasFailed = Atomic<Bool>(false)
    let state = Mutex(State<Sum, Failure>(sum: start))
    Crew.work(upTo: min(workers.count, items)) { index in
      while !hasFailed.load(ordering: .relaxed), !shouldStop() {
        let item = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard item < items else { return }
        do throws(Failure) {
          let isOwn = memory?.isOwn(item) ?? true
          let found = try record(of: item) { () throws(Failure) in
            isOwn ? try make(workers[index], item) : nil
          }
          guard let record = found else {
            if isOwn { return }
            state.withLock {
              $0.hasGap = true
              $0.waiting = [:]
            }
            continue
          }
          state.withLock { state in
            guard !state.hasGap else { return }
            state.waiting[item] = record
            while let record = state.waiting.removeValue(forKey: state.next) {
              add(&state.sum, state.next, record)
              state.next += 1
            }
          }
        } catch {
          hasFailed.store(true, ordering: .relaxed)
          state.withLock { state in
            if item < state.failure?.item ?? .max { state.failure = (item, error) }
          }
        }
      }
    }
    let end = state.withLock { $0 }
    if let failure = end.failure { throw failure.error }
    return end.next == items ? end.sum : nil
  }

  /// The known record of an item, or a new one, which is kept.
  private func record<Failure: Error>(
    of item: Int, _ make: () throws(Failure) -> Record?
  ) throws(Failure) -> Record? {
    if let known = memory?.record(of: item).flatMap({ Record(bytes: $0) }), fits(known, item) { return known }
    guard let record = try make() else { return nil }
    memory?.keep(record.bytes, of: item)
    return record
  }
}
