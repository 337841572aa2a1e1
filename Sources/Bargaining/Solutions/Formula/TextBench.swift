/// One account of the talks before their first round, and what every text would meet with there, by
/// the numbers of the draw at hand.
///
/// A text is **acceptable** when it keeps to the tentative settlements that hold in the draw, when
/// every party with a veto would take it rather than nothing (no red line of its own crossed, at
/// least its reservation less the carrots and sticks of all mediators, and if it looks ahead at
/// least that after what it expects of the carrying out), and when every home that is asked passes
/// it. What comes of hopes, tactics, events and delay plays no part.
final class TextBench {
  let texts: TextSpace
  let view: TalksView
  private let negotiation: Negotiation
  private let arena = Arena()
  /// Per party with a veto.
  let voters: Lane<Int>
  let worths: Lane<HalfWorths>
  /// Per voter: the least that it takes; and the number at which its surplus is zero.
  let needed: Lane<Double>
  let thresholds: Lane<Double>
  /// First halves, those together that leave every voter the same conditions open.
  private let groups: Lane<Int>
  private let order: Lane<Int>
  /// Per first half, per rest: its options, one after the other; per issue the same of one text.
  private let firstOptions: Lane<UInt8>
  private let restOptions: Lane<UInt8>
  let options: Lane<UInt8>
  /// Per first half, per rest: whether locks allow it.
  private let firstFits: Lane<Bool>
  private let restFits: Lane<Bool>
  private let isLocked: Lane<Bool>
  let homes: ZoneHomes
  /// Per voter: its own home.
  let ownHomes: [ZoneHomes]
  private let lookingAhead: UInt32
  private let hasPhases: Bool

  /// - Throws: ``NegotiationFault`` when there are too many texts.
  init(_ account: Scenario) throws(NegotiationFault) {
    var scenario = account
    // A text settles everything at once.
    scenario.order = .package
    guard let texts = TextSpace(scenario) else { throw .tooManyOutcomes }
    self.texts = texts
    negotiation = try Negotiation(scenario, searching: false)
    view = negotiation.view
    let voters = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    self.voters = arena.lane(voters)
    let worths = voters.map { [view, arena] in HalfWorths(view.table(of: $0), texts, arena: arena) }
    self.worths = arena.lane(worths)
    needed = arena.lane(voters.count, of: 0)
    thresholds = arena.lane(voters.count, of: 0)
    var places: [[UInt64]: Int] = [:]
    var members: [[Int]] = []
    for first in 0..<texts.firstCount {
      let open = worths.map { $0.firstBits[first] }
      if let place = places[open] {
        members[place].append(first)
      } else {
        places[open] = members.count
        members.append([first])
      }
    }
    order = arena.lane(members.flatMap(\.self))
    groups = arena.lane(members.map(\.count))
    /// Halves stand `step` texts apart; one without any issue is a half too.
    func halves(_ issues: Range<Int>, _ count: Int, step: Int) -> [UInt8] {
      (0..<count).flatMap { half in
        let options = texts.options(of: half * step)
        return issues.map { UInt8(truncatingIfNeeded: options[$0]) }
      }
    }
    firstOptions = arena.lane(halves(texts.firstIssues, texts.firstCount, step: texts.restCount))
    restOptions = arena.lane(halves(texts.restIssues, texts.restCount, step: 1))
    options = arena.lane(scenario.issues.count, of: 0)
    firstFits = arena.lane(texts.firstCount, of: true)
    restFits = arena.lane(texts.restCount, of: true)
    isLocked = arena.lane(1, of: false)
    homes = view.homes(of: voters, arena: arena)
    ownHomes = voters.map { [view, arena] in view.homes(of: [$0], arena: arena) }
    lookingAhead = view.lookingAhead
    hasPhases = view.hasPhases
  }

  /// Draws every number of a run.
  func draw(_ run: UInt32, seed: UInt64, hasLeverage: Bool) {
    negotiation.open(run: run, seed: seed, hasLeverage: hasLeverage)
    for v in 0..<voters.count {
      worths[v].fill(texts)
      thresholds[v] = view.threshold(of: voters[v])
      needed[v] = thresholds[v] - UtilityGrid.tolerance
    }
    takeLocks()
  }

  /// Adds the draw at hand to a tally, all texts of it.
  func add(to tally: TextTally) {
    var best: Int64?
    forEachTaken { first, rest in note(first, rest, in: tally, &best) }
    tally.close(best: best)
  }

  /// Adds the draw at hand to a tally, some texts of it.
  ///
  /// - Parameter pool: texts; the tally has a place for each.
  func add(_ pool: [Int], to tally: TextTally) {
    var best: Int64?
    for (place, text) in pool.enumerated() {
      let (first, rest) = halves(of: text)
      guard isTaken(first, rest) else { continue }
      note(first, rest, at: place, in: tally, &best)
    }
    tally.close(best: best)
  }

