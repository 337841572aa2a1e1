extension PrimSearch {
  /// The boxes that are the present one with a slice of one restricted input given back.
  func pastes(_ input: Int) -> [Candidate] {
    guard limits[input] != prim.whole[input] else { return [] }
    let others = casesHeldByOthers(than: input)
    switch (limits[input], prim.whole[input], prim.inputs[input].values) {
    case (.interval(let low, let high), .interval(let least, let greatest), .numeric(let numbers)):
      let below = others.map { numbers[$0] }.filter { $0 <= low }
      let above = others.map { numbers[$0] }.filter { $0 >= high }
      let bottom = below.isEmpty ? least : PrimQuantile.upper(below, 1 - prim.options.pasteAlpha)
      let top = above.isEmpty ? greatest : PrimQuantile.lower(above, prim.options.pasteAlpha)
      return [
        candidate(input, .interval(bottom, high), others) { bottom <= numbers[$0] && numbers[$0] <= high },
        candidate(input, .interval(low, top), others) { low <= numbers[$0] && numbers[$0] <= top },
      ]
    case (.categories(let allowed), .categories(let all), .categorical(let indices, _)):
      return all.filter { !allowed.contains($0) }.map { added in
        let more = (allowed + [added]).sorted()
        return candidate(input, .categories(more), others) { more.contains(indices[$0]) }
      }
    default: return []
    }
  }

  /// The cases looked at that lie within the limits of all inputs but one, by rising value of that
  /// one if it is numeric.
  func casesHeldByOthers(than input: Int) -> [Int] {
    let restricted = limits.indices.filter { $0 != input && limits[$0] != prim.whole[$0] }
    let order = prim.orders[input]
    return (order.isEmpty ? Array(remaining.indices) : order).filter { index in
      remaining[index] && restricted.allSatisfy { limits[$0].holds(prim.inputs[$0].values, index) }
    }
  }
}
