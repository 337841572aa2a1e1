/// The mediators of a group who sit in a forum: there they speak with one voice.
struct JointBench: BitwiseCopyable {
  /// In the order of their names.
  let members: Lane<Int>
  /// What they want together, at the stage that the talks have come to, and in the end.
  var table: UtilityTable
  let whole: UtilityTable
  /// The last text that they tabled.
  var tabled: TabledText
  /// The round in which they last had a text to table.
  var lastRound = -1
}

/// Whose text it is: a mediator's, and where it coordinates with others there, theirs.
struct TextAuthor: BitwiseCopyable {
  let mediator: Int
  /// The place of its ``JointBench``, or -1.
  let bench: Int
}

extension Mediation {
  /// Those who speak with one voice with a mediator in a forum, itself among them.
  package func authors(with mediator: Int, in forum: Forum) -> [Int] {
    guard let group = joint.first(where: { $0.contains(mediator) }) else { return [mediator] }
    return forum.mediators.filter(group.contains)
  }
}
