extension PrimSearch {
  /// The sides of the present box with their quasi-p-values.
  func restrictions() -> [PrimBox.Restriction] {
    limits.indices.filter { limits[$0] != prim.whole[$0] }.flatMap { input in
      let others = casesHeldByOthers(than: input)
      return loosened(input).map { side, limit in
        let loose = candidate(input, limit, others) { limit.holds(prim.inputs[input].values, $0) }.count
        let tail = Binomial(trials: count.cases, p: loose.density).upperTail(count.interesting)
        return PrimBox.Restriction(input: input, side: side, quasiP: tail)
      }
    }
  }

  /// The side with the largest quasi-p-value, the first of equals, if it is above `level`.
  func weakestRestriction(above level: Double) -> PrimBox.Restriction? {
    restrictions().reduce(nil) { weakest, side in
      guard side.quasiP > level else { return weakest }
      if let weakest, weakest.quasiP >= side.quasiP { return weakest }
      return side
    }
  }

  /// Lets one restricted side go.
  mutating func loosen(_ restriction: PrimBox.Restriction) {
    let (input, side) = (restriction.input, restriction.side)
    guard let limit = loosened(input).first(where: { $0.side == side })?.limit else { return }
    setLimit(of: input, to: limit)
  }

  /// An input's limits with one restricted side let go.
  private func loosened(_ input: Int) -> [(side: PrimBox.Side, limit: PrimLimit)] {
    guard case .interval(let low, let high) = limits[input],
      case .interval(let least, let greatest) = prim.whole[input]
    else { return [(.categories, prim.whole[input])] }
    var sides: [(PrimBox.Side, PrimLimit)] = []
    if low != least { sides.append((.low, .interval(least, high))) }
    if high != greatest { sides.append((.high, .interval(low, greatest))) }
    return sides
  }
}
