/// Where the talks of one run stand.
struct Course: BitwiseCopyable {
  var round = 0
  var clock = RoundClock(round: 0, of: 1)
  var isSuspended = false
  /// Whether somebody wanted the run to stop; what it came to then means nothing.
  var isBrokenOff = false
  /// Active rounds in a row in which a forum sat and nobody was offered anything better.
  var stalled = 0
  var hasProgress = false
  /// The stage of the agenda, and whether an earlier one holds as an interim deal.
  var stage = 0
  var hasInterimDeal = false
  var leverageIsStale = true
  /// Whether the distances between the mediators' preferred texts are to be found anew.
  var distancesAreStale = true
  /// Whether the run looks for a zone of agreement, and what it found so far.
  var looksForZone = false
  var zoneFound = false
  /// Whether a zone was found that leaves somebody without a surplus.
  var bareZoneFound = false
  var zoneUnknown = false
  /// Threshold vectors that wait to be tested for a zone.
  var waiting = 0
  /// Hazard coefficient's companion: sum over mediators of facilitation times mean trust.
  var effort = 0.0
  // Counts for the record.
  var roundsSat = 0
  var suspensions = 0
  var resumptions = 0
  var roundsSuspended = 0
}

/// A deal at the table: who proposed it and where.
struct Deal: BitwiseCopyable {
  var forum: Int
  /// Mediator whose text it is, or -1.
  var mediator: Int
}
