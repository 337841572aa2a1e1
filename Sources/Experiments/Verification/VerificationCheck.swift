import Scenarios
import Tables

/// One thing in which a result is not whole or not right.
public struct VerificationFault: Sendable, Equatable {
  /// The name of the file in the directory.
  public let file: String
  /// The row of a table, from 1; 0 for its heading, `nil` for the file as a whole.
  public let row: Int?
  public let expected: String
  public let found: String

  public init(_ file: String, row: Int? = nil, expected: String, found: String) {
    self.file = file
    self.row = row
    self.expected = expected
    self.found = found
  }
}

extension VerificationFault: CustomStringConvertible {
  /// One line: the file, the row, what was expected and what was found.
  public var description: String {
    let place = row.map { $0 == 0 ? ", heading" : ", row \($0)" } ?? ""
    return "\(file)\(place): expected \(Quoting.visible(expected, upTo: 300)), found "
      + Quoting.visible(found, upTo: 300)
  }
}

/// One kind of check of a result, and what it came to.
public struct VerificationCheck: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Every file that the manifest lists is there, with its size and digest.
    case files
    /// The manifest is whole and agrees with itself.
    case manifest
    /// A sweep's manifest and its plan say the same.
    case plan
    /// Headings, the order and number of rows, counts that must add up.
    case tables
    /// Rows, or everything, simulated again.
    case simulation
  }

  public let kind: Kind
  /// What was checked, and what was not.
  public var summary: String
  public var faults: [VerificationFault]
  /// Whether nothing was checked, for the reason that ``summary`` gives.
  public var isSkipped: Bool

  public init(
    _ kind: Kind, _ summary: String, faults: [VerificationFault] = [], isSkipped: Bool = false
  ) {
    self.kind = kind
    self.summary = summary
    self.faults = faults
    self.isSkipped = isSkipped
  }
}
