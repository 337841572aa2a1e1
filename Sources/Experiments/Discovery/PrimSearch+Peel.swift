extension PrimSearch {
  /// The boxes that are the present one without a slice of one input.
  func peels(_ input: Int) -> [Candidate] {
    switch (limits[input], prim.inputs[input].values) {
    case (.interval(let low, let high), .numeric(let numbers)):
      let inside = prim.orders[input].filter { isInside[$0] }
      guard !inside.isEmpty else { return [] }
      let sorted = inside.map { numbers[$0] }
      let top = PrimQuantile.upper(sorted, 1 - prim.options.peelAlpha)
      let bottom = PrimQuantile.lower(sorted, prim.options.peelAlpha)
      return [
        candidate(input, .interval(low, top), inside) { numbers[$0] <= top },
        candidate(input, .interval(bottom, high), inside) { numbers[$0] >= bottom },
      ]
    case (.categories(let allowed), .categorical(let indices, _)) where allowed.count > 1:
      let inside = isInside.indices.filter { isInside[$0] }
      return allowed.map { left in
        candidate(input, .categories(allowed.filter { $0 != left }), inside) { indices[$0] != left }
      }
    default: return []
    }
  }

  func candidate(
    _ input: Int, _ limit: PrimLimit, _ cases: [Int], where isKept: (Int) -> Bool
  ) -> Candidate {
    var count = PrimCount()
    for index in cases where isKept(index) { count.add(prim.isInteresting[index]) }
    return Candidate(input: input, limit: limit, count: count)
  }
}

/// A number halfway between the neighbours around a quantile, as in the EMA Workbench and, before
/// it, sdtoolkit.
enum PrimQuantile {
  /// For a limit from above: the lower neighbour moves down past equal values.
  static func upper(_ sorted: [Double], _ share: Double) -> Double {
    let position = Double(sorted.count - 1) * share
    var low = Int(position.rounded(.down))
    let high = Int(position.rounded(.up))
    while low > 0, sorted[low] == sorted[high] { low -= 1 }
    return (sorted[low] + sorted[high]) / 2
  }

  /// For a limit from below: the upper neighbour moves up past equal values.
  static func lower(_ sorted: [Double], _ share: Double) -> Double {
    let position = Double(sorted.count - 1) * share
    let low = Int(position.rounded(.down))
    var high = Int(position.rounded(.up))
    while high < sorted.count - 1, sorted[low] == sorted[high] { high += 1 }
    return (sorted[low] + sorted[high]) / 2
  }
}
