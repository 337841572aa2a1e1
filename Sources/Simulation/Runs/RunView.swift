import Bargaining

/// What one run left, as it is read in the order of the run numbers while a simulation goes on.
public struct RunView {
  private let block: RunBlock
  private let index: Int

  init(_ block: RunBlock, row index: Int) {
    self.block = block
    self.index = index
  }

  public var run: Int { Int(block.row(index).run) }
  public var ending: Ending { block.row(index).ending }
  /// The round in which it ended.
  public var round: Int { Int(block.row(index).round) }
  /// The utility of a party: of the agreement, or what no agreement was worth.
  public func utility(of party: Int) -> Double { block.utility(party, in: index) }
}
