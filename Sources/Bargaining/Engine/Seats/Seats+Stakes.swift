extension Seats {
  /// How much more than its threshold an offer must be worth at this stage, as the table counts it:
  /// what the party expects of the later issues (see ``AgendaOrder``) is not what the options at
  /// which they are held meanwhile would bring.
  func laterStakes(_ party: Int) -> Double {
    guard agenda.isStaged, !agenda.holds, !agenda.isAtLastStage else { return 0 }
    let worth = parties[party].worth.whole.worth
    var (least, most) = (0.0, 0.0)
    for k in 0..<issueCount {
      let (low, high) = reach(worth, k)
      least += low
      most += high
    }
    let share =
      most > least ? min(max((parties[party].standing.wholeThreshold - least) / (most - least), 0), 1) : 0
    var shift = 0.0
    for later in agenda.laterStages {
      for k in later {
        let (low, high) = reach(worth, k)
        shift += worth[layout.offsets[k] + agenda.locked[k]] - (low + share * (high - low))
      }
    }
    return shift
  }

  /// The least and the greatest that an issue can still bring.
  private func reach(_ worth: Lane<Double>, _ k: Int) -> (low: Double, high: Double) {
    let offset = layout.offsets[k]
    if agenda.bound[k] >= 0 {
      let settled = worth[offset + agenda.bound[k]]
      return (settled, settled)
    }
    var (low, high) = (Double.infinity, -Double.infinity)
    for option in 0..<layout.optionCounts[k] {
      low = min(low, worth[offset + option])
      high = max(high, worth[offset + option])
    }
    return (low, high)
  }

  /// How near the talks have come to an agreement, in [0, 1]: the least, over the parties with a
  /// veto, of the share of what it asks for beyond no agreement that the best offer or text shown
  /// to it so far would give it,
  ///
  ///     min_i min(1, (best seen_i - threshold_i) / (A_i - threshold_i)),
  ///
  /// and 0 while some party has been shown nothing that is better for it than no agreement.
  /// Aspirations A_i and thresholds are those of the last round in which they were moved, so that
  /// progress is what could be observed before a round begins; who has asked for nothing yet asks
  /// for the best that there is for it.
  ///
  /// Spoilers act when peace is near: Stedman 1997, doi:10.2307/2539366; Kydd & Walter 2002,
  /// doi:10.1162/002081802320005487.
  func progress() -> Double {
    var least = 1.0
    for party in 0..<count where vetoes.contains(bit: party) {
      let state = parties[party]
      let got = state.hearing.bestSeen - state.standing.threshold
      // Written so that nothing seen (-infinity) ends here.
      guard got > UtilityGrid.tolerance else { return 0 }
      let asked = state.standing.aspiration - state.standing.threshold
      if got < asked { least = min(least, got / asked) }
    }
    return least
  }
}
