import Bargaining
import Tables

/// The words of pictures in one language; labels of a scenario come from elsewhere.
///
/// `%1`, `%2` and so on stand for what is put in. A language is one value of this type in a file of
/// its own; one that lacks a word does not compile.
package struct PictureWords: Sendable {
  // Titles.
  package var endings: String
  package var proposers: String
  package var settlements: String
  package var parties: String
  package var time: String
  package var course: String
  package var packages: String
  package var convergence: String
  package var utilitySpace: String
  package var forecast: String
  package var posterior: String
  package var posteriors: String
  package var calibration: String
  package var sweep: String
  package var heatMap: String
  package var levers: String
  package var leverHalves: String
  package var indices: String
  package var indicesAlone: String
  package var screening: String
  package var comparison: String
  package var contributions: String
  package var texts: String
  package var scores: String

  // Axes and what stands at them.
  package var ofRuns: String
  package var ofRunsAlone: String
  package var ofAgreements: String
  package var agreedBy: String
  package var endedBy: String
  package var agreementShare: String
  package var agreementShareAlone: String
  package var runs: String
  package var utility: String
  package var utilityOf: String
  package var surplus: String
  package var surplusAtStart: String
  package var observations: String
  package var density: String
  package var priorDeviations: String
  package var forecastShare: String
  package var happenedShare: String
  package var gain: String
  package var index: String
  package var muStar: String
  package var sigma: String
  package var pointsDifference: String
  package var roundsDifference: String
  package var utilityDifference: String
  package var tollDifference: String
  package var shapley: String
  package var optionOf: String
  package var acceptable: String
  package var forecastToOutcome: String

  // Words in a picture.
  /// Between the members of a list, with its blank.
  package var comma: String
  /// How intervals are spelt.
  package var intervals: IntervalWords
  package var mediators: String
  package var forums: String
  package var asItWas: String
  package var otherOptions: String
  /// So many numbers that have no name in the picture.
  package var otherNumbers: String
  package var spread: String
  package var halfBy: String
  package var stillTalking: String
  package var rejectedAtHome: String
  package var collapsed: String
  package var outOfTime: String
  package var outOfTimeOrStillTalking: String
  package var failed: String
  package var fullAgreement: String
  package var partialAgreement: String
  package var agreementOfEitherKind: String
  package var frontier: String
  package var reservation: String
  package var agreements: String
  package var offers: String
  package var nash: String
  package var kalaiSmorodinsky: String
  package var egalitarian: String
  package var utilitarian: String
  package var before: String
  package var after: String
  package var afterObservations: String
  package var shift: String
  package var calibrated: String
  package var total: String
  package var first: String
  package var lowest: String
  package var highest: String
  package var base: String
  package var bestValue: String
  package var betterHalf: String
  /// Signs for the options of an issue, apart from one another.
  package var letters: String
  package var best: String
  package var sameAsFirst: String
  package var rounds: String
  package var bestTexts: String
  package var textNumber: String
  package var folder: String
  package var textsTogether: String
  package var brierScore: String
  package var baseline: String
  package var none: String
  package var round: String
  package var day: String
  package var week: String
  package var month: String
  package var year: String

  /// A text with what is put into it.
  func filled(_ text: String, _ values: String...) -> String {
    // In one pass, so that a label that holds "%1" stays as it is.
    var output = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "%") {
      let next = rest.index(after: sign)
      if next < rest.endIndex, let place = rest[next].wholeNumberValue, values.indices.contains(place - 1),
        sign == text.startIndex || !text[text.index(before: sign)].isNumber
      {
        output += rest[..<sign] + values[place - 1]
        rest = rest[rest.index(after: next)...]
      } else {
        output += rest[..<next]
        rest = rest[next...]
      }
    }
    return output + rest
  }

  /// What a round stands for, where the language has a word for it.
  func unit(_ name: String) -> String {
    switch name {
    case "round": round
    case "day": day
    case "week": week
    case "month": month
    case "year": year
    default: name
    }
  }

  /// As a name: `Full agreement`.
  func ending(_ ending: Ending, _ limit: TimeLimit) -> String {
    switch ending {
    case .fullAgreement: fullAgreement
    case .partialAgreement: partialAgreement
    case .rejectedAtHome: rejectedAtHome
    case .collapsed: collapsed
    case .outOfTime:
      switch limit {
      case .deadline: outOfTime
      case .window: stillTalking
      case .either: outOfTimeOrStillTalking
      }
    }
  }
}
