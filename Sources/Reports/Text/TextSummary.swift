import Tables

/// A result at a glance, for a terminal: how the talks end, what is agreed, when, on whose text,
/// why not, and what all of it rests on.
///
/// The words are English unless another language is asked for, the labels those of
/// `ReportContent.language`. Every line fits the terminal's width.
public struct TextSummary: Sendable {
  private let content: ReportContent
  private let style: TerminalStyle
  private let words: PlainWords
  /// The language that is told in, and the sentences that its pages have as well; `nil` for
  /// English.
  private let language: (words: MessageWords, page: any PageWords)?

  /// Packages that are listed at most.
  private static let packages = 5

  /// A summary of this content for a terminal.
  public init(_ content: ReportContent, style: TerminalStyle = TerminalStyle()) {
    self.init(content, style: style, in: nil)
  }

  /// The same in a language, English where it is `nil`.
  package init(_ content: ReportContent, style: TerminalStyle, in language: MessageWords?) {
    self.content = content
    self.style = style
    words = PlainWords(content)
    self.language = language.flatMap { words in
      TellingLanguage(rawValue: words.language).map { (words, $0.page) }
    }
  }

  private func told(_ message: Message) -> String {
    language?.words.text(message) ?? Label.plain(message.description)
  }

  /// A sentence of the language's pages, else the English one.
  private func told(_ english: String?, _ other: (any PageWords) -> String?) -> String? {
    guard let language else { return english }
    return other(language.page).map { language.words.digits.inProse($0) }
  }

  /// The whole summary, every line ended by a newline.
  public var text: String {
    var sheet = TextSheet(
      style: style,
      rows: endings + models + rows(content.mediators) + rows(content.forums) + rejections + phases + causes,
      language?.page.spans ?? .english)
    sheet.paragraph(Label.plain(content.title), indent: 0, tone: .heading)
    sheet.paragraph(whatWasDone, indent: 0, tone: .faint)
    if content.runs > 0 {
      addEndings(to: &sheet)
      addPackages(to: &sheet)
      addEfficiency(to: &sheet)
      addTime(to: &sheet)
      addProposers(to: &sheet)
      addDurability(to: &sheet)
      addRejections(to: &sheet)
      addZones(to: &sheet)
      addCauses(to: &sheet)
      addTolls(to: &sheet)
    } else {
      sheet.heading(told("No run was completed"))
    }
    addGround(to: &sheet)
    return sheet.text
  }

  private func addEndings(to sheet: inout TextSheet) {
    sheet.heading(
      told("How the talks end"), remark: told("share of runs, 95% interval\(acrossModels)"))
    sheet.bars(endings)
    if let agreement = told(words.agreement, { $0.agreement(content) }) { sheet.paragraph(agreement) }
    if let never = words.neverSeen { sheet.paragraph(told(never), tone: .faint) }
    if !content.models.isEmpty {
      sheet.heading(
        told("How often they agree, by model"), remark: told("share of the model's runs, 95% interval"))
      sheet.bars(models)
    }
  }

  /// What stands at the right of an interval.
  private var acrossModels: Message { content.models.isEmpty ? "" : ", across models" }

  private var whatWasDone: String {
    let done = told(words.whatWasDone) { page in
      page.done(
        content.runs, of: content.plannedRuns, rounds: content.rounds, unit: content.roundUnit,
        seed: content.seed)
    }
    return language == nil ? Label.plain(done ?? "") : done ?? ""
  }

  /// The models that were drawn.
  private var models: [TextSheet.Row] {
    content.models.filter { $0.runs > 0 }.map {
      TextSheet.Row(label: $0.label, estimate: $0.agreement, tone: .fullAgreement)
    }
  }

  /// The endings that occurred.
  private var endings: [TextSheet.Row] {
    content.endings.filter { $0.share.count > 0 }.map {
      TextSheet.Row(label: $0.label, estimate: $0.share, tone: TextTone(ending: $0))
    }
  }

  private func rows(_ proposers: [ReportContent.Proposer]) -> [TextSheet.Row] {
    proposers.map { TextSheet.Row(label: $0.label, estimate: $0.agreed, tone: .fullAgreement) }
  }

  private func addPackages(to sheet: inout TextSheet) {
    guard content.agreements > 0, !content.packages.isEmpty else { return }
    sheet.heading(
      told("What is agreed"), remark: told("share of \(Message.counted(content.agreements, "agreement"))"))
    for (index, package) in content.packages.prefix(Self.packages).enumerated() {
      let together: Message = index == 0 ? "" : ", together \(words.together(index + 1))"
      sheet.paragraph(told("\(index + 1). \(Message.estimate(package.share))\(together)"))
      sheet.paragraph(terms(of: package, width: sheet.width - 5), indent: 5)
    }
  }

