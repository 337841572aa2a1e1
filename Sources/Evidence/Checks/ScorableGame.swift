/// A scorable game: scores of every party for every option, and the least that it must get.
struct ScorableGame {
  struct Player {
    var minimum: Double
    /// Per issue, option by option.
    var scores: [[Double]]
  }

  var players: [Player]
  /// The two without whom nothing can be agreed.
  var required: [Int]

  /// The domain: a player's weight of an issue is its greatest score there.
  var domain: PlainDomain {
    PlainDomain(
      sides: players.map { player in
        let greatest = player.scores.map { $0.max() ?? 0 }
        return PlainDomain.Side(
          weights: greatest,
          values: zip(player.scores, greatest).map { row, most in row.map { most > 0 ? $0 / most : 0 } },
          reservation: player.minimum / greatest.reduce(0, +))
      })
  }

  /// The base game of Abdelnabi et al. 2024, arXiv:2309.17234 (MIT licence), after Susskind's
  /// Harborco.
  static let base = ScorableGame(
    players: [
      Player(
        minimum: 30,
        scores: [[14, 8, 0], [12, 8, 0], [24, 18, 12, 0], [40, 30, 23, 0], [0, 2, 4, 7, 10]]),
      Player(
        minimum: 31, scores: [[0, 4, 10], [0, 0, 0], [12, 8, 6, 0], [0, 8, 13, 18], [60, 45, 30, 15, 0]]),
      Player(
        minimum: 50, scores: [[15, 20, 0], [0, 0, 0], [42, 35, 25, 0], [30, 20, 10, 0], [2, 4, 6, 8, 0]]),
      Player(
        minimum: 55,
        scores: [[14, 8, 0], [11, 7, 0], [0, 5, 10, 17], [35, 29, 20, 0], [0, 5, 10, 15, 23]]),
      Player(
        minimum: 65, scores: [[0, 11, 5], [0, 20, 25], [0, 2, 4, 9], [10, 26, 40, 0], [4, 8, 15, 12, 0]]),
      Player(
        minimum: 55, scores: [[0, 22, 45], [0, 25, 55], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0, 0]]),
    ], required: [3, 4])
}
