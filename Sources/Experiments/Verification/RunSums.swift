import Bargaining
import Tables

/// Counts of the tables of a single simulation that must add up, among one another and with the
/// manifest.
package struct RunSums {
  private let runs: Int
  /// Sums by table and column; where rows belong to an issue, by it, too.
  private var sums: [[String]: Int] = [:]
  private var endings: [String: Int] = [:]
  private var endingsOfRuns: [String: Int] = [:]
  private var hasRuns = false
  private var firstAtRisk: Int?

  /// - Parameter runs: as the manifest says.
  package init(runs: Int) { self.runs = runs }

  /// Takes a row of a table.
  package mutating func add(_ fields: [String], of shape: TableShape) {
    func value(_ column: String) -> String? {
      shape.heading.firstIndex(of: column).map { fields[$0] }
    }
    func count(_ column: String) -> Int { value(column).flatMap { Int($0) } ?? 0 }
    switch shape.name {
    case "runs":
      hasRuns = true
      endingsOfRuns[fields[1], default: 0] += 1
    case "endings": endings[fields[0], default: 0] += count("count")
    case "settlements": sums[["settlements", fields[0]], default: 0] += count("count")
    case "rounds":
      if firstAtRisk == nil { firstAtRisk = count("at_risk") }
      sums[["rounds", "agreements"], default: 0] += count("agreements")
      sums[["rounds", "censored"], default: 0] += count("censored")
    case "models": sums[["models", fields[2]], default: 0] += count("count")
    case "packages", "zone": sums[[shape.name], default: 0] += count("count")
    case "mediators", "forums": sums[[shape.name], default: 0] += count("agreements")
    default: break
    }
  }

  /// What does not add up.
  package var faults: [VerificationFault] {
    var faults: [VerificationFault] = []
    func expect(_ file: String, _ what: String, _ expected: Int, _ found: Int) {
      if expected != found {
        faults.append(VerificationFault(file, expected: "\(what) of \(expected)", found: "\(found)"))
      }
    }
    func atMost(_ file: String, _ what: String, _ most: Int, _ found: Int) {
      if found > most {
        faults.append(VerificationFault(file, expected: "\(what) of at most \(most)", found: "\(found)"))
      }
    }
    expect("endings.csv", "counts with a sum", runs, endings.values.reduce(0, +))
    let agreements = Ending.allCases.reduce(0) { $1.isAgreement ? $0 + (endings[$1.name] ?? 0) : $0 }
    for key in sums.keys.sorted(by: { $0.joined(separator: "\0") < $1.joined(separator: "\0") })
    where key[0] == "settlements" {
      expect("settlements.csv", "counts of \(key[1]) with a sum", agreements, sums[key] ?? 0)
    }
    let (agreed, censored) = (sums[["rounds", "agreements"]], sums[["rounds", "censored"]])
    if let agreed, let censored {
      expect("rounds.csv", "agreements with a sum", agreements, agreed)
      expect("rounds.csv", "agreements and censored with a sum", runs, agreed + censored)
    }
    if let firstAtRisk { expect("rounds.csv", "first at_risk", runs, firstAtRisk) }
    for ending in Ending.allCases.map(\.name) {
      if let count = sums[["models", ending]] {
        expect("models.csv", "counts of \(ending) with a sum", endings[ending] ?? 0, count)
      }
    }
    atMost("packages.csv", "counts with a sum", agreements, sums[["packages"]] ?? 0)
    atMost("mediators.csv", "agreements with a sum", agreements, sums[["mediators"]] ?? 0)
    atMost("forums.csv", "agreements with a sum", agreements, sums[["forums"]] ?? 0)
    atMost("zone.csv", "counts with a sum", runs, sums[["zone"]] ?? 0)
    if hasRuns {
      for ending in Ending.allCases.map(\.name) {
        expect("runs.csv", "rows that end in \(ending)", endings[ending] ?? 0, endingsOfRuns[ending] ?? 0)
      }
    }
    return faults
  }
}
