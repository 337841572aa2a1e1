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

  package init(nashRatio: Double?, paretoDistance: Double?) {
    self.nashRatio = nashRatio
    self.paretoDistance = paretoDistance
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

  private let negotiation: Negotiation
  private let game: FixedGame
  private let builder: FrontierBuilder?
  private let utilities: Lane<Double>
  private let arena = Arena()

  /// What the last measurement took, in points visited and tests for domination, some nanoseconds
  /// each: the same on every machine. 0 when no frontier can be computed, whatever the numbers of a
  /// run.
  package var steps: Int { builder?.steps ?? 0 }

  package init(_ negotiation: Negotiation) {
    self.negotiation = negotiation
    let parties = negotiation.scenario.parties
    game = FixedGame(negotiation, voters: parties.indices.filter { parties[$0].hasVeto })
    builder = FrontierBuilder(game)
    utilities = arena.lane(game.voterCount, of: 0)
  }

  /// Measures an outcome, one byte per issue, by the numbers of the run played last; such as
  /// `record.options` after an agreement.
  ///
  /// - Returns: `nil` when the frontier is too large to be computed (see ``Solutions/pareto``).
  package func efficiency(of options: [UInt8]) -> Efficiency? {
    guard let builder else { return nil }
    game.take(from: negotiation)
    for v in 0..<game.voterCount {
      game.thresholds[v] = negotiation.parties[game.voters[v]].signingThreshold
    }
    do throws(FrontierBuilder.Fault) { try builder.build(mostSteps: Self.mostSteps) } catch { return nil }
    for v in 0..<game.voterCount { utilities[v] = utility(of: options, to: v) }

    let dimensions = game.voterCount
    let frontier = builder.frontier
    var greatest = 0.0
    var nearest = Double.infinity
    for index in 0..<frontier.count {
      let point = Lane(base: frontier.values + index * dimensions, count: dimensions)
      greatest = max(greatest, product(of: point))
      var (distance, farthest) = (0.0, 0.0)
      for v in 0..<dimensions {
        let apart = abs(point[v] - utilities[v])
        distance += apart * apart
        farthest = max(farthest, apart)
      }
      nearest = min(nearest, farthest > UtilityGrid.tolerance ? distance : 0)
    }
    return Efficiency(
      nashRatio: greatest > 0 ? min(1, product(of: utilities) / greatest) : nil,
      paretoDistance: frontier.count > 0 ? nearest.squareRoot() : nil)
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
