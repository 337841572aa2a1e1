import Bargaining
import Scenarios
import Tables

extension StudyPage {
  /// What the history says, one row for each observation, by the numbers that the forecasts after
  /// them have; `nil` where there is no history, or none that this version reads.
  var observed: Markup? {
    guard let scenario = source.scenario, let file = source.manifest.files.last,
      let history = try? HistoryFile(text: file.text, name: file.name, of: scenario).history,
      !history.observations.isEmpty
    else { return nil }
    let words = ObservationWords(scenario, language)
    let rows = history.observations.enumerated().map { place, observation in
      [
        Markup.text(Numerals.count(place + 1)),
        .text(words.time(observation)), .tag("span", [:], Markup.sentence(words.fact(observation))),
        .tag("bdi", ["dir": "ltr"], text: Numerals.brief(observation.reliability)),
      ]
    }
    return layout.section(
      "observed", words.title,
      [layout.paragraph(words.note), layout.table(words.title, words.heads, rows)])
  }
}
