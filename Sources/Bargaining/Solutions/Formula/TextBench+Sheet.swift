/// Draws side by side, for a search among texts that are too many to be looked at one by one.
extension TextBench {
  /// A sheet for so many draws.
  func sheet(draws: Int) -> DrawSheet {
    let tables = judgingTables
    let offsets = (0..<options.count).map { view.layout.offsets[$0] }
    return DrawSheet(
      draws: draws,
      judges: tables.map { table in
        DrawSheet.Judge(
          met: (0..<view.layout.slotCount).map { table.met[$0] },
          touching: (0..<options.count).map { table.touching[$0] }, interactions: table.interactionBits,
          redLines: table.redLineBits, bonuses: table.bonus.count)
      },
      voters: voters.count, ends: homes.factionEnds, texts: texts, offsets: offsets,
      slots: view.layout.slotCount)
  }

  /// How many judge a text: parties with a veto, and factions of their homes.
  var judgeCount: Int { voters.count + homes.factionCount }

  /// Writes the draw at hand to a place of a sheet.
  func write(to sheet: DrawSheet, at d: Int) {
    let stride = sheet.stride
    for (j, table) in judgingTables.enumerated() {
      for slot in 0..<sheet.slots { sheet.worth[(j * sheet.slots + slot) * stride + d] = table.worth[slot] }
      for b in 0..<table.bonus.count { sheet.bonus[(sheet.bonusStarts[j] + b) * stride + d] = table.bonus[b] }
      sheet.needed[j * stride + d] =
        (j < voters.count ? thresholds[j] : homes.minimum(of: j - voters.count)) - UtilityGrid.tolerance
    }
    for f in 0..<homes.factionCount { sheet.weights[f * stride + d] = homes.weight(of: f) }
    for home in homes.factionEnds.indices { sheet.quotas[home * stride + d] = homes.quota(of: home) }
    // What a settlement that holds forbids, the first party refuses.
    for k in 0..<options.count where view.locks[k] >= 0 && texts.space.optionCounts[k] > 1 {
      for option in texts.allowed(of: k) where option != view.locks[k] {
        sheet.worth[(sheet.offsets[k] + option) * stride + d] = -.infinity
      }
    }
  }

  private var judgingTables: [UtilityTable] {
    (0..<voters.count).map { worths[$0].table } + (0..<homes.factionCount).map { homes.table(of: $0) }
  }
}
