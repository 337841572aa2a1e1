import Foundation
import Scenarios
import Testing

/// Every file of Fixtures/faulty has one slip or several; beside it stands what is to be printed,
/// written by hand from the specification of the format.
@Suite struct FaultyScenarioTests {
  static let folder = Fixtures.folder.appendingPathComponent("faulty")
  static let names = Fixtures.scenarios(in: folder).map { $0.deletingPathExtension().lastPathComponent }

  @Test("a faulty scenario is answered with exactly the expected diagnostics", arguments: names)
  func diagnostics(_ name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).jsonc")
    let expected = try String(
      contentsOf: Self.folder.appendingPathComponent("\(name).expected"), encoding: .utf8)
    do {
      _ = try ScenarioReader.read(path: file.path)
      Issue.record("\(name) was accepted")
    } catch {
      let printed = error.description.replacingOccurrences(of: Self.folder.path + "/", with: "")
      #expect(printed == expected)
    }
  }

  @Test("there are at least eighty of them")
  func count() {
    #expect(Self.names.count >= 80)
  }
}
