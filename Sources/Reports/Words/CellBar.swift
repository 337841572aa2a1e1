/// A share as a bar of a few cells, or as one cell of a curve, for tables on a terminal.
package enum CellBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels = Array("▁▂▃▄▅▆▇█")
  private static let plainLevels = Array("_.,-=+*#")

  /// A bar on the scale from 0 to 1, without blanks after it; one that is not empty has a mark.
  package static func bar(_ share: Double, cells: Int, isASCII: Bool) -> String {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    if isASCII {
      let count = Int((share * Double(cells)).rounded())
      return String(repeating: "#", count: share > 0 ? max(1, count) : 0)
    }
    let count = Int((share * Double(8 * cells)).rounded())
    let shown = share > 0 ? max(1, count) : 0
    return String(repeating: "█", count: shown / 8) + eighths[shown % 8]
  }

  /// One cell for each share, higher for more, on the scale from 0 to 1; a blank where there is
  /// none.
  package static func curve(_ shares: [Double?], isASCII: Bool) -> String {
    String(
      shares.map { share -> Character in
        guard let share, share.isFinite else { return " " }
        let level = min(7, Int(min(max(share, 0), 1) * 8))
        return isASCII ? plainLevels[level] : levels[level]
      })
  }
}
