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
}
