import Bargaining
import Results
import Tables

/// The page of any result, and its pictures: a function of the result directory, the language and
/// the theme.
package struct ResultPage {
  package let source: PageSource
  package let language: TellingLanguage
  package let theme: PageTheme

  /// - Parameters:
  ///   - source: what the directory holds.
  ///   - language: of the page; that of the command line, else English, unless given.
  ///   - digits: those of the command line unless given.
  ///   - theme: its colours.
  package init(
    _ source: PageSource, language: TellingLanguage? = nil, digits: Digits? = nil, theme: PageTheme = .auto
  ) {
    var source = source
    if let digits { source.digits = digits }
    self.source = source
    self.language = language ?? source.language ?? .english
    self.theme = theme
  }

  /// The whole page.
  package var html: String {
    switch source.manifest.command {
    case "run", "given":
      guard let content else { return StudyPage(source, language, theme).html }
      return HTMLReport(content, language, extra).html
    default: return StudyPage(source, language, theme).html
    }
  }

  /// Every picture that the tables of the result allow.
  package var pictures: [Picture] { PictureGallery(source, language).all }

  /// What stands beside the tables: the pictures and the page.
  package var texts: [(name: String, text: String)] {
    pictures.map { ("\($0.name).svg", $0.svg) } + [(ResultDirectory.reportName, html)]
  }

  private var words: any PageWords { language.page }
  private var origin: PageOrigin { PageOrigin(source, words) }

  private var content: ReportContent? {
    var content = ReportContent(source, language: language.rawValue)
    content?.manifest = origin.manifest
    return content
  }

  private var extra: HTMLReport.Extra {
    var extra = HTMLReport.Extra()
    extra.command = source.manifest.command
    extra.cells = source.scenario.map { PageCells($0, words) }
    extra.theme = theme
    extra.setting = origin.setting
    extra.remarks = origin.remarks
    // Where there was nothing to find there is no text for all either.
    let isHopeless = source.rows("causes").contains {
      $0.text("cause") == FailureCause.noZone.name && $0.real("share") == 1
    }
    extra.next = origin.lines(
      isHopeless ? [.levers, .sensitivity, .answers] : [.levers, .formula, .sensitivity, .answers])
    if source.manifest.command == "given" {
      let before = language.studies.beforeRecord
      extra.next = extra.next.map { ("\($0.words) \(before)", $0.line) }
    }
    for name in source.tableNames { extra.tables[name] = source[name] }
    if source.manifest.command == "run", let scenario = source.scenario {
      extra.stories = stories(scenario, PageLayout(words: words))
    }
    if source.manifest.command == "given" {
      let study = StudyPage(source, language, theme)
      extra.answer = study.givenAnswer
      extra.remarks += study.givenRemarks
      extra.sections = study.givenSections
    }
    return extra
  }
}
