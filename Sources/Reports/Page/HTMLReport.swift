import Tables

/// A simulation as one HTML page: nothing outside it is needed, it says everything without its
/// script, and it prints.
///
/// Written as HTML 5 that is well-formed XML too. The same content gives the same bytes. Labels are
/// escaped and keep their own direction (`dir="auto"`).
public struct HTMLReport: Sendable {
  let content: ReportContent
  let layout: PageLayout
  let extra: Extra

  /// What a page has that knows its result, besides its content.
  struct Extra: Sendable {
    /// The command that made the result.
    var command = "run"
    var theme = PageTheme.auto
    var setting = ""
    var remarks: [String] = []
    /// After the answer that every simulation has.
    var answer: [String] = []
    var next: [(words: String, line: String)] = []
    /// What names in tables are called.
    var cells: PageCells?
    /// By name; pictures stand beside them.
    var tables: [String: Table] = [:]
    /// Sections of the study, before those of the simulation.
    var sections: [Markup] = []
    /// Runs that are told, after them.
    var stories: [Markup] = []
  }

  /// A page of this content.
  public init(_ content: ReportContent) {
    self.init(content, TellingLanguage(rawValue: content.language) ?? .english, Extra())
  }

  init(_ content: ReportContent, _ language: TellingLanguage, _ extra: Extra) {
    self.content = content
    self.extra = extra
    layout = PageLayout(words: language.page, digits: content.digits, cells: extra.cells)
  }

  var words: any PageWords { layout.words }

  /// The whole page.
  public var html: String { layout.page(firstScreen, theme: extra.theme, sections: sections) }

  private var sections: [Markup] {
    guard content.runs > 0 else {
      return [section(.endings, [layout.paragraph(words.noRuns)])] + [manifestSection, groundSection]
    }
    return extra.sections
      + [
        endingsSection, causesSection, zonesSection, packagesSection, settlementsSection, efficiencySection,
        timeSection, partiesSection, proposersSection, durabilitySection, homeSection, tollsSection,
      ].compactMap { $0 } + extra.stories + [manifestSection, groundSection]
  }

  var firstScreen: FirstScreen {
    FirstScreen(
      title: content.title, titleLanguage: content.language, setting: extra.setting,
      remarks: [
        words.done(
          content.runs, of: content.plannedRuns, rounds: content.rounds, unit: content.roundUnit,
          seed: content.seed)
      ] + extra.remarks + content.notes,
      question: words.question(extra.command), answer: words.answer(content) + extra.answer,
      picture: content.runs > 0
        ? exhibit(.endings(of: content), words.endingsCaption(content), "endings") : nil,
      whyRunsFail: words.whyFail(content), next: extra.next,
      caution: "\(words.provenance(content.provenance)) \(words.caution)")
  }

  /// A section of the simulation.
  func section(_ section: RunSection, _ body: [Markup]) -> Markup {
    layout.section(section.rawValue, words.heading(section), body)
  }

  /// A picture with the table that its numbers are in.
  func exhibit(_ picture: Picture, _ caption: String, _ table: String) -> Markup {
    layout.exhibit(picture, caption: caption, extra.tables[table])
  }

  typealias Head = PageLayout.Head

  /// The interval of an estimate.
  func interval(_ estimate: ShareEstimate) -> Markup {
    .interval(Numerals.interval(estimate, in: words.spans))
  }

  /// Figures that keep their order from left to right.
  func figure(_ text: String) -> Markup { .tag("bdi", ["dir": "ltr"], text: text) }
}
