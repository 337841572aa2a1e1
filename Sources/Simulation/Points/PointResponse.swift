import Bargaining

/// What the runs at one point of a design came to.
package struct PointResponse: Sendable, Equatable {
  package private(set) var runs: Int
  /// Runs per ending, by `Ending.rawValue`.
  package private(set) var endings: [Int]
  /// Sum of the utilities of each party over all runs, the no-agreement value where there is no
  /// deal.
  package private(set) var utilities: [Double]
  /// The round of each agreement, in the order of the runs.
  package private(set) var rounds: [Int32]
  /// Per run, in order, whether it ended in an agreement: how points are compared run by run.
  package private(set) var agreed: BitRow
  /// Runs and agreements of each model; empty where the scenario has none.
  package private(set) var models: [ModelAgreements]

  /// Of no runs.
  init(parties: Int, models: Int = 0) {
    self.init(
      runs: 0, endings: Ending.allCases.map { _ in 0 }, utilities: Array(repeating: 0, count: parties),
      rounds: [], agreed: BitRow(count: 0), models: Array(repeating: ModelAgreements(), count: models))
  }

  package init(
    runs: Int, endings: [Int], utilities: [Double], rounds: [Int32], agreed: BitRow,
    models: [ModelAgreements] = []
  ) {
    self.runs = runs
    self.endings = endings
    self.utilities = utilities
    self.rounds = rounds
    self.agreed = agreed
    self.models = models
  }

  /// Runs that ended in an agreement, full or partial.
  package var agreements: Int {
    Ending.allCases.reduce(0) { $1.isAgreement ? $0 + endings[$1.rawValue] : $0 }
  }

  /// The share of runs that ended in an agreement.
  package var agreementShare: Double { Double(agreements) / Double(max(runs, 1)) }

  /// The share of runs that ended so.
  package func share(of ending: Ending) -> Double { Double(endings[ending.rawValue]) / Double(max(runs, 1)) }

  /// The share of agreements across models; `nil` without any.
  package var modelRange: ModelRange? { ModelRange(models.map(\.share)) }

  /// The mean utility of a party.
  package func utility(of party: Int) -> Double { utilities[party] / Double(max(runs, 1)) }

  /// The median round of the agreements; `nil` without any.
  package var medianRound: Double? {
    guard !rounds.isEmpty else { return nil }
    let sorted = rounds.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension PointResponse: RunFold {
  package mutating func add(_ run: RunRecord) {
    runs += 1
    endings[run.ending.rawValue] += 1
    if run.ending.isAgreement { rounds.append(Int32(truncatingIfNeeded: run.round)) }
    agreed.append(run.ending.isAgreement)
    for party in utilities.indices { utilities[party] += run.utilities[party] }
    if let model = run.model, models.indices.contains(model) {
      models[model].add(isAgreement: run.ending.isAgreement)
    }
  }

  package mutating func merge(_ later: PointResponse) {
    runs += later.runs
    endings.add(later.endings)
    for party in utilities.indices { utilities[party] += later.utilities[party] }
    rounds += later.rounds
    agreed.append(later.agreed)
    for model in models.indices { models[model].merge(later.models[model]) }
  }
}

/// Yes or no for each of many runs, 64 to a word.
package struct BitRow: Sendable, Equatable {
  package private(set) var count: Int
  package private(set) var words: [UInt64]

  /// `nil` unless there are as many words as it takes.
  package init?(count: Int, words: [UInt64]) {
    guard words.count == (count + 63) / 64 else { return nil }
    self.count = count
    self.words = words
  }

  package init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  package subscript(index: Int) -> Bool {
    get { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
    set {
      let bit = UInt64(1) << UInt64(index & 63)
      if newValue { words[index >> 6] |= bit } else { words[index >> 6] &= ~bit }
    }
  }

  /// Adds one bit at the end.
  mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    count += 1
    if bit { self[count - 1] = true }
  }

  /// Adds the bits of another row at the end.
  mutating func append(_ next: BitRow) {
    let before = count
    count += next.count
    words += Array(repeating: 0, count: (count + 63) / 64 - words.count)
    for index in 0..<next.count where next[index] { self[before + index] = true }
  }

  /// How many are set here and not there. Both rows are equally long.
  package func count(besides other: BitRow) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
  }

  /// How many are set.
  package var ones: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
