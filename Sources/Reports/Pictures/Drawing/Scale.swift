import Tables

/// A stretch of numbers along an axis, from a round number to a round number.
struct Scale: Sendable {
  let from: Double
  let to: Double
  /// 1, 2 or 5 times a power of ten, or a part of the whole.
  let step: Double
  /// Of shares, which are written in percent.
  let isShare: Bool

  /// Shares from 0 to the least of 5%, 10%, 25%, 50% and 100% that holds `highest`.
  static func shares(upTo highest: Double = 1) -> Scale {
    let top = [0.05, 0.1, 0.25, 0.5].first { highest <= $0 } ?? 1
    return Scale(from: 0, to: top, step: top / 5, isShare: true)
  }

  /// Round numbers around all of `values` that are finite, with at most six steps; around 0 where
  /// there is no value.
  static func around(_ values: [Double], isShare: Bool = false, most: Int = 6) -> Scale {
    let finite = values.filter { $0.isFinite && $0.magnitude < 1e15 }
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let length =
      high - low > 1e-9 * max(high.magnitude, low.magnitude, 1e-3) ? high - low : max(high.magnitude, 1)
    let step = step(over: length, most: most)
    let (from, to) = ((low / step + 1e-9).rounded(.down) * step, (high / step - 1e-9).rounded(.up) * step)
    return Scale(from: from, to: to > from ? to : from + step, step: step, isShare: isShare)
  }

  /// All of a stretch, its ends as they are.
  static func exactly(_ range: ClosedRange<Double>, most: Int = 6) -> Scale {
    let length = range.upperBound - range.lowerBound
    guard length > 0, length.isFinite else { return around([range.lowerBound]) }
    return Scale(
      from: range.lowerBound, to: range.upperBound, step: step(over: length, most: most), isShare: false)
  }

  /// Where a number stands between two places in pixels; at an end if it is beyond.
  func place(_ value: Double, from first: Double, to last: Double) -> Double {
    guard value.isFinite, to > from else { return first }
    return first + min(max((value - from) / (to - from), 0), 1) * (last - first)
  }

  /// Round numbers to be written at an axis of so many pixels, as many as there is room for.
  ///
  /// - Parameter room: what one of them takes, with the space around it.
  func ticks(over length: Double, room: (String) -> Double) -> [(value: Double, label: String)] {
    var step = step
    for _ in 0..<40 {
      let ticks = multiples(of: step)
      let widest = ticks.map { room($0.label) }.max() ?? 0
      let pitch = step / (to - from) * length
      if ticks.count <= 2 || pitch >= widest { return thinned(ticks, length, room) }
      step = Self.step(over: (to - from) * 0.999, most: max(Int((to - from) / step) - 1, 1))
    }
    return []
  }

  /// One of two that are too near each other even so.
  private func thinned(
    _ ticks: [(value: Double, label: String)], _ length: Double, _ room: (String) -> Double
  ) -> [(value: Double, label: String)] {
    guard ticks.count == 2 else { return ticks }
    let pitch = (ticks[1].value - ticks[0].value) / (to - from) * length
    let needed = (room(ticks[0].label) + room(ticks[1].label)) / 2
    return pitch >= needed ? ticks : [ticks[0]]
  }

  private func multiples(of step: Double) -> [(value: Double, label: String)] {
    let first = Int((from / step - 1e-6).rounded(.up))
    let last = Int((to / step + 1e-6).rounded(.down))
    guard last >= first, last - first < 200 else { return [] }
    return (first...last).map { index in
      let value = Double(index) * step
      return (value, label(value, step))
    }
  }

  private func label(_ value: Double, _ step: Double) -> String {
    var places = 0
    // Decimals until the step is whole.
    var scaled = isShare ? step * 100 : step
    while places < 9, (scaled - scaled.rounded()).magnitude > 1e-6 * scaled {
      scaled *= 10
      places += 1
    }
    if isShare { return Numerals.percent(value, places: min(places, 3)) }
    if places > 0 { return Numerals.fixed(value, places) }
    return value.magnitude >= 10_000 ? Numerals.count(value) : Numerals.fixed(value, 0)
  }

  /// Round numbers that divide a length into at most `most` steps: 1, 2 or 5 times a power of ten.
  static func step(over length: Double, most: Int) -> Double {
    var power = 1e-9
    while power < 1e16 {
      for factor in [1.0, 2, 5] where length / (factor * power) <= Double(most) * (1 + 1e-9) {
        return factor * power
      }
      power *= 10
    }
    return power
  }
}
