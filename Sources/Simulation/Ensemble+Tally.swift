extension Ensemble {
  /// Adds runs to a tally, from the first that is not in it to the last of the plan.
  ///
  /// Runs are done in steps that begin at multiples of `step`, whatever the tally had before, so
  /// that the looks between steps fall on the same numbers of runs after an interruption. The
  /// plan's ``SimulationPlan/precision`` plays no part, nor does what it says of closer looks at
  /// runs.
  ///
  /// - Parameters:
  ///   - tally: of runs from ``SimulationPlan/firstRun`` on; those that were simulated when this
  ///     returns or throws are in it.
  ///   - step: runs between two looks, at least 1.
  ///   - shouldStop: asked before every chunk, on any thread; once it says yes, the chunks under
  ///     way are finished and kept.
  ///   - shouldBreakOff: asked inside long runs, on any thread; once it says yes, they are broken
  ///     off and do not count. `nil` to ask `shouldStop`, which then must not change its mind: who
  ///     only looks how far a tally has come would break off every run that takes longer than that.
  ///   - onProgress: told after every chunk, on any thread, one at a time.
  ///   - goesOn: asked after every step; false ends the work.
  /// - Returns: whether somebody asked to stop before the work was done.
  /// - Throws: ``SimulationError``.
  package func extend(
    _ tally: inout OutcomeTally, step: Int = SimulationPlan.blockSize,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    shouldBreakOff: (@Sendable () -> Bool)? = nil,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in },
    goesOn: (OutcomeTally) -> Bool = { _ in true }
  ) throws(SimulationError) -> Bool {
    _ = try SimulationPlan.numbers(of: plan.runs, from: plan.firstRun)
    guard tally.runs < plan.runs else { return false }
    // A tally has no place for what a closer look would find.
    return try eachStep(
      of: step, after: tally.runs, workers: try makeWorkers(shouldBreakOff ?? shouldStop),
      looks: Looks(zone: .off, efficiency: .off),
      shouldStop: shouldStop, onProgress: onProgress
    ) { block, rows in
      for row in rows { tally.add(block.run(row)) }
      return goesOn(tally)
    }
  }
}
