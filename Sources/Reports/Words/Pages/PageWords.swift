import Bargaining
import Randomness
import Simulation
import Tables

/// All words of a page in one language: whoever adds a language writes this once, and the compiler
/// says what is missing. Names come in as they are; sentences set them apart by ``Isolate``.
protocol PageWords: Sendable {
  /// As HTML names it.
  var code: String { get }
  var isRightToLeft: Bool { get }
  /// How intervals are spelt.
  var spans: IntervalWords { get }

  // Of every page.
  var contents: String { get }
  var whyRunsFail: String { get }
  var whatNext: String { get }
  var picturesNumbers: String { get }
  var wholeTable: String { get }
  func atEachPoint(_ runs: Int, seed: UInt64) -> String
  func seed(_ seed: UInt64) -> String
  func download(_ file: String) -> String
  func firstRows(_ shown: Int, of all: Int, file: String) -> String
  /// - Parameter settings: names, isolated, and values.
  func set(_ settings: [(name: String, value: String)]) -> String
  func extends(_ files: [String]) -> String
  var filter: String { get }
  var caution: String { get }
  func provenance(_ ground: ReportContent.Provenance) -> String
  func done(_ runs: Int, of planned: Int, rounds: Int, unit: String, seed: UInt64) -> String
  var intervals: String { get }
  /// The same where no bracket holds a range across models.
  ///
  /// - Parameter models: how many the scenario has.
  func sampling(models: Int) -> String
  func table(_ name: String) -> String
  /// - Parameter table: that the column is of, where another has one of the same name.
  func column(_ name: String, of table: String) -> String
  /// What a cell says that holds one of a few words of the program's, such as `numbers_alone`.
  func value(_ name: String) -> String
  // Under tables for readers.
  var roundsFromZero: String { get }
  var inParentheses: String { get }
  var noRuns: String { get }

  // How to get it again, and what it rests on.
  var reproduce: String { get }
  var sameTables: String { get }
  func manifest(_ name: String) -> String
  var ground: String { get }
  var assumptions: String { get }
  var facts: String { get }
  var sourcedNumbers: String { get }
  func assumptions(_ count: Int) -> String
  func numbers(_ count: Int) -> String
  var unmarked: String { get }
  func range(_ law: Distribution) -> String

  // Questions and first screens.
  func question(_ command: String) -> String
  func answer(_ content: ReportContent) -> [String]
  func whyFail(_ content: ReportContent) -> String?
  func next(_ step: NextStep) -> String

  // Sections of a simulation.
  func heading(_ section: RunSection) -> String
  func endingsCaption(_ content: ReportContent) -> String
  var courseCaption: String { get }
  var convergenceCaption: String { get }
  func agreement(_ content: ReportContent) -> String?
  var agreementName: String { get }
  var modelsNote: String { get }
  var noAgreement: String { get }
  func packagesNote(_ agreements: Int) -> String
  var packagesCaption: String { get }
  var asItWas: String { get }
  /// Between the members of a list, with its blank.
  var comma: String { get }
  /// What an author says of every assumption alike.
  func ofEach(_ words: String) -> String
  /// Where the surplus above its start says nothing of its own, it is left out.
  var sameSurplus: String { get }
  /// What tables stand under that no sentence speaks of.
  var furtherTables: String { get }
  func termsCaption(hasModels: Bool) -> String
  func efficiency(_ content: ReportContent) -> String?
  func efficiencyBasis(_ agreements: Int) -> String
  func measure(_ measure: AgreementMeasure) -> String
  func timing(_ content: ReportContent) -> [String]
  func survivalCaption(hasLosses: Bool, unit: String) -> String
  func partiesNote(unit: String) -> String
  func partiesCaption(quantileError: Double?) -> String
  var spaceCaption: String { get }
  func partyMeasure(_ name: String) -> String
  var proposersCaption: String { get }
  func ownOffers(_ content: ReportContent) -> String?
  var mediator: String { get }
  var forum: String { get }
  func durability(_ content: ReportContent) -> String?
  var homeNote: String { get }
  func missedZones(_ content: ReportContent) -> String?
  func zone(exists: Bool) -> String
  func talks(agreed: Bool) -> String
  var causesNote: String { get }
  func tollsNote(rounds: Int, unit: String) -> String
  var storiesTitle: String { get }
  func storiesNote(_ runs: Int) -> String
  func told(_ part: ToldRuns.Part, run: Int, _ ending: String, round: Int, unit: String) -> String
}

extension PageWords {
  func column(_ name: String) -> String { column(name, of: "") }
}

extension ReportContent.Package {
  /// What it changes, in brackets behind a word for it; empty where that is too much for a
  /// sentence.
  func bracketed(separator: String) -> String {
    let moved = terms.filter(\.isMoved)
    guard (1...3).contains(moved.count) else { return "" }
    let told = moved.map { "\(Isolate.name($0.issue)): \(Isolate.name($0.option))" }
    return " (\(told.joined(separator: separator)))"
  }
}

/// The sections of a simulation's page, in their order.
enum RunSection: String, CaseIterable {
  case endings, causes, zones, packages, terms, efficiency, time, parties, proposers, durability, home, tolls
}

/// What a reader may want to do after having read a page.
enum NextStep: CaseIterable {
  case levers, formula, sensitivity, answers, given, trace, run, verify, keepRuns
}

extension TellingLanguage {
  var page: any PageWords {
    switch self {
    case .english: EnglishPageWords()
    case .arabic: ArabicPageWords()
    }
  }
}
