import Tables

/// That agreements bunch before a deadline that all know: then when they come is read off what was
/// put in.
package struct Rush: Sendable, Equatable {
  private let medianDay: Double
  private let lastDay: Double
  private let unit: String

  /// `nil` unless the median agreement comes in the last sixth before the deadline.
  ///
  /// - Parameters:
  ///   - medianRound: of the agreements, from 0.
  ///   - roundsToDeadline: after how many rounds all know that the talks end; `nil` for no
  ///     deadline.
  ///   - unit: what a round stands for.
  package init?(medianRound: Double, roundsToDeadline: Double?, unit: String) {
    guard let end = roundsToDeadline, 6 * (medianRound + 1) > 5 * end else { return nil }
    medianDay = medianRound + 1
    lastDay = end
    self.unit = unit
  }

  /// The median agreement, counted from 1.
  var day: String { Numerals.shortest(medianDay) }
  /// The deadline, to one decimal.
  var end: String { Numerals.shortest((lastDay * 10).rounded() / 10) }

  /// One sentence.
  package var sentence: String { told.description }

  /// The same in any language.
  package var told: Message {
    "The median agreement comes on \(unit) \(day), in the last sixth before the deadline "
      + "(\(unit) \(end)): agreements bunch before deadlines (Roth, Murnighan & "
      + "Schoumaker 1988), so when they come follows from the deadline that is assumed."
  }
}
