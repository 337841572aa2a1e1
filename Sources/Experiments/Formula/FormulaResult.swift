import Bargaining
import Simulation
import Tables

/// What was found out about texts.
package struct FormulaResult: Sendable {
  package let study: FormulaStudy
  /// How many texts there are.
  package let textCount: Int
  package let draws: Int
  /// Draws in which some text was acceptable.
  package let openDraws: WilsonInterval
  /// The texts that were most often acceptable, best first.
  package internal(set) var texts: [TextStanding] = []
  /// The efficient ones, best first (``TextFrontier``).
  package internal(set) var frontier: [TextStanding] = []
  /// Texts that were compared for it, of those ever acceptable.
  package internal(set) var compared = 0
  package internal(set) var acceptableTexts = 0
  /// The best text of each number of issues moved, fewest first.
  package internal(set) var steps: [InterimText] = []
  /// Who refuses the first texts, text by text.
  package internal(set) var refusals: [TextRefusal] = []
  /// The nearest amendment that wins each party that refuses one of the first texts.
  package internal(set) var amendments: [TextAmendment] = []
  /// The best text with a carrot more, party by party.
  package internal(set) var carrots: [CarrotText] = []
  /// What to carry together, in the order in which to table it.
  package internal(set) var folder: [FolderText] = []
  /// What each uncertain number is worth to know, the most valuable first.
  package internal(set) var questions: [InformationValue] = []
  /// What tabling the first texts changes, text by text and mediator by mediator.
  package internal(set) var proofs: [FormulaProof] = []

  /// The one to begin with, of those that leave something as it is; `nil` where none was ever
  /// acceptable.
  package var interim: InterimText? { steps.first(where: \.isRecommended) }

  /// What a search has to say where texts are too many to be looked at one by one; `nil` where all
  /// were. Then everything here is of the texts found.
  package internal(set) var search: Search?

  /// What a search came to.
  package struct Search: Sendable, Equatable {
    /// Texts that were looked at in every draw.
    package let found: Int
    /// No text is acceptable in a greater share of the draws.
    package let bound: Double
    /// Whether the best text found is the best of all.
    package let isExact: Bool
    package let steps: Int
  }

  init(study: FormulaStudy, textCount: Int, draws: Int, openDraws: WilsonInterval) {
    self.study = study
    self.textCount = textCount
    self.draws = draws
    self.openDraws = openDraws
  }
}
