import Bargaining
import Foundation
import Scenarios

/// A scenario that comes with the package.
enum ShippedScenario {
  static func read(_ name: String, _ settings: [String: String] = [:]) throws -> Scenario {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ScenarioReader.read(
      path: package.appending(path: "scenarios/\(name).jsonc").path,
      settings: settings.sorted { $0.key < $1.key }.map {
        ScenarioSetting(path: $0.key, value: $0.value, origin: "test")
      }
    ).scenario
  }
}
