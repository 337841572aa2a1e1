/// Why outcomes cannot be analysed.
public enum SensitivityFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Rows without a single input, or no row at all.
  case noInputs
  /// There must be a whole number of samples, or trajectories, of `rows` outcomes each, and at
  /// least `least` of them.
  case outcomeCount(Int, rows: Int, least: Int)
  /// So many rows of inputs, where every row needs one outcome and there are `outcomes`.
  case rowCount(Int, outcomes: Int)
  /// The outcome of a row, from 0, is infinite or not a number.
  case notFinite(row: Int)
  /// Step `row` (from 0, of the whole design) does not change exactly one input.
  case notOneStep(row: Int)
  /// What is to be explained is not the mean of anything that one run has.
  case noMean
  /// Of the steps of trajectory `trajectory`, from 0, none changes input `input`, from 0.
  case inputNotMoved(input: Int, trajectory: Int)

  /// What to tell the user, without a capital and without a full stop.
  public var description: String {
    switch self {
    case .noInputs: "there is no input whose effect could be found"
    case .outcomeCount(let count, let rows, let least):
      "\(count) outcomes are not a multiple of \(rows), at least \(least) times, as the design has it"
    case .rowCount(let rows, let outcomes): "there are \(rows) rows of inputs but \(outcomes) outcomes"
    case .notFinite(let row): "the outcome of row \(row + 1) is not a finite number"
    case .notOneStep(let row): "between rows \(row + 1) and \(row + 2) not exactly one input changes"
    case .noMean: "the median over runs is no mean of what single runs come to"
    case .inputNotMoved(let input, let trajectory):
      "trajectory \(trajectory + 1) does not move input \(input + 1)"
    }
  }
}
