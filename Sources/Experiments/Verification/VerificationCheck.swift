import Scenarios
import Tables

/// One thing in which a result is not whole or not right.
package struct VerificationFault: Sendable, Equatable {
  /// The name of the file in the directory.
  package let file: String
  /// The row of a table, from 1; 0 for its heading, `nil` for the file as a whole.
  package let row: Int?
  package let expected: String
  package let found: String

  package init(_ file: String, row: Int? = nil, expected: String, found: String) {
    self.file = file
    self.row = row
    self.expected = expected
    self.found = found
  }
}

extension VerificationFault: CustomStringConvertible, Told {
  /// One line: the file, the row, what was expected and what was found.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    let place: Message = row.map { $0 == 0 ? ", heading" : ", row \($0)" } ?? ""
    return
      "\(file)\(place): expected \(Quoting.visible(expected, upTo: 300)), found \(Quoting.visible(found, upTo: 300))"
  }
}

/// One kind of check of a result, and what it came to.
package struct VerificationCheck: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
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

  package let kind: Kind
  /// What was checked, and what was not.
  package var summary: String
  package var faults: [VerificationFault]
  /// Whether nothing was checked, for the reason that ``summary`` gives.
  package var isSkipped: Bool
  /// Whether only a part was checked, as ``summary`` says.
  package var isPartial: Bool

  package init(
    _ kind: Kind, _ summary: String, faults: [VerificationFault] = [], isSkipped: Bool = false,
    isPartial: Bool = false
  ) {
    self.kind = kind
    self.summary = summary
    self.faults = faults
    self.isSkipped = isSkipped
    self.isPartial = isPartial
  }
}
