import Bargaining
import Foundation
import Scenarios

/// The scenarios that come with the package.
enum Shipped {
  static let names = [
    "paris-2025", "paris-2025-without-egypt", "paris-2025-three-issues", "paris-2025-no-forum-beside",
    "split-the-pie", "logroll", "river-water",
  ]

  static func scenario(_ name: String) throws -> Scenario {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ScenarioReader.read(path: package.appending(path: "scenarios/\(name).jsonc").path).scenario
  }
}
