import Tables

/// The columns count, share, low, high.
struct ShareRows {
  private var counts: [Int] = []
  private var shares: [Double?] = []
  private var lows: [Double?] = []
  private var highs: [Double?] = []

  mutating func add(_ count: Int, of total: Int) {
    let interval = WilsonInterval(count: count, total: total)
    counts.append(count)
    shares.append(interval.share)
    lows.append(total > 0 ? interval.low : nil)
    highs.append(total > 0 ? interval.high : nil)
  }

  var columns: [Column] { [.integer("count", counts)] + intervals }
  var intervals: [Column] { [.real("share", shares), .real("low", lows), .real("high", highs)] }
}
