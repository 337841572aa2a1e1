import Foundation
import Scenarios
import Testing

/// The shipped scenarios, whole; damaged they are read by the mutants of the end-to-end tests.
@Suite struct ShippedScenarioTests {
  static let originals =
    Fixtures.scenarios(in: Fixtures.shipped)
    + Fixtures.scenarios(in: Fixtures.folder.appendingPathComponent("valid"))

  @Test("every shipped scenario is read without error", arguments: originals)
  func accepted(_ file: URL) throws {
    let reading = try ScenarioReader.read(path: file.path)
    #expect(!reading.diagnostics.hasErrors)
    #expect(!reading.scenario.parameters.isEmpty)
  }
}
