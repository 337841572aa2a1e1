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
  private let voters: Lane<Int>
  private let worths: Lane<HalfWorths>
  /// Per voter: the least that it takes; and the number at which its surplus is zero.
  private let needed: Lane<Double>
  private let thresholds: Lane<Double>
  /// First halves, those together that leave every voter the same conditions open.
  private let groups: Lane<Int>
  private let order: Lane<Int>
  /// Per first half, per rest: its options, one after the other; per issue the same of one text.
  private let firstOptions: Lane<UInt8>
  private let restOptions: Lane<UInt8>
  private let options: Lane<UInt8>
  /// Per first half, per rest: whether locks allow it.
  private let firstFits: Lane<Bool>
  private let restFits: Lane<Bool>
  private let isLocked: Lane<Bool>
  private let homes: ZoneHomes
  /// Per voter: its own home.
  private let ownHomes: [ZoneHomes]
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
    func halves(_ issues: Range<Int>, _ count: Int) -> [UInt8] {
      (0..<count).flatMap { half in
        let options = texts.options(of: issues.lowerBound == 0 ? half * texts.restCount : half)
        return issues.map { UInt8(truncatingIfNeeded: options[$0]) }
      }
    }
    firstOptions = arena.lane(halves(texts.firstIssues, texts.firstCount))
    restOptions = arena.lane(halves(texts.restIssues, texts.restCount))
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
    var place = 0
    for group in 0..<groups.count {
      let end = place + groups[group]
      for v in 0..<voters.count { worths[v].join(worths[v].firstBits[order[place]]) }
      if isLocked[0] { closeRests() }
      while place < end {
        let first = order[place]
        place += 1
        if isLocked[0], !firstFits[first] { continue }
        add(first, to: tally, &best)
      }
    }
    tally.close(best: best)
  }

  /// Whether a text is acceptable in the draw at hand.
  func accepts(_ text: Int) -> Bool {
    let (first, rest) = text.quotientAndRemainder(dividingBy: texts.restCount)
    guard firstFits[first], restFits[rest] else { return false }
    for v in 0..<voters.count where worths[v].utility(first, rest) < needed[v] { return false }
    lay(first, rest)
    return lasts(first, rest) && homes.pass(options)
  }

  /// Bits of the parties that would refuse a text in the draw at hand, at the table or by their
  /// homes. Where none would, it may still go against a settlement that holds.
  func refusers(of text: Int) -> UInt32 {
    var refusers: UInt32 = 0
    for v in 0..<voters.count where refuses(text, v) { refusers |= 1 << UInt32(voters[v]) }
    return refusers
  }

  /// Bits of the issues of which each, moved alone to some other option, would win a party that
  /// refuses a text.
  func winningIssues(of text: Int, for party: Int) -> UInt32 {
    guard let v = voters.firstIndex(of: party) else { return 0 }
    var issues: UInt32 = 0
    for k in 0..<options.count {
      let stride = Int(texts.space.strides[k])
      let present = texts.space.option(of: k, in: UInt64(text))
      for option in 0..<texts.space.optionCounts[k] where option != present {
        guard !refuses(text + (option - present) * stride, v) else { continue }
        issues |= 1 << UInt32(k)
        break
      }
    }
    return issues
  }

  private func refuses(_ text: Int, _ v: Int) -> Bool {
    let (first, rest) = text.quotientAndRemainder(dividingBy: texts.restCount)
    let utility = worths[v].utility(first, rest)
    if utility < needed[v] { return true }
    lay(first, rest)
    if view.wouldNotLast(options, worth: utility, for: voters[v]) { return true }
    return !ownHomes[v].pass(options)
  }

  /// All texts with one first half, joined already.
  @inline(__always)
  private func add(_ first: Int, to tally: TextTally, _ best: inout Int64?) {
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
        note(first, place + open.trailingZeroBitCount, in: tally, &best)
        open &= open - 1
      }
      place += TextSpace.width
    }
  }

  /// A text that all take, as far as they do not look ahead.
  @inline(never)
  private func note(_ first: Int, _ rest: Int, in tally: TextTally, _ best: inout Int64?) {
    lay(first, rest)
    guard lasts(first, rest) else { return }
    let text = first * texts.restCount + rest
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
  private func lasts(_ first: Int, _ rest: Int) -> Bool {
    guard lookingAhead != 0 else { return true }
    for v in 0..<voters.count where lookingAhead >> UInt32(voters[v]) & 1 == 1 {
      if view.wouldNotLast(options, worth: worths[v].utility(first, rest), for: voters[v]) { return false }
    }
    return true
  }

  /// Writes a text to ``options``.
  @inline(__always)
  private func lay(_ first: Int, _ rest: Int) {
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
