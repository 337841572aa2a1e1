/// The boxes that one search went through, from all cases to the smallest and back by pasting.
public struct PrimTrajectory: Sendable, Equatable {
  /// At least one: the first holds every case that was looked at.
  public let boxes: [PrimBox]
  /// How many of the first boxes come from peeling; the others are pasted.
  public let peeled: Int

  /// The box to report: of those at least as dense as `density`, the one of largest coverage; of
  /// equals the one that restricts fewest inputs, then the earliest. If no box is dense enough, the
  /// densest, ties broken likewise.
  ///
  /// Coverage answers "how many of the ways to agreement does this describe", density "how sure is
  /// agreement in it"; a threshold on the second leaves one choice (Bryant and Lempert 2010 leave
  /// it to the analyst).
  ///
  /// - Returns: An index into ``boxes``.
  public func choice(density: Double) -> Int {
    let dense = boxes.indices.filter { boxes[$0].density >= density }
    if dense.isEmpty { return first(of: Array(boxes.indices)) { ($0.density, $0.coverage) } }
    return first(of: dense) { ($0.coverage, $0.density) }
  }

  private func first(of indices: [Int], by worth: (PrimBox) -> (Double, Double)) -> Int {
    indices.dropFirst().reduce(indices[0]) { best, index in
      let (old, new) = (worth(boxes[best]), worth(boxes[index]))
      if new.0 != old.0 { return new.0 > old.0 ? index : best }
      let (fewest, fewer) = (boxes[best].restrictedInputs, boxes[index].restrictedInputs)
      if fewer != fewest { return fewer < fewest ? index : best }
      return new.1 > old.1 ? index : best
    }
  }
}
