import Bargaining
import Tables

/// How many draws, from which seed, on how many threads, and what counts.
package struct TextSurveyPlan: Sendable, Equatable {
  /// At least 1, at most ``mostDraws``.
  package var draws: Int
  package var seed: UInt64
  /// At least 1.
  package var threads: Int
  /// Whether mediators bring their carrots and sticks to bear.
  package var hasLeverage: Bool
  /// Texts times draws that are looked at one by one, unless a search has no room.
  package var exactPairs = TextSurveyPlan.mostPairs
  /// What a search may cost, in its steps (``TextSearch``).
  package var steps = TextSurveyPlan.steps

  /// Texts times draws in one block of a journal, at least.
  package var pairsPerBlock = 1 << 23

  package init(draws: Int, seed: UInt64 = 1, threads: Int = 1, hasLeverage: Bool = true) {
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.hasLeverage = hasLeverage
  }

  /// Texts times draws that are looked at one by one.
  package static let mostPairs = 10_000_000_000
  /// Texts at all: some 400 MB of counts on each thread.
  package static let mostTexts = 1 << 24
  package static let mostDraws = FixedPoint.mostTerms
  /// What counts on all threads may take together, unless one thread takes more.
  static let mostBytes = 1 << 30

  /// The draws in blocks, which a journal keeps one by one: of about a hundredth of a second each,
  /// and no more than a journal of some hundred megabytes has room for.
  func blocks(of texts: Int) -> [Range<Int>] {
    let room = max(1, (1 << 29) / (max(1, texts) * TextTally.bytesPerText))
    let count = max(1, min(draws, Self.mostBlocks, room, draws * texts / pairsPerBlock))
    return (0..<count).map { draws * $0 / count..<draws * ($0 + 1) / count }
  }
  private static let mostBlocks = 256

  /// Steps of a search unless others are asked for: about a minute on two processors.
  package static let steps = 100_000_000_000
  /// Texts times draws that are searched at most.
  package static let mostSearched = 1_000_000_000_000
  /// What the draws of a search may take side by side, in numbers of eight bytes: 2 GB.
  private static let mostSheet = 1 << 28

  /// How texts are looked at.
  package enum Scope: Sendable {
    /// Every one in every draw.
    case every(TextSpace)
    /// The most promising.
    case search(TextSpace)
  }

  /// How the texts of a scenario are looked at: one by one where texts times draws are few enough,
  /// and where there are too many draws to have them side by side.
  ///
  /// - Throws: ``TextSurveyFault`` when there are too many.
  package func scope(of scenario: Scenario) throws(TextSurveyFault) -> Scope {
    guard let texts = TextSpace(scenario) else { throw .tooMany(texts: nil, draws: draws) }
    if texts.count <= Self.mostTexts, texts.count <= exactPairs / max(draws, 1) { return .every(texts) }
    guard texts.count <= Self.mostSearched / max(draws, 1) else {
      throw .tooMany(texts: texts.count, draws: draws)
    }
    let size: Int
    do { size = try TextJudge(scenario, hasLeverage: hasLeverage).sheetSize(draws: draws) } catch {
      throw .cannotNegotiate(error)
    }
    if size <= Self.mostSheet { return .search(texts) }
    guard texts.count <= Self.mostTexts else { throw .tooManyDraws(texts: texts.count, draws: draws) }
    return .every(texts)
  }
}

/// Why texts cannot be looked at.
package enum TextSurveyFault: Error, Sendable, CustomStringConvertible, Told {
  /// `texts` is `nil` where there are 2^31 or more.
  case tooMany(texts: Int?, draws: Int)
  /// More draws than a search of so many texts can hold.
  case tooManyDraws(texts: Int, draws: Int)
  case cannotNegotiate(NegotiationFault)

  /// One line, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .tooMany(let texts, let draws):
      let limit: Message = "at most 10^12 texts times draws, and fewer than 2^31 texts, are searched"
      guard let texts else { return "the issues allow 2^31 texts or more; \(limit)" }
      return "the issues allow \(texts) texts, with \(draws) draws \(texts * draws) in all; \(limit)"
    case .tooManyDraws(let texts, let draws):
      return
        "the issues allow \(texts) texts, which are searched with all draws in memory; \(draws) draws would take more than 2 GB"
    case .cannotNegotiate(let fault): return Message(whole: fault.description)
    }
  }
}
