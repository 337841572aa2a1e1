import Foundation
import Testing

@Suite("evidence")
struct EvidenceTests {
  @Test("a check prints its name, source, expectation and result, and the status is 0 when it agrees")
  func text() throws {
    let outcome = try Program(environment: ["COLUMNS": "80"]).run("evidence", "--only", "leverage_gap", "-q")
    #expect(
      outcome.output == """
        Solutions without simulation
          ✓ leverage_gap: the least side payment between two who ask for 0.62 and 0.55
            of one pie
              expected 0.17
              got      0.17
              source   closed form: 0.62 + 0.55 - 1

        """)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("as a table it has the columns check, what, source, expected, got and agrees")
  func table() throws {
    let outcome = try Program().run("evidence", "--only", "phased", "--only", "scorable", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(document?["schema"] as? String == "detente.table/1")
    let rows = try #require(document?["rows"] as? [[String: String]])
    #expect(rows.map { $0["check"] } == ["scorable", "phased", "phased", "phased"])
    #expect(rows.allSatisfy { Set($0.keys) == ["check", "what", "source", "expected", "got", "agrees"] })
    #expect(rows.allSatisfy { $0["agrees"] == "yes" })
    #expect(rows[0]["got"] == "720; 12; 55")
  }

  @Test("a pattern that is not shown in every model is told so, and the status is 0")
  func patterns() throws {
    let outcome = try Program().run("evidence", "--only", "amended_texts", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(document?["schema"] as? String == "detente.table/1")
    let rows = try #require(document?["rows"] as? [[String: String]])
    #expect(rows.map { $0["agrees"] } == ["yes", "not shown"])
    #expect(outcome.errors.contains("All 1 checks agree"))
    #expect(
      outcome.errors.contains(
        "Patterns that not every model shows, which is no fault of the program: amended_texts."))
    #expect(outcome.status == 0)
  }

  @Test("an unknown check is told from the known ones")
  func unknown() throws {
    let outcome = try Program().run("evidence", "--only", "rubinstien")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("there is no check \"rubinstien\", did you mean rubinstein?"))
  }
}
