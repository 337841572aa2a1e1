/// How much of what could be had an agreement leaves on the table.
package struct Efficiency: Sendable, Equatable {
  /// Product of surpluses, divided by the greatest such product over all admissible outcomes: in
  /// [0, 1]. 0 when somebody has no surplus; `nil` when no outcome gives everybody one. Up to 1e-12
  /// is none.
  package var nashRatio: Double?
  /// Euclidean distance, in utilities, to the nearest outcome of the Pareto frontier; 0 for
  /// efficient outcomes, which no other dominates by more than 1e-12, and above that for all
  /// others. `nil` when no outcome is admissible.
  package var paretoDistance: Double?
  /// Euclidean distance, in utilities, to the efficient outcome of greatest least share
  /// `s_i / (best_i - r_i)`, best_i over admissible outcomes and r_i where the surplus is zero
  /// (Kalai & Smorodinsky 1975, doi:10.2307/1914280); of several whose least shares are equal
  /// within rounding, to the nearest. `nil` when no admissible outcome gives everybody r_i.
  package var kalaiSmorodinskyDistance: Double?

  package init(nashRatio: Double?, paretoDistance: Double?, kalaiSmorodinskyDistance: Double?) {
    self.nashRatio = nashRatio
    self.paretoDistance = paretoDistance
    self.kalaiSmorodinskyDistance = kalaiSmorodinskyDistance
  }
}

/// Measures agreements of a negotiation against the best that its parties could have had with the
/// numbers of the same run.
///
/// The parties that count are those with a veto, and the outcomes those that cross no red line of
/// theirs and keep to the tentative settlements that hold in the run. Surpluses are those of
/// `RunRecord.surpluses`: over the no-agreement value when the agreement was signed, carrots
/// included, else when the run ended. Utilities are undiscounted. One meter serves run after run;
/// once it has grown to the size of the frontier it allocates nothing.
///
/// Complexity: that of building the frontier up issue by issue, a few times the size of the
/// frontier per issue (``steps``); outcomes are not enumerated.
package final class EfficiencyMeter {
  /// Steps per agreement, a fraction of a second; only three parties and more ever come near it.
  package static let mostSteps = 20_000_000

  private let view: TalksView
  private let game: FixedGame
  private let builder: FrontierBuilder?
  private let utilities: Lane<Double>
  /// Per voter: its best utility over the frontier, and 1 / (best - r), 0 where there is nothing to
  /// gain.
  private let ideals: Lane<Double>
  private let scales: Lane<Double>
  private let arena = Arena()

  /// What the last measurement took, in points visited and tests for domination, some nanoseconds
  /// each: the same on every machine. 0 when no frontier can be computed, whatever the numbers of a
  /// run.
  package var steps: Int { builder?.steps ?? 0 }

  package init(_ negotiation: Negotiation) {
    view = negotiation.view
    let parties = negotiation.scenario.parties
    game = FixedGame(
      view, voters: NameOrder.places(of: parties.map(\.name)).filter { parties[$0].hasVeto })
    builder = FrontierBuilder(game)
    utilities = arena.lane(game.voterCount, of: 0)
    ideals = arena.lane(game.voterCount, of: 0)
    scales = arena.lane(game.voterCount, of: 0)
  }

  /// Measures an outcome, one byte per issue, by the numbers of the run played last; such as
  /// `record.options` after an agreement.
  ///
  /// - Returns: `nil` when the frontier is too large to be computed (see ``Solutions/pareto``).
  package func efficiency(of options: [UInt8]) -> Efficiency? {
    guard let builder else { return nil }
    game.take(from: view)
    for v in 0..<game.voterCount {
      game.thresholds[v] = view.signingThreshold(of: game.voters[v])
    }
    do throws(FrontierBuilder.Fault) { try builder.build(mostSteps: Self.mostSteps) } catch { return nil }
    for v in 0..<game.voterCount { utilities[v] = utility(of: options, to: v) }

    let frontier = builder.frontier
    var greatest = 0.0
    var nearest = Double.infinity
    for v in 0..<game.voterCount { ideals[v] = -.infinity }
    for index in 0..<frontier.count {
      let point = point(index, of: frontier)
      greatest = max(greatest, product(of: point))
      nearest = min(nearest, squaredDistance(to: point))
      for v in 0..<game.voterCount { ideals[v] = max(ideals[v], point[v]) }
    }
    return Efficiency(
      nashRatio: greatest > 0 ? min(1, product(of: utilities) / greatest) : nil,
      paretoDistance: frontier.count > 0 ? nearest.squareRoot() : nil,
      kalaiSmorodinskyDistance: kalaiSmorodinskyDistance(frontier))
  }

  private func point(_ index: Int, of frontier: PointList) -> Lane<Double> {
    Lane(base: frontier.values + index * game.voterCount, count: game.voterCount)
  }

  /// From ``utilities``; 0 when no voter would tell the two apart.
  private func squaredDistance(to point: Lane<Double>) -> Double {
    var (distance, farthest) = (0.0, 0.0)
    for v in 0..<game.voterCount {
      let apart = abs(point[v] - utilities[v])
      distance += apart * apart
      farthest = max(farthest, apart)
    }
    return farthest > UtilityGrid.tolerance ? distance : 0
  }

  /// Once the ``ideals`` are known. The best of admissible outcomes is on the frontier.
  private func kalaiSmorodinskyDistance(_ frontier: PointList) -> Double? {
    // By how much two shares may differ that are equal: surplus and range are each known to the
    // error of a utility or two.
    var margin = 0.0
    for v in 0..<game.voterCount {
      let range = ideals[v] - game.thresholds[v]
      scales[v] = range > UtilityGrid.tolerance ? 1 / range : 0
      margin = max(margin, 4 * UtilityGrid.error * scales[v])
    }
    var (best, nearest) = (-Double.infinity, Double.infinity)
    for index in 0..<frontier.count {
      let point = point(index, of: frontier)
      guard let share = leastShare(of: point, ifAtLeast: best - margin) else { continue }
      if share > best + margin { nearest = .infinity }
      best = max(best, share)
      nearest = min(nearest, squaredDistance(to: point))
    }
    return best >= 0 ? nearest.squareRoot() : nil
  }

  /// The least share of what a voter could gain, 1 when nobody could; `nil` when it is less than
  /// asked for, or somebody gets less than it must.
  private func leastShare(of point: Lane<Double>, ifAtLeast least: Double) -> Double? {
    var share = 1.0
    for v in 0..<game.voterCount {
      let surplus = point[v] - game.thresholds[v]
      guard surplus >= -UtilityGrid.tolerance else { return nil }
      if scales[v] > 0 { share = min(share, max(0, surplus) * scales[v]) }
      guard share >= least else { return nil }
    }
    return share
  }

  private func utility(of options: [UInt8], to v: Int) -> Double {
    var sum = 0.0
    var bits = ~UInt64(0)
    for k in 0..<game.issueCount {
      let slot = (game.offsets[k] + Int(options[k])) * game.voterCount + v
      sum += game.worth[slot]
      bits &= game.met[slot]
    }
    return sum + game.bonuses(bits & game.interactionBits[v], of: v)
  }

  /// The product of surpluses; 0 when one is none.
  private func product(of point: Lane<Double>) -> Double {
    var product = 1.0
    for v in 0..<game.voterCount { product *= game.surplus(point[v], of: v) }
    return product
  }
}
