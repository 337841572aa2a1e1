import Randomness

/// The two-by-two comparison of Klein, Faratin, Sayama, Bar-Yam 2003, doi:10.1109/MIS.2003.1249167:
/// hill-climber with hill-climber, hill-climber with annealer, annealer with annealer, on random
/// domains of the paper's kind, through the mechanism that the forums use.
package enum KleinComparison {
  /// What a pair of agents comes to, meaned over domains: where between the least and the greatest
  /// utility of a domain their text lies. Both ends are estimated by annealing alone.
  package struct Cell: Equatable, Sendable {
    /// Of the sum of both.
    package var welfare: Double
    package var first: Double
    package var second: Double

    package init(welfare: Double, first: Double, second: Double) {
      self.welfare = welfare
      self.first = first
      self.second = second
    }
  }

  /// The three cells: two hill-climbers, a hill-climber and an annealer, two annealers.
  package static func table(proposals: Int, temperature: Double, domains: Int, seed: UInt64) -> [Cell] {
    let pairs = [(0, 0), (0, temperature), (temperature, temperature)]
    var cells = pairs.map { _ in Cell(welfare: 0, first: 0, second: 0) }
    for number in 0..<domains {
      var stream = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("klein"))
      let agents = (0..<2).map { _ in KleinDomain(&stream) }
      let all = agents + [agents[0] + agents[1]]
      let ends = all.map { (-(-$0).optimum(&stream), $0.optimum(&stream)) }
      for (index, (a, b)) in pairs.enumerated() {
        let text = KleinTable.negotiate(agents, temperatures: [a, b], proposals: proposals, &stream)
        let shares = zip(all, ends).map { domain, ends in
          (domain.utility(text) - ends.0) / (ends.1 - ends.0) / Double(domains)
        }
        cells[index].first += shares[0]
        cells[index].second += shares[1]
        cells[index].welfare += shares[2]
      }
    }
    return cells
  }
}
