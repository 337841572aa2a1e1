/// A deal at the table: who proposed it and where.
struct Deal: BitwiseCopyable {
  var forum: Int
  /// Mediator whose text it is, or -1.
  var mediator: Int
}
