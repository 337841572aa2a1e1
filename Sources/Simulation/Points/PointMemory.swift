/// What is known already of the points of a study, and where new ones are kept, so that a study that was stopped goes on where it was.
///
/// A study simulates several designs one after another, its **stages**; given the same responses it always comes to the same stages.
public protocol PointMemory: Sendable {
  /// The points from now on are those of the next stage.
  func beginStage()
  /// The response of a point of this stage, if it is known.
  func response(of point: Int) -> PointResponse?
  /// Keeps a new response of this stage. Told on any thread.
  func keep(_ response: PointResponse, of point: Int)
}
