import Tables

/// Why a text or some numbers do not make an axis of a sweep.
package enum SweepAxisFault: Error, Sendable, Equatable {
  case noEqualsSign
  case noPath
  case noValues
  case emptyValue(first: String)
  case repeatedValue(String)
  case notANumber(String)
  case noCount(low: String, high: String)
  case notACount(String)
  case tooFewPoints(Int)
  case tooManyValues(Int)
  case emptyInterval(low: Double, high: Double)
  case notFinite
}

extension SweepAxisFault: CustomStringConvertible, Told {
  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .noEqualsSign: "there is no \"=\" between path and values"
    case .noPath: "the path before \"=\" is missing"
    case .noValues: "the values after \"=\" are missing"
    case .emptyValue(let first):
      "after \(quoted(first)) a value between two commas, or at the end, is missing"
    case .repeatedValue(let value): "\(quoted(value)) is given twice"
    case .notANumber(let text): "\(quoted(text)) is not a number"
    case .noCount(let low, let high): "how many values is missing, as in \(low)..\(high):5"
    case .notACount(let text): "\(quoted(text)) is not a number of values"
    case .tooFewPoints(let count): "an interval needs at least 2 values, not \(count)"
    case .tooManyValues(let count): "\(count) values are more than \(SweepAxis.mostValues)"
    case .emptyInterval(let low, let high): "\(low) is not below \(high)"
    case .notFinite: "the ends of an interval must be finite"
    }
  }
}
