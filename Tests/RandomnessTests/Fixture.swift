import Foundation
import Randomness
import Testing

/// A comma-separated file of `Tests/Fixtures`, read without its header line.
struct Fixture {
  let rows: [[String]]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Fixtures/\(name)"), encoding: .utf8)
    rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(!rows.isEmpty)
  }
}

extension Fixture {
  /// The law of a row that begins with its name and its parameters, the beta law's two with two
  /// empty fields behind them.
  static func distribution(_ row: [String]) throws -> Distribution {
    let numbers = row[1...4].compactMap(Double.init)
    if row[0] == "beta" {
      try #require(numbers.count == 2)
      return .beta(a: numbers[0], b: numbers[1])
    }
    try #require(numbers.count == 4)
    return .normal(mean: numbers[0], standardDeviation: numbers[1], low: numbers[2], high: numbers[3])
  }
}
