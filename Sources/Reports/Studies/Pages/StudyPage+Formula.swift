import Experiments
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
      let equals = texts.dropFirst().count {
        !ShareDifference(accepted(best), accepted($0)).isSettled(ofPoints: 2)
      }
      if equals > 0 {
        story.answer.append(studies.equalTexts(equals, isAll: equals + 1 == source["formula"]?.rowCount))
      }
      let folder = source.rows("folder").last.flatMap { last in
        last.index > 0 ? studies.folder(last.index + 1, last.share("", "covered", "low", "high")) : nil
      }
      if let scenario = source.scenario, let labels {
        story.picture = .tag(
          "div", [:],
          [PageTerms.markup(StudyPage.terms(best, scenario, labels), words)]
            + (folder.map { [layout.paragraph($0, class: "after")] } ?? [])
            + (textsPicture.map { [layout.exhibit($0, caption: studies.textsCaption)] } ?? []))
      } else if let folder {
        story.answer.append(folder)
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
            text, .words("party", words, label: party),
            .share("share", "low", "high", words),
            .words("issue", words, label: issue), .percent("won", words),
          ]),
        section(
          "frontier", [text, .share("acceptability", "low", "high", words)] + termsColumn,
          most: 10),
      ].compactMap(\.self)
    return story
  }

  /// The number of a text, by which the picture and every table speak of it: its place among the
  /// texts by acceptability, where ranks of equals are equal.
  private var text: PageColumn {
    let places = source.rows("formula").reduce(into: [[String]: Int]()) { places, row in
      if let text = options(row), places[text] == nil { places[text] = row.index + 1 }
    }
    return PageColumn(head: .words(words.column("text"))) { row in
      // A folder may have a text that is not among those that were kept as the best.
      guard let place = options(row).flatMap({ places[$0] }) else { return .text(studies.otherText) }
      let words = pictureLanguage.words
      return .tag("span", ["class": "figure"], text: words.filled(words.textNumber, Numerals.count(place)))
    }
  }

  /// The option of each issue in a row; `nil` where there is no scenario.
  private func options(_ row: TableRows.Row) -> [String]? {
    source.scenario?.issues.map { issue in
      row.text(row.table["issue_\(issue.name)"] == nil ? issue.name : "issue_\(issue.name)")
    }
  }

  /// In how many draws a text is acceptable to all. On the same draws texts are nearer to each
  /// other than on others, so that a difference is told too rarely rather than too often.
  private func accepted(_ row: TableRows.Row) -> WilsonInterval {
    Self.interval(of: row.real("acceptability") ?? 0, source.manifest.runs)
  }

  /// What the best text says, before others are told by what they change in it.
  private var bestTerms: [Markup] {
    guard let scenario = source.scenario, let labels, let best = source.rows("formula").first else {
      return []
    }
    return [PageTerms.markup(StudyPage.terms(best, scenario, labels), words)]
  }

  private var termsColumn: [PageColumn] { terms.map { [$0] } ?? [] }

  /// The texts, and those to carry together; `formula` and `answers` have them.
  ///
  /// - Parameter title: what the section of the texts is called, with their picture; `nil` where
  ///   the first screen has that.
  func textSections(_ title: String?) -> [Markup] {
    let picture = title == nil ? nil : textsPicture
    return [
      section(
        "formula",
        [
          text, .share("acceptability", "low", "high", words),
          .percent("table_share", words), .percent("durability", words),
        ] + termsColumn, title: title,
        picture: picture.map {
          .tag("div", [:], bestTerms + [layout.exhibit($0, caption: studies.textsCaption)])
        },
        most: 10),
      section(
        "folder", [text, .share("covered", "low", "high", words)] + termsColumn),
    ].compactMap(\.self)
  }
}