  /// Calls `body` with the halves of every text that settlements allow and that is worth to every
  /// voter what it needs.
  @inline(__always)
  func forEachTaken(_ body: (_ first: Int, _ rest: Int) -> Void) {
    var place = 0
    for group in 0..<groups.count {
      let end = place + groups[group]
      for v in 0..<voters.count { worths[v].join(worths[v].firstBits[order[place]]) }
      if isLocked[0] { closeRests() }
      while place < end {
        let first = order[place]
        place += 1
        if isLocked[0], !firstFits[first] { continue }
        forEachTaken(with: first, body)
      }
    }
  }

  /// The halves of a text.
  @inline(__always)
  func halves(of text: Int) -> (first: Int, rest: Int) {
    let (first, rest) = text.quotientAndRemainder(dividingBy: texts.restCount)
    return (first, rest)
  }

  /// Whether settlements allow a text and it is worth to every voter what it needs.
  @inline(__always)
  func isTaken(_ first: Int, _ rest: Int) -> Bool {
    guard firstFits[first], restFits[rest] else { return false }
    for v in 0..<voters.count where worths[v].utility(first, rest) < needed[v] { return false }
    return true
  }

  /// All texts with one first half, joined already.
  @inline(__always)
  private func forEachTaken(with first: Int, _ body: (_ first: Int, _ rest: Int) -> Void) {
    typealias Wide = SIMD8<Double>
    var place = 0
    while place < texts.restStride {
      var fits =
        (worths[0].joined[wide: place] as Wide + Wide(repeating: worths[0].first[first]))
        .>= Wide(repeating: needed[0])
      for v in 1..<voters.count {
        fits .&= (worths[v].joined[wide: place] as Wide + Wide(repeating: worths[v].first[first]))
          .>= Wide(repeating: needed[v])
      }
      let bits = SIMD8<Int64>(repeating: 0).replacing(with: SIMD8(1, 2, 4, 8, 16, 32, 64, 128), where: fits)
      let four = bits.lowHalf | bits.highHalf
      let two = four.lowHalf | four.highHalf
      var open = two[0] | two[1]
      while open != 0 {
        body(first, place + open.trailingZeroBitCount)
        open &= open - 1
      }
      place += TextSpace.width
    }
  }

  /// A text that all take, as far as they do not look ahead.
  @inline(never)
  private func note(_ first: Int, _ rest: Int, in tally: TextTally, _ best: inout Int64?) {
    note(first, rest, at: first * texts.restCount + rest, in: tally, &best)
  }

  @inline(__always)
  private func note(
    _ first: Int, _ rest: Int, at text: Int, in tally: TextTally, _ best: inout Int64?
  ) {
    lay(first, rest)
    guard lasts(first, rest) else { return }
    tally.noteAtTable(text)
    guard homes.isEmpty || homes.pass(options) else { return }
    var worst = Double.infinity
    for v in 0..<voters.count { worst = min(worst, worths[v].utility(first, rest) - thresholds[v]) }
    let surplus = FixedPoint.units(worst)
    best = max(best ?? surplus, surplus)
    tally.noteAccepted(
      text, worst: surplus,
      kept: tally.isWhole ? FixedPoint.units(hasPhases ? view.survival(of: options) : 1) : 0)
  }

  /// Whether parties that look ahead take a text that they would take without.
  @inline(__always)
  func lasts(_ first: Int, _ rest: Int) -> Bool {
    guard lookingAhead != 0 else { return true }
    for v in 0..<voters.count where lookingAhead.contains(bit: voters[v]) {
      if view.wouldNotLast(options, worth: worths[v].utility(first, rest), for: voters[v]) { return false }
    }
    return true
  }

  /// Writes a text to ``options``.
  @inline(__always)
  func lay(_ first: Int, _ rest: Int) {
    let split = texts.split
    for k in 0..<split { options[k] = firstOptions[first * split + k] }
    let count = options.count - split
    for k in 0..<count { options[split + k] = restOptions[rest * count + k] }
  }

  /// Which halves the settlements that hold in this draw allow.
  private func takeLocks() {
    let wasLocked = isLocked[0]
    var isLocked = false
    for k in 0..<options.count where view.locks[k] >= 0 && texts.space.optionCounts[k] > 1 { isLocked = true }
    self.isLocked[0] = isLocked
    guard isLocked || wasLocked else { return }
    let split = texts.split
    let count = options.count - split
    for first in 0..<firstFits.count {
      firstFits[first] = (0..<split).allSatisfy { fits($0, firstOptions[first * split + $0]) }
    }
    for rest in 0..<restFits.count {
      restFits[rest] = (0..<count).allSatisfy { fits(split + $0, restOptions[rest * count + $0]) }
    }
  }

  private func fits(_ k: Int, _ option: UInt8) -> Bool { view.locks[k] < 0 || view.locks[k] == Int(option) }

  /// Nobody takes a rest that the locks forbid.
  private func closeRests() {
    for rest in 0..<restFits.count where !restFits[rest] { worths[0].joined[rest] = -.infinity }
  }
}
