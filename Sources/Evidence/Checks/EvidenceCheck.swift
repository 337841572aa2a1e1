import Tables

/// One thing that can be known without this program, and what this program makes of it.
///
/// The expected numbers come from a closed form, a publication or another program; the measured
/// ones from playing or solving scenarios here and now.
package struct EvidenceCheck: Sendable {
  /// What a check is about, in the order in which checks are listed.
  package enum Subject: String, Sendable, CaseIterable {
    case docking = "docking"
    case solutions = "solutions without simulation"
    case tactics = "tactics"
    case equilibrium = "equilibria by backward induction"
    case information = "private information"
    case conflict = "conflict"
    case course = "the course of talks"
    case direction = "directions"
    /// What is looked for rather than required: a scenario may show it or not.
    case pattern = "patterns of the Paris talks"
    case repetition = "repetition"
  }

  /// When what was measured agrees with what was expected.
  package enum Agreement: Sendable, Equatable {
    /// Every number within so much of its expected one.
    case within(Double)
    /// Every number at least its expected one.
    case atLeast
  }

  package let subject: Subject
  /// Short name, that of the literature where there is one: `rubinstein`.
  package let id: String
  /// What is compared, in one line.
  package let claim: String
  /// Author and year, with the DOI where there is one; or the other program.
  package let source: String
  package let expected: [Double]
  package let agreement: Agreement
  private let procedure: @Sendable (_ threads: Int) throws -> [Double]

  /// A check by a procedure that returns as many numbers as are expected.
  ///
  /// - Parameters:
  ///   - subject: what it is about.
  ///   - id: its short name.
  ///   - claim: what is compared.
  ///   - source: where the expected numbers come from.
  ///   - expected: one or more numbers.
  ///   - agreement: when the two agree.
  ///   - measure: measures the numbers anew; is told how many threads it may use, on which they do
  ///     not depend.
  package init(
    _ subject: Subject, _ id: String, _ claim: String, source: String, expected: [Double],
    _ agreement: Agreement, measure: @escaping @Sendable (_ threads: Int) throws -> [Double]
  ) {
    self.subject = subject
    self.id = id
    self.claim = claim
    self.source = source
    self.expected = expected
    self.agreement = agreement
    procedure = measure
  }

  /// Measures anew.
  ///
  /// - Parameter threads: the number of threads to use, >= 1.
  /// - Throws: what reading or simulating one of its scenarios throws; neither happens unless the
  ///   program is broken.
  package func measure(threads: Int = 1) throws -> EvidenceFinding {
    EvidenceFinding(check: self, got: try procedure(threads))
  }
}

/// What a check has come to.
package struct EvidenceFinding: Sendable {
  package let check: EvidenceCheck
  /// The numbers that were measured.
  package let got: [Double]

  package init(check: EvidenceCheck, got: [Double]) {
    self.check = check
    self.got = got
  }

  /// What a finding says of the program.
  package enum Verdict: String, Sendable {
    case agrees = "yes"
    case differs = "no"
    /// A pattern that the scenario was not found to show; no fault of the program.
    case notShown = "not shown"
  }

  /// ``Verdict/differs`` where what was to be measured could not be, of a pattern too.
  package var verdict: Verdict {
    if holds { return .agrees }
    return check.subject == .pattern && isMeasured ? .notShown : .differs
  }

  /// Whether they agree with what was expected.
  package var holds: Bool {
    guard isMeasured else { return false }
    return zip(got, check.expected).allSatisfy { got, expected in
      switch check.agreement {
      case .within(let tolerance): abs(got - expected) <= tolerance
      case .atLeast: got >= expected
      }
    }
  }

  private var isMeasured: Bool {
    !got.isEmpty && got.count == check.expected.count && got.allSatisfy(\.isFinite)
  }

  /// The expected numbers as they are shown, `; ` between them; a least one that is the same for
  /// all, once.
  package var expectedText: String {
    switch check.agreement {
    case .within(let tolerance):
      Self.list(check.expected)
        + (tolerance > 2e-6 ? " ± " + Self.text(tolerance, Numerals.places(of: tolerance, digits: 2)) : "")
    case .atLeast:
      Set(check.expected).count == 1 && check.expected.count > 1
        ? "each ≥ " + Self.list([check.expected[0]]) : "≥ " + Self.list(check.expected)
    }
  }

  /// The measured numbers as they are shown.
  package var gotText: String { Self.list(got) }

  private static func list(_ values: [Double]) -> String {
    values.map { text($0, 6) }.joined(separator: "; ")
  }

  /// To so many decimals at most, without trailing zeros; a number of 10^9 and more in full.
  private static func text(_ value: Double, _ places: Int) -> String {
    value.magnitude < 1e9 ? Numerals.trimmed(value, places) : Numerals.shortest(value)
  }
}
