import Simulation
import Tables

extension StudyPage {
  var formulaStory: Story {
    var story = Story(next: [.levers, .answers, .run], shown: ["formula", "folder", "refusals", "frontier"])
    story.remarks = [words.seed(source.manifest.seed)]
    let texts = source.rows("formula")
    if let best = texts.first, (best.real("acceptability") ?? 0) > 0 {
      story.answer.append(
        studies.bestText(best.share("", "acceptability", "low", "high"), draws: source.manifest.runs))
      if let last = source.rows("folder").last, last.index > 0 {
        story.answer.append(studies.folder(last.index + 1, last.share("", "covered", "low", "high")))
      }
      if let scenario = source.scenario, let labels {
        story.picture = .tag(
          "div", [:],
          [PageTerms.markup(StudyPage.terms(best, scenario, labels), words)]
            + (textsPicture.map { [layout.exhibit($0, caption: studies.textsCaption)] } ?? []))
      }
    } else {
      story.answer.append(studies.nothingAcceptable)
    }
    let refusals = source.rows("refusals").filter { $0.whole("rank") == 1 }
    let told = refusals.map {
      studies.refusal(party($0.text("party")), $0.share(""), over: issue($0.text("issue")))
    }
    if !told.isEmpty {
      story.whyTitle = words.table("refusals")
      story.whyRunsFail = told.joined(separator: " ")
    }
    story.sections =
      textSections(nil)
      + [
        section(
          "refusals",
          [
            .number("rank", words), .words("party", words, label: party),
            .share("share", "low", "high", words),
            .words("issue", words, label: issue), .percent("won", words),
          ]),
        section(
          "frontier", [.number("rank", words), .share("acceptability", "low", "high", words)] + termsColumn,
          most: 10),
      ].compactMap(\.self)
    return story
  }

  private var termsColumn: [PageColumn] { terms.map { [$0] } ?? [] }

  /// The texts, and those to carry together; `formula` and `answers` have them.
  func textSections(_ title: String?) -> [Markup] {
    [
      section(
        "formula",
        [
          .number("rank", words), .share("acceptability", "low", "high", words),
          .percent("table_share", words), .percent("durability", words),
        ] + termsColumn, title: title, most: 10),
      section(
        "folder", [.number("rank", words), .share("covered", "low", "high", words)] + termsColumn),
    ].compactMap(\.self)
  }
}
