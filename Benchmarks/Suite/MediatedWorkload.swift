import Bargaining
import Scenarios

/// The workload `boulware-4096` with mediators at the table, each of whom drafts a text in half of
/// the rounds.
struct MediatedWorkload {
  let mediators: Int

  func scenario() throws(Fault) -> Scenario {
    do { return try ScenarioReader.read(text: text, name: "mediated").scenario } catch {
      throw Fault(reason: "the workload with mediators cannot be read: \(error)")
    }
  }

  private var text: String {
    let issues = (0..<6).map { "i\($0)" }
    let options = (0..<4).map { "o\($0)" }
    let any = "{\"uniform\": [0, 1]}"
    let values = "{" + options.map { "\"\($0)\": \(any)" }.joined(separator: ", ") + "}"
    let preferences =
      "{" + issues.map { "\"\($0)\": {\"weight\": \(any), \"values\": \(values)}" }.joined(separator: ", ")
      + "}"
    let parties = ["p0", "p1"].map { name in
      "\"\(name)\": {\"preferences\": \(preferences), \"reservation\": 0, \"offer\": \"lowest\", "
        + "\"tactic\": {\"time\": {\"beta\": {\"uniform\": [0.1, 0.5]}}}}"
    }
    let toward =
      "{"
      + ["p0", "p1"].map { "\"\($0)\": {\"trust\": 0.5, \"bias\": 0, \"carrot\": 0, \"stick\": 0}" }
      .joined(separator: ", ") + "}"
    let names = (0..<mediators).map { "m\($0)" }
    let entries = names.map {
      "\"\($0)\": {\"facilitate\": 0.2, \"formulate\": 0.5, \"manipulate\": 0, \"own_interest\": 0, \"toward\": \(toward)}"
    }
    let issueEntries = issues.map { issue in
      "\"\(issue)\": {\"options\": [" + options.map { "\"\($0)\"" }.joined(separator: ", ") + "]}"
    }
    return """
      {"name": "mediated", "rounds": 100,
       "issues": {\(issueEntries.joined(separator: ", "))},
       "parties": {\(parties.joined(separator: ", "))},
       "mediators": {\(entries.joined(separator: ", "))},
       "mediation": {"noise": 0.1, "incoherence": 0},
       "forums": {"main": {"members": ["p0", "p1"], "mediators": [\(names.map { "\"\($0)\"" }.joined(separator: ", "))], "protocol": "alternating"}}}
      """
  }
}
