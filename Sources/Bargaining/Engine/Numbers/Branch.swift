/// From a round on, whatever a run leaves to chance in its rounds is that of another run.
///
/// What was drawn before the first round stays as it is: the numbers of the scenario, the trust
/// that a text takes, the errors of first estimates. So two runs that differ in a branch alone are
/// the same until its round, and independent from it on given what they are then.
package struct Branch: Sendable, Equatable {
  /// The first round that differs, from 0.
  package var round: Int
  package var seed: UInt64
  package var run: UInt32

  package init(round: Int, seed: UInt64, run: UInt32) {
    self.round = round
    self.seed = seed
    self.run = run
  }
}
