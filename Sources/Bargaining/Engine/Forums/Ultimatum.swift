extension ForumTable {
  /// Take it or leave it (Güth, Schmittberger, Schwarze 1982, doi:10.1016/0167-2681(82)90011-7,
  /// here once per sitting): the first member offers what its tactic says, the others answer yes or
  /// no by their rules of acceptance. There is no counter-offer, and nothing stands afterwards. A
  /// member that takes whatever is worth no less to it than no agreement, as theory has it, has the
  /// acceptance `{"constant": -10}`.
  func putUltimatum<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    let members = plans[forum].members
    guard let proposer = members.first else { return false }
    makeOffer(proposer, forum, &observer)
    guard states[forum].proposer >= 0 else { return false }
    let offer = states[forum].standing
    states[forum].accepted |= poll(members.lazy.filter { $0 != proposer }, on: offer, in: forum, &observer) {
      seats.refusal(of: offer, worth: states[forum].utilities[$0], by: $0)
    }
    let isAgreed = isAgreed(forum, &observer)
    states[forum].clear()
    return isAgreed
  }
}
