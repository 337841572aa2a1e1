/// What a party seems to want, from how often it offered each option: ``OpponentModel/frequency``.
///
/// The value of an option is its count over the count of the issue's most frequent option; the
/// weight of an issue is the share of offers that its most frequent option has, normalised over the
/// issues.
struct FrequencyEstimate {
  let counts: Lane<Int32>
  let layout: IssueLayout

  /// One unit of score in ``add(to:)``.
  static let scale = 1_048_576.0

  /// Adds, per slot, `weight * value` in 2^-20 of utility; nothing if no offers were seen.
  func add(to scores: Lane<Int32>) {
    var weights = 0.0
    for k in layout.byName { weights += weight(of: k) }
    guard weights > 0 else { return }
    for k in 0..<layout.optionCounts.count {
      let offset = layout.offsets[k]
      let top = most(of: k)
      guard top > 0 else { continue }
      let unit = Self.scale * weight(of: k) / weights / Double(top)
      for option in 0..<layout.optionCounts[k] {
        scores[offset + option] += Int32(unit * Double(counts[offset + option]) + 0.5)
      }
    }
  }

  /// Writes, per slot, `weight * value`; 0 if no offers were seen.
  func write(to worths: Lane<Double>) {
    worths.fill(0)
    var weights = 0.0
    for k in layout.byName { weights += weight(of: k) }
    guard weights > 0 else { return }
    for k in 0..<layout.optionCounts.count {
      let offset = layout.offsets[k]
      let unit = weight(of: k) / weights / Double(max(most(of: k), 1))
      for option in 0..<layout.optionCounts[k] {
        worths[offset + option] = unit * Double(counts[offset + option])
      }
    }
  }

  private func most(of k: Int) -> Int32 {
    var most: Int32 = 0
    for option in 0..<layout.optionCounts[k] { most = max(most, counts[layout.offsets[k] + option]) }
    return most
  }

  private func weight(of k: Int) -> Double {
    var total: Int32 = 0
    for option in 0..<layout.optionCounts[k] { total += counts[layout.offsets[k] + option] }
    return total == 0 ? 0 : Double(most(of: k)) / Double(total)
  }
}
