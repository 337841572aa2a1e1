import Foundation
import Testing

/// A table of a folder of `Tests/Fixtures`, with its column names.
struct FixtureTable {
  let names: [String]
  let rows: [[String]]

  init(_ name: String, in folder: String = "experiments") throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: tests.appending(path: "Fixtures/\(folder)/\(name)"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    names = try #require(lines.first)
    rows = Array(lines.dropFirst())
    try #require(!rows.isEmpty)
  }

  /// The numbers of the columns whose names begin with `prefix`, row by row.
  func numbers(_ prefix: String) throws -> [[Double]] {
    let wanted = names.indices.filter { names[$0].hasPrefix(prefix) }
    return try rows.map { row in try wanted.map { try #require(Double(row[$0])) } }
  }
}
