extension Negotiation {
  /// How near the talks have come to an agreement, in [0, 1]: the least, over the parties with a
  /// veto, of the share of what it asks for beyond no agreement that the best offer or text shown
  /// to it so far would give it,
  ///
  ///     min_i min(1, (best seen_i - threshold_i) / (A_i - threshold_i)),
  ///
  /// and 0 while some party has been shown nothing that is better for it than no agreement.
  /// Aspirations A_i and thresholds are those of the last round in which they were moved, so that
  /// progress is what could be observed before a round begins.
  ///
  /// Spoilers act when peace is near: Stedman 1997, doi:10.2307/2539366; Kydd & Walter 2002,
  /// doi:10.1162/002081802320005487.
  func progress() -> Double {
    var least = 1.0
    for party in 0..<partyCount where vetoes >> UInt32(party) & 1 == 1 {
      let state = parties[party]
      let got = state.bestSeen - state.threshold
      // Written so that nothing seen (-infinity) ends here.
      guard got > UtilityGrid.tolerance else { return 0 }
      let asked = state.aspiration - state.threshold
      if got < asked { least = min(least, got / asked) }
    }
    return least
  }
}