  /// The terms that move, each kept on one line where it fits.
  private func terms(of package: ReportContent.Package, width: Int) -> String {
    let moved = package.moved.map { term in
      let words = "\(shown(term.issue)): \(shown(term.option))"
      return DisplayWidth.of(words) + 2 > width
        ? words : words.split(separator: " ").joined(separator: "\u{A0}")
    }
    return moved.isEmpty ? told("nothing moves from the status quo") : moved.joined(separator: "\u{A0}· ")
  }

  private func addEfficiency(to sheet: inout TextSheet) {
    guard let efficiency = told(words.efficiency, { $0.efficiency(content) }) else { return }
    sheet.heading(told("How good the deals are"))
    sheet.paragraph(efficiency)
  }

  private func addTime(to sheet: inout TextSheet) {
    guard !content.survival.isEmpty else { return }
    sheet.heading(told("When they agree"))
    if let language {
      for sentence in language.page.timing(content) {
        sheet.paragraph(language.words.digits.inProse(sentence))
      }
      return
    }
    let time = TimeToAgreement(content)
    sheet.paragraph(Label.plain(time.sentence))
    if let rush = time.rush { sheet.paragraph(Label.plain(rush)) }
    if let resumption = content.resumption { sheet.paragraph(Label.plain(resumption.sentence)) }
  }

  private func addProposers(to sheet: inout TextSheet) {
    guard content.agreements > 0 else { return }
    let remark = told("share of agreements, 95% interval\(acrossModels)")
    if !content.mediators.isEmpty {
      sheet.heading(told("Whose text is agreed"), remark: remark)
      sheet.bars(rows(content.mediators))
      if let own = told(words.ownOffers, { $0.ownOffers(content) }) { sheet.paragraph(own, tone: .faint) }
    }
    if !content.forums.isEmpty {
      sheet.heading(told("Where it is agreed"), remark: remark)
      sheet.bars(rows(content.forums))
    }
  }

  private func addDurability(to sheet: inout TextSheet) {
    guard let kept = told(words.durability, { $0.durability(content) }) else { return }
    sheet.heading(
      told("What becomes of the deals"),
      remark: told("phases completed of those begun, 95% interval\(acrossModels)"))
    sheet.bars(phases)
    sheet.paragraph(kept)
  }

  /// The phases that were begun.
  private var phases: [TextSheet.Row] {
    (content.durability?.phases ?? []).filter { $0.started > 0 }.map {
      TextSheet.Row(label: $0.label, estimate: $0.completed, tone: .fullAgreement)
    }
  }

  private func addRejections(to sheet: inout TextSheet) {
    guard !rejections.isEmpty else { return }
    sheet.heading(
      told("What is turned down at home"),
      remark: told("runs with a deal turned down, 95% interval\(acrossModels)"))
    sheet.bars(rejections)
  }

  private var rejections: [TextSheet.Row] {
    content.rejections.map { TextSheet.Row(label: $0.party, estimate: $0.runs, tone: .refused) }
  }

  private func addZones(to sheet: inout TextSheet) {
    guard let missed = told(words.missedZones, { $0.missedZones(content) }) else { return }
    sheet.heading(told("When they fail"))
    sheet.paragraph(missed)
  }

  private func addCauses(to sheet: inout TextSheet) {
    guard !causes.isEmpty else { return }
    sheet.heading(
      told("Why they fail"), remark: told("share of runs without agreement, 95% interval\(acrossModels)"))
    sheet.bars(causes)
  }

  /// Those that occurred.
  private var causes: [TextSheet.Row] {
    content.causes.filter { $0.share.count > 0 }.map {
      TextSheet.Row(label: $0.label, estimate: $0.share, tone: .exhausted)
    }
  }

  private func addTolls(to sheet: inout TextSheet) {
    guard !content.tolls.isEmpty else { return }
    sheet.heading(
      told("What it costs meanwhile"),
      remark: told("mean over the \(Numerals.counted(content.rounds, content.roundUnit))"))
    for toll in content.tolls {
      guard let all = toll.rows.first else { continue }
      let parts = toll.rows.dropFirst().map { "\($0.runs.lowercased()) \($0.mean)" }
      sheet.paragraph(
        told(
          "\(Label.plain(toll.label)): \(all.mean) (± \(all.error)), from \(all.low) to \(all.high) in nine runs of ten; by ending: \(all: parts)."
        ))
    }
  }

  private func addGround(to sheet: inout TextSheet) {
    sheet.heading(told("What this rests on"))
    let ground = told("\(words.provenance) \(PlainWords.caution)") { page in
      "\(page.provenance(content.provenance)) \(page.caution)"
    }
    sheet.paragraph(ground ?? "")
    for note in content.notes {
      let plain = Label.plain(note)
      sheet.paragraph(language?.words.digits.inProse(plain) ?? plain, tone: .faint)
    }
  }

  /// A label in running text; right-to-left labels are closed by a left-to-right mark so that
  /// neighbours keep their order.
  private func shown(_ label: String) -> String {
    let plain = Label.plain(label)
    return Label.isRightToLeft(plain) && !style.isASCII ? plain + "\u{200E}" : plain
  }
}
