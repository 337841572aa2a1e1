import Tables

/// What is known already of a study, and where more of it is kept, so that a study that was stopped
/// goes on where it was.
///
/// A study does one thing after another, its **stages**, each made of numbered items; given the
/// same records of them it always comes to the same stages.
package protocol StudyMemory: Sendable {
  /// The items from now on are those of the next stage.
  func beginStage()
  /// The record of an item of this stage, if it is known. Asked once per item, on any thread.
  func record(of item: Int) -> [UInt8]?
  /// Keeps the record of an item of this stage. Told on any thread.
  func keep(_ record: [UInt8], of item: Int)
  /// Whether only some of the items are to be done here, and others elsewhere.
  var isShare: Bool { get }
  /// Whether an item of any stage is to be done here.
  func isOwn(_ item: Int) -> Bool
}

extension StudyMemory {
  package var isShare: Bool { false }
  package func isOwn(_ item: Int) -> Bool { true }
}

/// Whether a study goes on to a stage that needs nothing of one which did not come to its end: that
/// has items which are done elsewhere, and nobody has asked to stop.
package func goesOnBesides(_ memory: (any StudyMemory)?, _ shouldStop: @Sendable () -> Bool) -> Bool {
  memory?.isShare ?? false && !shouldStop()
}
