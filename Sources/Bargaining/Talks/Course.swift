/// Where the talks of one run stand.
struct Course: BitwiseCopyable {
  var round = 0
  var clock = RoundClock(round: 0, of: 1)
  var isSuspended = false
  /// Active rounds in a row in which a forum sat and nobody was offered anything better.
  var stalled = 0
  var hasProgress = false
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
