import Bargaining
import Evidence
import Foundation
import Testing

@Suite("Evidence")
struct EvidenceTests {
  @Test(
    "every check of the quick part agrees with its source",
    arguments: EvidenceCheck.Subject.allCases.filter { $0 != .pattern })
  func checks(subject: EvidenceCheck.Subject) throws {
    let checks = EvidenceSuite.checks.filter { $0.subject == subject }
    #expect(!checks.isEmpty)
    for check in checks {
      let finding = try check.measure()
      #expect(
        finding.holds, "\(check.id), \(check.claim): expected \(finding.expectedText), got \(finding.gotText)"
      )
    }
  }

  /// A row of the project's collection of closed-form and published numbers.
  struct Row {
    var id: String
    var expected: [Double]
    /// Half a unit in the last decimal that the collection gives.
    var rounding: Double
  }

  static func rows() throws -> [Row] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/analytic_tests.csv")
    return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
      let cells = cells(of: $0)
      let numbers = cells[3].split(separator: ";")
      let decimals = numbers.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
      return Row(
        id: cells[0], expected: try numbers.map { try #require(Double($0)) },
        rounding: 0.5 * (0..<decimals).reduce(1) { value, _ in value / 10 })
    }
  }

  /// The cells of a line of CSV; quotes keep commas together.
  static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test("every number of the collection is expected by a check of its id, or its id is left out by name")
  func collection() throws {
    let rows = try Self.rows()
    #expect(rows.count == 136)
    for row in rows where !EvidenceSuite.omissions.contains(where: { $0.id == row.id }) {
      // The other four scorable games: ScorableGameTests.
      if row.id == "scorable", row.expected != [720, 12, 55] { continue }
      let expected = EvidenceSuite.checks.filter { $0.id == row.id }.flatMap(\.expected)
      for number in row.expected {
        #expect(
          expected.contains { abs($0 - number) <= row.rounding * 1.01 },
          "\(row.id): \(number) among \(expected)")
      }
    }
    let ids = Set(rows.map(\.id))
    for omission in EvidenceSuite.omissions {
      #expect(ids.contains(omission.id) && !EvidenceSuite.checks.contains { $0.id == omission.id })
    }
  }

  @Test("the article speaks of every check and of everything left out")
  func article() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Evidence/Documentation.docc/Evidence.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(!EvidenceSuite.checks.isEmpty && !EvidenceSuite.omissions.isEmpty)
    for id in EvidenceSuite.checks.map(\.id) + EvidenceSuite.omissions.map(\.id) {
      #expect(text.contains("`\(id)`"), "\(id)")
    }
  }

  static func finding(
    _ expected: [Double], _ agreement: EvidenceCheck.Agreement, got: [Double],
    subject: EvidenceCheck.Subject = .course
  ) -> EvidenceFinding {
    EvidenceFinding(
      check: EvidenceCheck(subject, "a", "b", source: "c", expected: expected, agreement) { _ in got },
      got: got)
  }

  @Test("a finding holds when all its numbers do")
  func holding() {
    #expect(Self.finding([1, 2], .within(0.1), got: [1.05, 1.95]).holds)
    #expect(!Self.finding([1, 2], .within(0.1), got: [1.05, 1.85]).holds)
    #expect(!Self.finding([1, 2], .within(0.1), got: [1]).holds)
    #expect(!Self.finding([1], .within(.infinity), got: [.nan]).holds)
    #expect(Self.finding([3.09], .atLeast, got: [3.09]).holds)
    #expect(!Self.finding([3.09], .atLeast, got: [3.08]).holds)
    #expect(Self.finding([4], .within(0), got: [4]).holds)
    #expect(!Self.finding([4], .within(0), got: [5]).holds)
  }

  @Test("a pattern that is not there is not shown, and anything else that is not there differs")
  func verdicts() {
    func verdict(_ got: [Double], _ subject: EvidenceCheck.Subject) -> EvidenceFinding.Verdict {
      Self.finding([3, 3], .atLeast, got: got, subject: subject).verdict
    }
    for subject in EvidenceCheck.Subject.allCases {
      #expect(verdict([3, 4], subject) == .agrees)
      #expect(verdict([2, 4], subject) == (subject == .pattern ? .notShown : .differs))
      // What could not be measured is a fault.
      #expect(verdict([.nan, 4], subject) == .differs)
      #expect(verdict([4], subject) == .differs)
    }
  }

  @Test("directions come out the same on one thread and on three")
  func threads() throws {
    let check = try #require(EvidenceSuite.checks.first { $0.id == "trust" })
    #expect(try check.measure(threads: 1).got == check.measure(threads: 3).got)
  }

  @Test("the digest under which the Paris scenario is frozen is a SHA-256")
  func digest() {
    #expect(BuiltInScenario.frozenDigest.wholeMatch(of: /[0-9a-f]{64}/) != nil)
  }

  @Test("numbers are shown to six decimals, a tolerance to two digits")
  func text() {
    let finding = Self.finding([0.28125, 720], .within(0.0035), got: [1.0 / 3, -0.25])
    #expect(finding.expectedText == "0.28125; 720 ± 0.0035")
    #expect(finding.gotText == "0.333333; -0.25")
    #expect(Self.finding([3.0902], .atLeast, got: [1e-9]).expectedText == "≥ 3.0902")
    #expect(Self.finding([1], .within(1e-9), got: [1e-9]).gotText == "0")
    #expect(Self.finding([0.5, 0.5], .atLeast, got: [1, 0]).expectedText == "each ≥ 0.5")
    #expect(Self.finding([3, -3], .atLeast, got: [1, 0]).expectedText == "≥ 3; -3")
  }
}
