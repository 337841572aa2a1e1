extension Negotiation {
  /// Take it or leave it (Güth, Schmittberger, Schwarze 1982, doi:10.1016/0167-2681(82)90011-7,
  /// here once per sitting): the first member offers what its tactic says, the others answer yes or
  /// no by their rules of acceptance. There is no counter-offer, and nothing stands afterwards. A
  /// member that takes whatever is worth no less to it than no agreement, as theory has it, has the
  /// acceptance `{"constant": -10}`.
  func putUltimatum<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    let members = forumPlans[forum].members
    guard let proposer = members.first else { return false }
    makeOffer(proposer, forum, &observer)
    guard forums[forum].proposer >= 0 else { return false }
    let offer = forums[forum].standing
    for party in members where party != proposer {
      let because = refusal(of: offer, worth: forums[forum].utilities[party], by: party)
      tell(&observer, forum, .party(party), because == nil ? .accept : .reject, offer, because)
      if because == nil { forums[forum].accepted |= 1 << UInt32(party) }
    }
    let isAgreed = isAgreed(forum, &observer)
    forums[forum].clear()
    return isAgreed
  }
}
