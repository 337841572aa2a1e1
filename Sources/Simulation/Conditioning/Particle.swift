import Bargaining

/// One run of an ensemble that is conditioned on a history: a run of the seed, and from where on
/// what happens in it is left to chance anew.
package struct Particle: Sendable, Equatable {
  /// The run whose numbers it has.
  package var root: UInt32
  /// By rising rounds; empty of a run as it is.
  package var branches: [Branch] = []

  package init(root: UInt32, branches: [Branch] = []) {
    self.root = root
    self.branches = branches
  }
}
