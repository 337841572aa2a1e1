import Bargaining
import Randomness
import Tables

/// Writes `draws.csv`: what every run draws, one row per run, in the order of the run numbers, as
/// the simulation goes on.
///
/// Columns: run, model (empty where the scenario has none), then one for every number that is
/// uncertain somewhere, called by its path. A number is as it was drawn, before events change it;
/// in a model that does not have it, its field is empty, and in one where it is certain it is what
/// it is there.
///
/// Draws are made once more from their streams, which hang on seed, run and path alone, so that
/// nothing is kept of them while runs are played.
package final class DrawLog {
  /// How a number is drawn in one of the scenarios that are played.
  private struct Draw {
    let distribution: Distribution
    let stream: StreamID
  }

  /// Per model, or of the scenario itself where there are none; per column.
  private let draws: [[Draw?]]
  private let models: [String]
  private let seed: UInt64
  private let stream: any ByteSink
  private var rows = CSVRowWriter()

  /// Hands the bytes to whoever takes them, from the header on.
  ///
  /// - Parameters:
  ///   - scenario: what is simulated.
  ///   - seed: from which.
  ///   - stream: takes the bytes.
  package init(_ scenario: Scenario, seed: UInt64, stream: any ByteSink) {
    let numbers = DrawLog.numbers(of: scenario)
    draws = scenario.alternatives.map { alternative in
      let places = scenario.places(in: alternative)
      return numbers.map { number in
        places[number.index].map { place in
          let parameter = alternative[place]
          return Draw(distribution: parameter.distribution, stream: StreamID(parameter.path))
        }
      }
    }
    models = scenario.models.map(\.name)
    self.seed = seed
    self.stream = stream
    for name in DrawLog.columns(of: scenario) { rows.append(name) }
    rows.endRow()
  }

  /// The numbers that have a column, in the order of the scenario.
  package static func numbers(of scenario: Scenario) -> [ParameterID] {
    scenario.parameters.indices.map { ParameterID($0) }.filter { scenario.isUncertain($0) }
  }

  /// The names of the columns.
  package static func columns(of scenario: Scenario) -> [String] {
    ["run", "model"] + numbers(of: scenario).map { scenario[$0].path }
  }

  func append(_ block: RunBlock, rows places: Range<Int>) throws(WriteError) {
    for place in places {
      let row = block.run(place).row
      append(row.run, model: Int(row.model))
      if rows.buffer.count > 1 << 15 { try flush() }
    }
  }

  /// - Parameter model: its index, or -1 where there are none.
  private func append(_ run: UInt32, model: Int) {
    rows.append(Int(run))
    if model >= 0 { rows.append(models[model]) } else { rows.appendMissing() }
    for draw in draws[max(model, 0)] {
      guard let draw else {
        rows.appendMissing()
        continue
      }
      var stream = RandomStream(seed: seed, run: run, stream: draw.stream)
      rows.append(draw.distribution.sample(&stream))
    }
    rows.endRow()
  }

  /// Gives the file its name.
  package func commit() throws(WriteError) {
    try flush()
    try stream.commit()
  }

  /// Drops the file.
  package func abandon() { stream.abandon() }

  private func flush() throws(WriteError) {
    try stream.append(rows.buffer)
    rows.removeAll()
  }
}
