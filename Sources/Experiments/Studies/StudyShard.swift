/// A part of a study or of a simulation: one of several that are done by themselves, anywhere.
package struct StudyShard: Sendable, Equatable {
  /// From 1.
  package let index: Int
  package let count: Int

  package init(index: Int, count: Int) { (self.index, self.count) = (index, count) }

  /// Items are dealt one by one, so that items that take longer and longer are shared alike.
  package func owns(_ item: Int) -> Bool { item % count == index - 1 }

  /// The file that holds what is done of it.
  package var journalName: String { SweepPlan.journalName(shard: index, of: count) }
}
