/// What reported progress costs those who go beyond it to their loss (``Tentative/Reopening``).
///
/// The cost is a part of what options are worth, issue by issue, so that searches, bounds and zones
/// count it as they count everything else.
struct Anchors: BitwiseCopyable {
  private struct Anchor: BitwiseCopyable {
    /// Slots of the issue.
    let first: Int
    let count: Int
    /// The slot that is taken as given.
    let given: Int
    let firmness: Int
    let cost: Int
  }

  private let anchors: Lane<Anchor>

  init(_ scenario: Scenario, layout: IssueLayout, arena: Arena) {
    anchors = arena.lane(
      scenario.issues.indices.compactMap { k in
        guard layout.held[k] < 0, let tentative = scenario.issues[k].tentative,
          case .cost(let cost) = tentative.reopening
        else { return nil }
        return Anchor(
          first: layout.offsets[k], count: layout.optionCounts[k],
          given: layout.offsets[k] + tentative.option, firmness: tentative.firmness.index, cost: cost.index)
      })
  }

  /// Takes off what options worse than the anchor cost, given what they are worth otherwise.
  func charge(_ worth: Lane<Double>, _ numbers: Lane<Double>) {
    for place in 0..<anchors.count {
      let anchor = anchors[place]
      let price = numbers[anchor.firmness] * numbers[anchor.cost]
      guard price > 0 else { continue }
      let given = worth[anchor.given]
      for slot in anchor.first..<anchor.first + anchor.count where worth[slot] < given {
        worth[slot] = UtilityGrid.nearest(worth[slot] - price * (given - worth[slot]))
      }
    }
  }
}

extension Scenario {
  /// The numbers that the cost of reopening is made of, of all issues.
  var anchorParameters: [ParameterID] {
    issues.compactMap(\.tentative).flatMap { tentative -> [ParameterID] in
      guard case .cost(let cost) = tentative.reopening else { return [] }
      return [tentative.firmness, cost]
    }
  }
}
