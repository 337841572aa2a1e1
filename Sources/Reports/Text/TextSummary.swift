import Tables

/// A result at a glance, for a terminal: how the talks end, what is agreed, when, on whose text,
/// why not, and what all of it rests on.
///
/// The words are English, the labels those of `ReportContent.language`. Every line fits the
/// terminal's width.
public struct TextSummary: Sendable {
  private let content: ReportContent
  private let style: TerminalStyle
  private let words: PlainWords

  /// Packages that are listed at most.
  private static let packages = 5

  /// A summary of this content for a terminal.
  public init(_ content: ReportContent, style: TerminalStyle = TerminalStyle()) {
    self.content = content
    self.style = style
    words = PlainWords(content)
  }

  /// The whole summary, every line ended by a newline.
  public var text: String {
    var sheet = TextSheet(
      style: style,
      rows: endings + models + rows(content.mediators) + rows(content.forums) + rejections + phases + causes)
    sheet.paragraph(Label.plain(content.title), indent: 0, tone: .heading)
    sheet.paragraph(Label.plain(words.whatWasDone), indent: 0, tone: .faint)
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
      sheet.heading("No run was completed")
    }
    addGround(to: &sheet)
    return sheet.text
  }

  private func addEndings(to sheet: inout TextSheet) {
    sheet.heading("How the talks end", remark: "share of runs, 95% interval\(acrossModels)")
    sheet.bars(endings)
    if let agreement = words.agreement { sheet.paragraph(agreement) }
    if let never = words.neverSeen { sheet.paragraph(never, tone: .faint) }
    if !content.models.isEmpty {
      sheet.heading("How often they agree, by model", remark: "share of the model's runs, 95% interval")
      sheet.bars(models)
    }
  }

  /// What stands at the right of an interval.
  private var acrossModels: String { content.models.isEmpty ? "" : ", across models" }

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
    sheet.heading("What is agreed", remark: "share of \(Numerals.counted(content.agreements, "agreement"))")
    for (index, package) in content.packages.prefix(Self.packages).enumerated() {
      let together = index == 0 ? "" : ", together \(words.together(index + 1))"
      sheet.paragraph("\(index + 1). \(Numerals.estimate(package.share))\(together)")
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
    return moved.isEmpty ? "nothing moves from the status quo" : moved.joined(separator: "\u{A0}· ")
  }

  private func addEfficiency(to sheet: inout TextSheet) {
    guard let efficiency = words.efficiency else { return }
    sheet.heading("How good it is")
    sheet.paragraph(efficiency)
  }

  private func addTime(to sheet: inout TextSheet) {
    guard !content.survival.isEmpty else { return }
    sheet.heading("When they agree")
    let time = TimeToAgreement(content)
    sheet.paragraph(Label.plain(time.sentence))
    if let rush = time.rush { sheet.paragraph(Label.plain(rush)) }
    if let resumption = content.resumption { sheet.paragraph(Label.plain(resumption.sentence)) }
  }

  private func addProposers(to sheet: inout TextSheet) {
    guard content.agreements > 0 else { return }
    let remark = "share of agreements, 95% interval\(acrossModels)"
    if !content.mediators.isEmpty {
      sheet.heading("Whose text is agreed", remark: remark)
      sheet.bars(rows(content.mediators))
      if let own = words.ownOffers { sheet.paragraph(own, tone: .faint) }
    }
    if !content.forums.isEmpty {
      sheet.heading("Where it is agreed", remark: remark)
      sheet.bars(rows(content.forums))
    }
  }

  private func addDurability(to sheet: inout TextSheet) {
    guard let kept = words.durability else { return }
    sheet.heading(
      "What becomes of the deals", remark: "phases completed of those begun, 95% interval\(acrossModels)")
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
      "What is turned down at home", remark: "runs with a deal turned down, 95% interval\(acrossModels)")
    sheet.bars(rejections)
  }

  private var rejections: [TextSheet.Row] {
    content.rejections.map { TextSheet.Row(label: $0.party, estimate: $0.runs, tone: .refused) }
  }

  private func addZones(to sheet: inout TextSheet) {
    guard let missed = words.missedZones else { return }
    sheet.heading("When they fail")
    sheet.paragraph(missed)
  }

  private func addCauses(to sheet: inout TextSheet) {
    guard !causes.isEmpty else { return }
    sheet.heading("Why they fail", remark: "share of runs without agreement, 95% interval\(acrossModels)")
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
      "What it costs meanwhile",
      remark: "mean over the \(Numerals.counted(content.rounds, content.roundUnit))")
    for toll in content.tolls {
      guard let all = toll.rows.first else { continue }
      let parts = toll.rows.dropFirst().map { "\($0.runs.lowercased()) \($0.mean)" }
      sheet.paragraph(
        Label.plain(
          "\(toll.label): \(all.mean) (± \(all.error)), from \(all.low) to \(all.high) in nine runs of ten; by ending: \(Enumeration.all(parts))."
        ))
    }
  }

  private func addGround(to sheet: inout TextSheet) {
    sheet.heading("What this rests on")
    sheet.paragraph("\(words.provenance) \(PlainWords.caution)")
    for note in content.notes { sheet.paragraph(Label.plain(note), tone: .faint) }
  }

  /// A label in running text; right-to-left labels are closed by a left-to-right mark so that
  /// neighbours keep their order.
  private func shown(_ label: String) -> String {
    let plain = Label.plain(label)
    return Label.isRightToLeft(plain) && !style.isASCII ? plain + "\u{200E}" : plain
  }
}
