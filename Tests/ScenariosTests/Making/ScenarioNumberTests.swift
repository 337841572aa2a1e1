import Bargaining
import Foundation
import Randomness
import Scenarios
import Testing

@Suite("the numbers of a scenario by path")
struct ScenarioNumberTests {
  private func paris() throws -> Scenario {
    try ScenarioReader.read(path: Fixtures.shipped.appending(path: "paris-2025.jsonc").path).scenario
  }

  @Test("a path finds the number that the file has there")
  func found() throws {
    let scenario = try paris()
    let path = "parties.hamas.willingness"
    let setting = ScenarioSetting(path: path, value: "0.4")
    let changed = try ScenarioReader.read(
      path: Fixtures.shipped.appending(path: "paris-2025.jsonc").path, settings: [setting]
    ).scenario
    #expect(scenario[path] != nil)
    #expect(scenario[path]?.distribution != 0.4)
    #expect(changed[path]?.distribution == 0.4)
    #expect(try scenario.number(at: path) == scenario[path])
  }

  @Test("a changed number is drawn as if the file had it, and is marked as an assumption")
  func changed() throws {
    var scenario = try paris()
    try scenario.set("parties.hamas.willingness", to: .uniform(low: 0.3, high: 0.4))
    #expect(scenario["parties.hamas.willingness"]?.distribution == .uniform(low: 0.3, high: 0.4))
    #expect(scenario["parties.hamas.willingness"]?.provenance == .assumption("set in code"))
    let before = try paris().parameters
    #expect(scenario.parameters.count { !before.contains($0) } == 1)
  }

  @Test("a misspelt path is no number, and the error names the nearest one")
  func unknown() throws {
    var scenario = try paris()
    let before = scenario
    #expect(scenario["parties.hamas.wilingness"] == nil)
    let error = #expect(throws: ScenarioEditFault.self) {
      try scenario.set("parties.hamas.wilingness", to: 0.4)
    }
    #expect(
      error?.description
        == "there is no \"parties.hamas.wilingness\" in the scenario; did you mean \"parties.hamas.willingness\"?"
    )
    #expect(scenario == before)
  }

  @Test("what the model gives no meaning to is refused")
  func outside() throws {
    var scenario = try paris()
    #expect(throws: ScenarioEditFault.outside("parties.hamas.willingness", range: 0...1)) {
      try scenario.set("parties.hamas.willingness", to: .uniform(low: 0.5, high: 1.5))
    }
    #expect(throws: ScenarioEditFault.self) {
      try scenario.set("parties.hamas.willingness", to: .uniform(low: 0.9, high: 0.1))
    }
  }
}
