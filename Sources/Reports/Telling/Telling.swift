import Bargaining
import Tables

/// One run told round by round, for people: who is at the table, who offered what, who refused it
/// and why, what else happened, and how it ended.
///
/// Told is what is new: of an offer, what differs from what holds now or from its author's last
/// one; rounds in which nothing is new are folded into one line. Lines fit the width of
/// ``TerminalStyle``; labels and sentences are in the language chosen. Rounds are counted from 1.
///
/// ```swift
/// let run = TracedRun(7, seed: 1, in: try Negotiation(scenario))
/// print(Telling(run, of: scenario).text)
/// ```
public struct Telling: Sendable {
  let run: TracedRun
  let scenario: Scenario
  /// What the model is called that was played; `nil` where there are none.
  let model: String?
  let labels: ScenarioLabels
  let words: any TellingWords
  let style: TerminalStyle

  /// The story of a run of a scenario, in a language.
  public init(
    _ run: TracedRun, of scenario: Scenario, language: TellingLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.run = run
    // Numbers and parts are those of the model that was played.
    let played = run.record.model.map { scenario.models[$0].scenario } ?? scenario
    self.scenario = played
    self.style = style
    labels = ScenarioLabels(played, language: language.rawValue)
    model = run.record.model.map { ScenarioLabels(scenario, language: language.rawValue).model($0) }
    words = language.words(unit: scenario.roundUnit ?? "round")
  }

  /// The whole telling, every line ended by a newline.
  public var text: String {
    var sheet = TextSheet(style: style, rows: [])
    addOpening(to: &sheet)
    let author = SceneAuthor(telling: self)
    for chapter in ChapterWriter.chapters(of: run, scenario) {
      sheet.gap()
      add(chapter, author, to: &sheet)
    }
    addEnding(to: &sheet)
    return sheet.text
  }

  private func add(_ chapter: Chapter, _ author: SceneAuthor, to sheet: inout TextSheet) {
    switch chapter {
    case .repetition(let rounds, let answers):
      sheet.paragraph("\(words.rounds(rounds)): \(words.repetition(answers))", indent: 0, tone: .faint)
    case .silence(let rounds, let isSuspended):
      sheet.paragraph(
        "\(words.rounds(rounds)): \(words.silence(isSuspended: isSuspended))", indent: 0, tone: .faint)
    case .news(let round, let acts, let over):
      addRound(round, acts, over, author, to: &sheet)
    }
  }

  /// One round: a head for each forum that has something to tell, and a line for each act.
  private func addRound(
    _ round: Int, _ acts: [ToldAct], _ over: [Int], _ author: SceneAuthor, to sheet: inout TextSheet
  ) {
    sheet.paragraph(words.round(round), indent: 0, tone: .heading)
    for event in over { sheet.paragraph(words.isOver(event: author.event(event)), tone: .faint) }
    var forum: Int?
    for scene in scenes(of: acts, author) {
      let act = scene.act
      if scenario.forums.count > 1, let place = act.forum, place != forum {
        sheet.paragraph(author.shown(labels.forum(place)) + ":", tone: .faint)
        forum = place
      }
      sheet.paragraph(words.sentence(for: scene), indent: indent(of: scene), tone: tone(of: act.kind))
    }
  }

  /// The scenes of a round; judges who answer alike share one.
  private func scenes(of acts: [ToldAct], _ author: SceneAuthor) -> [Scene] {
    var scenes: [Scene] = []
    var actors: [[String]] = []
    for act in acts {
      let scene = author.scene(of: act)
      if let last = scenes.last, last.isToldAs(scene) {
        actors[actors.count - 1].append(scene.actor)
      } else {
        scenes.append(scene)
        actors.append([scene.actor])
      }
    }
    for index in scenes.indices { scenes[index].actor = words.list(actors[index]) }
    return scenes
  }

  private func indent(of scene: Scene) -> Int {
    let isAnswer = (scene.act.kind == .accept || scene.act.kind == .reject) && scene.standing == nil
    return (scenario.forums.count > 1 && scene.act.forum != nil ? 4 : 2) + (isAnswer ? 2 : 0)
  }

  private func tone(of kind: TalkAct.Kind) -> TextTone {
    switch kind {
    case .accept: .fullAgreement
    case .reject: .faint
    case .event, .resume: .refused
    case .suspend: .collapsed
    default: .plain
    }
  }
}
