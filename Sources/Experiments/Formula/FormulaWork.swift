import Bargaining
import Simulation

/// What is asked of texts once it is known how often each of them is acceptable.
struct FormulaWork {
  let study: FormulaStudy
  let survey: TextSurvey
  let order: TextOrder
  let shouldStop: @Sendable () -> Bool
  let onProgress: @Sendable (Int) -> Void

  /// - Parameter search: what the texts come from; `nil` where they are all there are.
  /// - Returns: `nil` when it was stopped.
  func result(_ search: TextSearch.Result?) -> FormulaResult? {
    let (tally, pool, draws) = (order.tally, order.pool, study.plan.draws)
    var result = FormulaResult(
      study: study, textCount: pool.space.count, draws: tally.draws,
      openDraws: WilsonInterval(count: tally.openDraws, total: tally.draws))
    if let search {
      result.search = FormulaResult.Search(
        found: pool.count, bound: Double(search.bound) / Double(draws), isExact: search.bound == search.best,
        steps: search.steps)
    }
    result.texts = order.standings(of: order.first(study.top, by: tally.acceptances))
    let frontier = TextFrontier(order)
    result.frontier = order.standings(of: frontier.places)
    result.compared = frontier.compared
    result.acceptableTexts = (0..<pool.count).count { tally.acceptances(of: $0) > 0 }
    result.steps = InterimText.steps(order)
    let refused = Array(result.texts.prefix(FormulaStudy.refusedTexts))
    guard
      let refusals = survey.refusals(
        of: refused.map(\.text), shouldStop: shouldStop, onProgress: progress(after: draws)),
      let amendments = AmendmentChoice.all(refusals, of: refused, survey, order, shouldStop: shouldStop)
    else { return nil }
    result.refusals = TextRefusal.all(refusals, of: refused, in: study.scenario)
    var folder = FolderSearch(survey, tally, order)
    guard folder.run(study.folder, shouldStop: shouldStop, onProgress: progress(after: 2 * draws)) else {
      return nil
    }
    result.folder = folder.texts
    let before = draws * (study.folder + 1)
    guard let questions = questions(folder.candidates, after: before),
      let best = result.texts.first?.accepted,
      let carrots = CarrotText.all(
        survey, order, study.carrots, best: best, shouldStop: shouldStop,
        onProgress: progress(after: before + draws))
    else { return nil }
    result.questions = questions
    result.carrots = carrots
    return judge(result, amendments, of: refused, after: before + 2 * draws)
  }

  private func progress(after draws: Int) -> @Sendable (Int) -> Void { { onProgress(draws + $0) } }

  private func questions(_ candidates: [Int], after draws: Int) -> [InformationValue]? {
    let scenario = study.scenario
    guard
      let acceptances = survey.acceptances(
        of: candidates, shouldStop: shouldStop, onProgress: progress(after: draws))
    else { return nil }
    return InformationValues(acceptances, of: scenario, seed: study.plan.seed).values(
      of: SensitivityStudy.uncertainNumbers(of: scenario), in: scenario, threads: study.plan.threads,
      shouldStop: shouldStop)
  }

  /// Puts what was chosen to fresh draws.
  private func judge(
    _ chosen: FormulaResult, _ amendments: [AmendmentChoice], of refused: [TextStanding], after draws: Int
  ) -> FormulaResult? {
    let parties = study.scenario.parties.indices
    var fresh = FreshDraws()
    for text in chosen.texts.map(\.text) + chosen.folder.map(\.text) + chosen.steps.map(\.standing.text) {
      fresh.ask(text)
    }
    for carrot in chosen.carrots {
      fresh.ask(carrot.text, .acceptableWith(carrot: carrot.carrot, party: carrot.party))
    }
    for amendment in amendments {
      for text in [refused[amendment.place].text, amendment.amended] {
        fresh.ask(text)
        for party in parties { fresh.ask(text, .taken(by: party)) }
      }
    }
    guard let answers = fresh.answers(of: survey, shouldStop: shouldStop, onProgress: progress(after: draws))
    else { return nil }
    var result = chosen
    for place in result.texts.indices { result.texts[place].fresh = answers.share(result.texts[place].text) }
    for place in result.steps.indices {
      result.steps[place].standing.fresh = answers.share(result.steps[place].standing.text)
    }
    for place in result.carrots.indices {
      let carrot = result.carrots[place]
      result.carrots[place].fresh = answers.share(
        carrot.text, .acceptableWith(carrot: carrot.carrot, party: carrot.party))
    }
    let folder = result.folder.map(\.text)
    for place in folder.indices {
      result.folder[place].fresh = answers.covered(by: Array(folder[...place]))
    }
    result.amendments = amendments.map { amended($0, refused[$0.place], answers) }
    return result
  }

  private func amended(
    _ choice: AmendmentChoice, _ text: TextStanding, _ answers: FreshAnswers
  ) -> TextAmendment {
    let (scenario, space) = (study.scenario, order.pool.space)
    let options = space.options(of: choice.amended)
    let won = answers.both(text.text, choice.amended, .taken(by: choice.party))
    return TextAmendment(
      text: text, party: choice.party, amended: choice.amended, options: options,
      changed: options.indices.filter { options[$0] != text.options[$0] },
      won: WilsonInterval(count: won.secondOnly, total: won.secondOnly + won.neither),
      accepted: answers.share(choice.amended), both: answers.both(text.text, choice.amended),
      costs: (0..<scenario.parties.count + scenario.mediators.count).map {
        order.means.utility(of: text.options, to: $0) - order.means.utility(of: options, to: $0)
      },
      taken: scenario.parties.indices.map {
        answers.both(text.text, choice.amended, .taken(by: $0)).difference ?? 0
      })
  }
}
