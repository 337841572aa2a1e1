import Scenarios

/// Where a number may lie, and numbers that lie at the edges of that.
struct NumberRange {
  var low: Double
  var high: Double
  var isWhole = false

  init(_ low: Double, _ high: Double, isWhole: Bool = false) {
    self.low = low
    self.high = high
    self.isWhole = isWhole
  }

  private static let small = [
    0, -0.0, Double.leastNonzeroMagnitude, 1e-308, 1e-154, 1e-17, 1e-9, 0.1, 1 / 3.0, 0.5, 1,
  ]
  private static let large = [1 - 0x1p-53, 1 + 0x1p-52, 2, 10, 1e9, 1e16, 1e154, 1e300, 1e308]

  /// A number inside: an end, the nearest to an end, one of the notorious ones, or any.
  func inside(_ dice: inout Dice) -> Double {
    if isWhole { return whole(&dice) }
    switch dice.below(8) {
    case 0: return low
    case 1: return high
    case 2: return min(low.nextUp, high)
    case 3: return max(high.nextDown, low)
    case 4, 5:
      let notorious = (NumberRange.small + NumberRange.large).flatMap { [$0, -$0] }
      return dice.pick(notorious.filter { low <= $0 && $0 <= high }) ?? low
    default: return dice.number(in: max(low, -1e6)...max(max(low, -1e6), min(high, 1e6)))
    }
  }

  /// A number just outside, or far.
  func outside(_ dice: inout Dice) -> Double {
    let far = isWhole ? [low - 1, high + 1, 0.5, -1, 1e308] : [low.nextDown, high.nextUp, 1e308, -1e308]
    let outside = far.filter { !($0 >= low && $0 <= high) || isWhole && $0 != $0.rounded() }
    return dice.pick(outside) ?? low
  }

  private func whole(_ dice: inout Dice) -> Double {
    switch dice.below(4) {
    case 0: low
    case 1: high
    case 2: min(low + 1, high)
    default: (low + Double(dice.below(Int(min(high - low, 1e6)) + 1))).rounded()
    }
  }
}

/// Distributions over a range, with corners: no width, all width, mass at one end, none in the
/// middle.
extension NumberRange {
  func number(_ dice: inout Dice) -> JSONNode {
    if isWhole || dice.happens(0.35) { return .number(inside(&dice)) }
    let (a, b, c) = (inside(&dice), inside(&dice), inside(&dice))
    let sorted = [a, b, c].sorted()
    func pair(_ a: Double, _ b: Double) -> JSONNode { .list([.number(a), .number(b)]) }
    switch dice.below(6) {
    case 0: return .object([("value", .number(a))])
    case 1: return .object([("uniform", pair(sorted[0], sorted[2]))])
    case 2: return .object([("triangular", .list(sorted.map(JSONNode.number)))])
    case 3:
      let deviations: [Double] = [Double.leastNonzeroMagnitude, 1e-300, 1e-9, 0.01, 0.5, 3, 1e9, 1e308]
      let deviation = dice.pick(deviations) ?? 1
      let mean = dice.happens(0.8) ? sorted[1] : dice.number(in: -1e3...1e3)
      return .object([
        ("normal", pair(mean, deviation)), ("within", pair(sorted[0], sorted[2])),
      ])
    case 4 where low <= 0 && high >= 1:
      // Parameters so large that sampling them has no end, or whose sum is none, are looked for
      // elsewhere.
      let shapes = [1e-300, 1e-9, 0.001, 0.5, 1 - 0x1p-53, 1, 2, 30, 1e6, 1e9]
      return .object([("beta", pair(dice.pick(shapes) ?? 1, dice.pick(shapes) ?? 1))])
    default: return choice(of: Array(Set(sorted)).sorted(), &dice)
    }
  }

  private func choice(of values: [Double], _ dice: inout Dice) -> JSONNode {
    var left = 1.0
    let members = values.enumerated().map { index, value in
      let isLast = index == values.count - 1
      let share =
        isLast
        ? left
        : dice.pick([0, Double.leastNonzeroMagnitude, 0.25, left, left / 2].filter { $0 <= left }) ?? 0
      left -= share
      return ("\(value)", JSONNode.number(share))
    }
    return .object([("choice", .object(members))])
  }
}
