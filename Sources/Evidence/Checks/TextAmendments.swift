import Bargaining

/// Counts, in a run that it listens to, what follows a text that somebody has refused: of the texts
/// tabled next in the same forum, how many change one to three issues of it.
package struct TextAmendments: TalksObserver, Sendable {
  /// The most changes that are still an amendment.
  static let few = 3

  /// Texts tabled after a refused one.
  package private(set) var following = 0
  /// Those of them that change at least one issue and at most ``few``.
  package private(set) var amended = 0
  /// Per forum: the text that was tabled last, and whether somebody has refused it.
  private var last: [(text: [Int], isRefused: Bool)]

  package init(forums: Int) { last = Array(repeating: ([], false), count: forums) }

  /// Of the texts tabled after a refused one, which share amends it; 0 where there are none.
  package var share: Double { following > 0 ? Double(amended) / Double(following) : 0 }

  package mutating func observe(_ act: TalkAct) {
    guard let forum = act.forum else { return }
    switch act.kind {
    case .text: table(act.options, in: forum)
    case .reject: refuse(act.options, in: forum)
    default: break
    }
  }

  /// A mediator tables a text.
  package mutating func table(_ text: [Int], in forum: Int) {
    if last[forum].isRefused {
      following += 1
      let changes = zip(text, last[forum].text).count { $0 != $1 }
      if (1...Self.few).contains(changes) { amended += 1 }
    }
    last[forum] = (text, false)
  }

  /// A party refuses an outcome; an offer, which is no text, counts for nothing.
  package mutating func refuse(_ outcome: [Int], in forum: Int) {
    if outcome == last[forum].text { last[forum].isRefused = true }
  }

  mutating func add(_ other: TextAmendments) {
    following += other.following
    amended += other.amended
  }
}
