import Bargaining
import Randomness
import Simulation

/// What each of several players brings to something that groups of them reach in some runs and not
/// in others: the Shapley value (Shapley 1953, *A Value for n-Person Games*), run by run.
///
/// Of a group S, v(S) is the share of runs in which it is reached with S alone, the others away.
/// The value of player j is its mean marginal contribution over all orders of arrival,
///
///     phi_j = sum over S without j of |S|! (n - 1 - |S|)! / n! (v(S + j) - v(S)),
///
/// and the values add up to v(all) - v(none). On common random numbers it is the mean over runs of
/// what it is in each run, from which comes its standard error. Up to ``mostExact`` players all
/// groups are asked; beyond, as many orders as there are in ``orders(of:seed:)``, each with its
/// reverse (Castro, Gómez & Tejada 2009, doi:10.1016/j.cor.2008.04.004; Mitchell et al. 2022,
/// *JMLR* 23:43), and the standard error covers their choice too.
package struct Shapley: Sendable, Equatable {
  /// The mean over runs and its 95% interval.
  package struct Value: Sendable, Equatable {
    package let mean: Double
    package let low: Double
    package let high: Double
  }

  /// One for each player.
  package let values: [Value]

  /// Players of whom every group is asked.
  package static let mostExact = 8
  /// Pairs of orders that are drawn where not every group is.
  package static let pairs = 16

  /// Orders of arrival, in pairs: each and its reverse.
  ///
  /// - Parameter players: names, which decide the orders, whatever their order here.
  static func orders(of players: [String], seed: UInt64) -> [[Int]] {
    let byName = NameOrder.places(of: players)
    return (0..<pairs).flatMap { pair in
      var stream = RandomStream(seed: seed, run: UInt32(pair), stream: StreamID("answers.orders"))
      var order = byName
      for place in order.indices.dropFirst().reversed() {
        order.swapAt(place, Int(stream.below(UInt64(place + 1))))
      }
      return [order, order.reversed()]
    }
  }

  /// The groups that have to be asked, each as the bits of its players.
  static func groups(of players: [String], seed: UInt64) -> [UInt32] {
    if players.count <= mostExact { return (0..<UInt32(1) << UInt32(players.count)).map { $0 } }
    var groups: Set<UInt32> = [0]
    for order in orders(of: players, seed: seed) {
      var group: UInt32 = 0
      for player in order {
        group |= 1 << UInt32(player)
        groups.insert(group)
      }
    }
    return groups.sorted()
  }

  /// - Parameters:
  ///   - players: their names.
  ///   - seed: that of ``groups(of:seed:)``.
  ///   - reached: per group that was asked for, in which runs it reached it; equally many runs.
  init(players: [String], seed: UInt64, reached: [UInt32: BitRow]) {
    values =
      players.count <= Shapley.mostExact
      ? players.indices.map { Self.exact($0, of: players.count, reached) }
      : Self.sampled(players, seed, reached)
  }

  private static func exact(_ player: Int, of count: Int, _ reached: [UInt32: BitRow]) -> Value {
    let bit = UInt32(1) << UInt32(player)
    var perRun: [Double] = []
    for group in 0..<UInt32(1) << UInt32(count) where group & bit == 0 {
      guard let before = reached[group], let after = reached[group | bit] else { continue }
      if perRun.isEmpty { perRun = Array(repeating: 0, count: before.count) }
      let weight = weight(group.nonzeroBitCount, count)
      for run in perRun.indices { perRun[run] += weight * change(before[run], after[run]) }
    }
    return value(perRun, otherVariance: 0)
  }

  /// 1 where only the second is true, -1 where only the first is.
  private static func change(_ before: Bool, _ after: Bool) -> Double { (after ? 1 : 0) - (before ? 1 : 0) }

  /// s! (n - 1 - s)! / n!
  private static func weight(_ size: Int, _ players: Int) -> Double {
    // 1 / (n · C(n - 1, s))
    var choose = 1.0
    for k in 0..<size { choose = choose * Double(players - 1 - k) / Double(k + 1) }
    return 1 / (Double(players) * choose)
  }

  private static func sampled(_ players: [String], _ seed: UInt64, _ reached: [UInt32: BitRow]) -> [Value] {
    let orders = orders(of: players, seed: seed)
    let runs = reached[0]?.count ?? 0
    return players.indices.map { player in
      var perRun = [Double](repeating: 0, count: runs)
      var ofPairs = [Double](repeating: 0, count: pairs)
      for (place, order) in orders.enumerated() {
        let group = order.prefix { $0 != player }.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
        guard let before = reached[group], let after = reached[group | 1 << UInt32(player)] else { continue }
        for run in 0..<runs { perRun[run] += change(before[run], after[run]) / Double(orders.count) }
        ofPairs[place / 2] += Double(after.ones - before.ones) / Double(2 * max(runs, 1))
      }
      let mean = ofPairs.reduce(0, +) / Double(pairs)
      let variance = ofPairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(pairs - 1)
      return value(perRun, otherVariance: variance / Double(pairs))
    }
  }

  /// The mean and its interval, no narrower than that of a difference of shares of which no run
  /// knows, ± z²/(n + z²) (``PairedShares``).
  private static func value(_ perRun: [Double], otherVariance: Double) -> Value {
    let n = Double(perRun.count)
    guard n > 1 else { return Value(mean: perRun.first ?? 0, low: -1, high: 1) }
    let mean = perRun.reduce(0, +) / n
    let variance = perRun.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let z = WilsonInterval.normalQuantile(level: 0.95)
    let reach = max(z * (variance / n + otherVariance).squareRoot(), z * z / (n + z * z))
    return Value(mean: mean, low: max(-1, mean - reach), high: min(1, mean + reach))
  }
}
