/// What single texts meet with in the draw at hand.
extension TextBench {
  /// Whether a text is acceptable in the draw at hand.
  func accepts(_ text: Int) -> Bool {
    let (first, rest) = halves(of: text)
    guard isTaken(first, rest) else { return false }
    lay(first, rest)
    return lasts(first, rest) && homes.pass(options)
  }

  /// Bits of the parties that would refuse a text in the draw at hand, at the table or by their
  /// homes. Where none would, it may still go against a settlement that holds.
  func refusers(of text: Int) -> UInt32 {
    var refusers: UInt32 = 0
    for v in 0..<voters.count where refuses(text, v) { refusers |= .bit(voters[v]) }
    return refusers
  }

  /// Adds, per option of every issue, what a text with that option alone put in would meet with
  /// from a party that refuses the text: 1 where it wins the party.
  ///
  /// - Parameter wins: per issue, per option that the agenda allows it.
  /// - Returns: bits of the issues that win it with some option.
  func addWins(over text: Int, of party: Int, to wins: inout [Int]) -> UInt32 {
    guard let v = voters.firstIndex(of: party) else { return 0 }
    var issues: UInt32 = 0
    var slot = 0
    for k in 0..<options.count {
      let stride = Int(texts.space.strides[k])
      let present = texts.space.option(of: k, in: UInt64(text))
      for option in 0..<texts.space.optionCounts[k] {
        defer { slot += 1 }
        guard option != present, !refuses(text + (option - present) * stride, v) else { continue }
        issues |= .bit(k)
        wins[slot] += 1
      }
    }
    return issues
  }

  /// Whether a party would take a text, at the table and by its home; true for one without a veto.
  func takes(_ text: Int, _ party: Int) -> Bool {
    guard let v = voters.firstIndex(of: party) else { return true }
    return !refuses(text, v)
  }

  private func refuses(_ text: Int, _ v: Int) -> Bool {
    let (first, rest) = halves(of: text)
    let utility = worths[v].utility(first, rest)
    if utility < needed[v] { return true }
    lay(first, rest)
    if view.wouldNotLast(options, worth: utility, for: voters[v]) { return true }
    return !ownHomes[v].pass(options)
  }
}
