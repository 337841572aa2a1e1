import Foundation
import Scenarios
import Testing

@Suite("new")
struct NewTests {
  @Test(
    "a template is a scenario that check finds nothing to warn of, and whose end is open",
    arguments: ScenarioTemplate.allCases)
  func templates(template: ScenarioTemplate) throws {
    try Workplace.use { place in
      let name = template.rawValue
      let begun = try place.program.run("new", name)
      #expect(begun.status == 0 && begun.output.isEmpty)
      #expect(begun.errors.contains("detente check \(name).jsonc\n  detente run \(name).jsonc\n"))
      let check = try place.program.run("check", "\(name).jsonc", "-q")
      #expect(check.status == 0 && check.output.contains("\(name).jsonc: no faults"))
      #expect(check.errors.isEmpty, "\(check.errors)")
      let run = try place.program.run("run", "\(name).jsonc", "--runs", "1000", "--out", "result", "-q")
      #expect(run.status == 0)
      // A beginner who sees everything end alike learns nothing.
      let counts = try place.text(of: "result/endings.csv").split(separator: "\n").dropFirst()
        .compactMap { Int($0.split(separator: ",")[1]) }
      #expect(counts.reduce(0, +) == 1000 && counts.count { $0 >= 50 } >= 3, "\(counts)")
      #expect((counts.max() ?? 1000) <= 800, "\(counts)")
    }
  }

  @Test("a file that is there is left as it is")
  func occupied() throws {
    try Workplace.use { place in
      #expect(try place.program.run("new", "wage", "--out", "mine.jsonc", "-q").status == 0)
      let before = try place.text(of: "mine.jsonc")
      let again = try place.program.run("new", "river", "--out", "mine.jsonc")
      #expect(again.status == 73 && again.errors.contains("mine.jsonc is there already"))
      #expect(try place.text(of: "mine.jsonc") == before && before.contains("wage"))
      let nowhere = try place.program.run("new", "river", "--out", "absent/mine.jsonc")
      #expect(nowhere.status == 73 && nowhere.errors.contains("absent/mine.jsonc"))
    }
  }

  @Test("templates are listed, printed, and suggested when misspelt")
  func names() throws {
    try Workplace.use { place in
      let list = try place.program.run("new")
      #expect(list.status == 0)
      for template in ScenarioTemplate.allCases { #expect(list.output.contains(template.rawValue + " ")) }
      let printed = try place.program.run("new", "river", "--out", "-")
      #expect(printed.status == 0 && printed.errors.isEmpty)
      let shipped = try String(
        contentsOf: Program.package.appending(path: "scenarios/river-water.jsonc"), encoding: .utf8)
      #expect(printed.output == shipped.replacing("  \"$schema\": \"./scenario.schema.json\",\n", with: ""))
      #expect(printed.output != shipped)
      let misspelt = try place.program.run("new", "two-partes")
      #expect(misspelt.status == 2 && misspelt.errors.contains("two-parties"))
      #expect(try place.program.run("new", "--out", "x").status == 2)
    }
  }
}
