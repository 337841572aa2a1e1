import Tables

/// Which pictures the tables of a result allow: a line for each.
struct PictureGallery {
  private let source: PageSource
  private let content: ReportContent?
  private let study: StudyPage

  init(_ source: PageSource, _ language: TellingLanguage) {
    self.source = source
    study = StudyPage(source, language, .auto)
    content = study.content
  }

  /// By the table that each is drawn from. Drawn is what a whole result has, not its parts.
  private var drawn: [(table: String, draw: () -> Picture?)] {
    [
      ("endings", { content.map { Picture.endings(of: $0) } }),
      ("rounds", { content.map { Picture.survival(of: $0) } }),
      ("settlements", { content.map { Picture.settlements(of: $0) } }),
      ("parties", { content.map { Picture.parties(of: $0) } }),
      ("mediators", { content.map { Picture.proposers(of: $0) } }),
      ("forums", { content.map { Picture.proposers(of: $0) } }),
      ("ending_times", { content.map { Picture.course(of: $0) } }),
      ("packages", { content.map { Picture.packages(of: $0) } }),
      (
        "convergence",
        { content.flatMap { $0.convergence.isEmpty ? nil : Picture.convergence(of: $0) } }
      ),
      ("utility_space", { content.flatMap { Picture.utilitySpace(of: $0) } }),
      ("willingness", { study.readinessPicture }),
      ("contributions", { study.contributionsPicture }),
      ("formula", { study.textsPicture }),
      ("scores", { study.scoresPicture }),
      ("levers", { study.leversPicture }),
      ("sensitivity", { study.sensitivityPicture }),
      ("comparison", { study.comparisonPicture }),
      ("sweep", { study.sweepPicture }),
      ("forecast", { study.forecastPicture }),
      ("posterior", { study.posteriorPicture }),
      ("calibration", { study.calibrationPicture }),
    ]
  }

  /// The tables that have a picture, whether or not this result has them.
  var drawable: [String] { drawn.map(\.table) }

  /// The picture of a table; `nil` where it has none.
  func picture(of table: String) -> Picture? {
    guard source[table] != nil else { return nil }
    return drawn.first { $0.table == table }?.draw()
  }

  /// Every one, once.
  var all: [Picture] {
    var names: Set<String> = []
    return drawn.filter { source[$0.table] != nil }.compactMap { $0.draw() }
      .filter { names.insert($0.name).inserted }
  }
}

extension ResultPage {
  /// The picture of a table; `nil` where it has none.
  package func picture(of table: String) -> Picture? { PictureGallery(source, language).picture(of: table) }

  /// The tables of this result that have a picture.
  package var drawable: [String] {
    PictureGallery(source, language).drawable.filter { source[$0] != nil }
  }
}
