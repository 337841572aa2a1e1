/// What one party would offer now, and how far down its own outcomes it has come.
struct OfferDesk: BitwiseCopyable {
  let offer: Lane<UInt8>
  var offerFound = OutcomeSearch.Found()
  /// The found outcome stays the lowest for every target in (validAbove, validTo].
  var validAbove = Double.infinity
  var validTo = -Double.infinity

  /// Whether other outcomes may be worth the same to it as the found one, so that its ``TieRule``
  /// decides; which ones if so.
  private(set) var isTied = false
  private(set) var ties = TieBand()
  /// The one that the rule chose last, where a tactic walks on from it.
  var tiedFound = OutcomeSearch.Found()

  /// The forum that has a copy of ``offer`` and of what it is worth to each of its members; -1 for
  /// none.
  var offerKnownIn = -1

  /// The aspiration for which ``offerFound`` was looked for by score, as long as nothing was seen
  /// that changes the scores; else no number.
  private(set) var scoredFor = Double.nan
  /// Whether the scores by which it was looked for still are those of the search.
  private(set) var hasScores = false

  /// The aspiration behind its last own offer, and how many offers and texts that answered.
  private(set) var lastAspiration = Double.infinity
  private(set) var answered = 0
  /// Of MiCRO: the outcome on its own list that it has come to.
  var lastNew = OutcomeSearch.Found()
  /// Of MiCRO: the level of that outcome, and the level of the one after it, if it was looked for
  /// since.
  var newLevel = MicroLevel()
  var afterNew = MicroLevel()
  var knowsAfterNew = false
  /// Of MiCRO in a mixture: the one that it would come to with its next offer.
  var nextNew = OutcomeSearch.Found()
  /// Of Zeuthen: the last own offer, from which it goes on.
  var lastOwn = OutcomeSearch.Found()
  /// Whether ``offer`` is another than what ``offerFound`` says: an earlier one, or one worth the
  /// same.
  private(set) var offerIsRepeat = false
  /// Whether ``offer`` was amended for the sake of its home.
  private(set) var isAmended = false
  /// The one that was amended.
  private let meant: Lane<UInt8>
  private var meantIsRepeat = false
  /// Whether it is a Zeuthen party that has proposed where all propose at the same time; its
  /// aspiration is then what its proposal is worth.
  private(set) var hasProposed = false

  /// The last own offer, wherever it was made; of those that keep to what they have conceded
  /// (``Seats``).
  let position: Lane<UInt8>
  private(set) var hasPosition = false

  init(issues: Int, keepsOffers: Bool, arena: Arena) {
    offer = arena.lane(issues, of: 0)
    meant = arena.lane(issues, of: 0)
    position = arena.lane(keepsOffers ? issues : 0, of: 0)
  }

  /// What it offers, as its search has it.
  var found: OutcomeSearch.Found { isTied ? tiedFound : offerFound }

  /// Own offers so far count no longer.
  mutating func forgetOffers() {
    hasProposed = false
    hasPosition = false
    forgetScores()
    answered = 0
    lastAspiration = .infinity
    lastNew = OutcomeSearch.Found()
    newLevel = MicroLevel()
    knowsAfterNew = false
    nextNew = OutcomeSearch.Found()
    lastOwn = OutcomeSearch.Found()
  }

  /// What outcomes are worth has changed: nothing that was found still is.
  mutating func forgetFound() {
    validAbove = .infinity
    validTo = -.infinity
    knowsAfterNew = false
    // What is worth the same is worth the same no longer, and other outcomes are.
    newLevel.isTied = true
    forgetScores()
    offerFound = OutcomeSearch.Found()
    isTied = false
  }

  /// What was seen, or what outcomes are worth, has changed.
  @inline(__always)
  mutating func forgetScores() {
    scoredFor = .nan
    hasScores = false
  }

  /// The outcome was found by the scores of the search for an aspiration.
  mutating func noteScored(for aspiration: Double) {
    scoredFor = aspiration
    hasScores = true
  }

  /// Puts an outcome on the desk that a search has come upon.
  @inline(__always)
  mutating func lay(_ found: OutcomeSearch.Found, from search: inout OutcomeSearch) {
    isTied = false
    let before = offerFound
    offerFound = found
    let isSame = found.left == before.left && found.right == before.right
    guard found.exists, !isSame || offerIsRepeat else { return }
    offerIsRepeat = false
    offerKnownIn = -1
    search.write(found, to: offer)
  }

  /// Others may be worth the same as what was found, which has just been laid down.
  mutating func tie(_ band: TieBand) {
    isTied = true
    ties = band
  }

  /// Puts one that is worth the same as what was found in its place.
  mutating func layChoice(_ options: Lane<UInt8>) {
    // Not what `offerFound` says, perhaps.
    offerIsRepeat = true
    if offer.isSame(as: options) { return }
    offer.copy(from: options)
    offerKnownIn = -1
  }

  /// The last own offer stays on the desk in place of what was found.
  mutating func keepPosition(insteadOf found: OutcomeSearch.Found, worth utility: Double) {
    isTied = false
    offerFound = found
    offerFound.utility = utility
    layChoice(position)
  }

  /// The offer on the desk is made, by somebody who keeps to it: of those that its offer rule finds
  /// as good it has chosen.
  mutating func takePosition() {
    if ties.isScored { isTied = false }
    position.copy(from: offer)
    hasPosition = true
  }

  /// ``offer`` was written anew, with something else than what was found.
  mutating func noteRepeat() {
    offerIsRepeat = true
    offerKnownIn = -1
  }

  /// An offer that its home would let pass in place of the one that was to be made.
  mutating func amend(_ options: Lane<UInt8>) {
    meant.copy(from: offer)
    meantIsRepeat = offerIsRepeat
    layChoice(options)
    isAmended = true
  }

  /// Takes back an amendment, for the offer is looked for anew.
  mutating func takeBack() {
    isAmended = false
    offer.copy(from: meant)
    offerIsRepeat = meantIsRepeat
    offerKnownIn = -1
  }

  /// Proposes by risk, where all propose at the same time.
  mutating func propose(_ options: Lane<UInt8>) {
    offer.copy(from: options)
    noteRepeat()
    isAmended = false
    isTied = false
    hasProposed = true
  }

  /// The offer on the desk is made.
  mutating func noteMade(aspiration: Double, answering heard: Int) {
    lastAspiration = aspiration
    answered = heard
  }
}
