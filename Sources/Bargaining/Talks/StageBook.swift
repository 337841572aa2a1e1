/// The stages of an agenda made ready for runs; without any stage for a package.
struct StageBook {
  /// What an actor's preferences say before the issues after a stage are on the table.
  struct View {
    let preferences: Preferences
    let table: UtilityTable
    /// Of parties only.
    let search: OutcomeSearch?
  }

  /// Issues, stage by stage.
  let stages: [[Int]]
  let holds: Bool
  /// Per stage and actor (parties, then mediators): `nil` where the whole preferences can be used.
  private let views: [[View?]]
  /// The searches by the whole preferences of the parties; empty for a package.
  let searches: [OutcomeSearch]

  var isStaged: Bool { !stages.isEmpty }

  init(_ scenario: Scenario, parties: Lane<PartyState>, layout: IssueLayout, arena: Arena) {
    let stages = scenario.order.stages(over: scenario.agenda)
    let holds = scenario.order.holds
    self.stages = stages
    self.holds = holds
    searches = stages.isEmpty ? [] : (0..<parties.count).map { parties[$0].search }
    views = Self.partialViews(of: scenario).map { actors in
      actors.enumerated().map { actor, known in
        guard let known else { return nil }
        let table = UtilityTable(preferences: known, layout: layout, arena: arena)
        let search =
          actor < scenario.parties.count
          ? OutcomeSearch(preferences: known, table: table, layout: layout, arena: arena) : nil
        return View(preferences: known, table: table, search: search)
      }
    }
  }

  /// Per stage and actor (parties, then mediators): what its preferences say before the issues
  /// after that stage are on the table; `nil` where that is what they say in all.
  static func partialViews(of scenario: Scenario) -> [[Preferences?]] {
    let stages = scenario.order.stages(over: scenario.agenda)
    let actors = scenario.parties.map(\.preferences) + scenario.mediators.map(\.preferences)
    return stages.indices.map { stage in
      let later = Set(stages[(stage + 1)...].joined())
      return actors.map { preferences in
        let speaksOfLater = { (condition: Condition) in
          condition.clauses.contains { later.contains($0.issue) }
        }
        var known = preferences
        known.interactions.removeAll { speaksOfLater($0.condition) }
        known.redLines.removeAll(where: speaksOfLater)
        return scenario.order.holds || known == preferences ? nil : known
      }
    }
  }

  /// How an actor sees a stage, if not by its whole preferences.
  func view(of actor: Int, at stage: Int) -> View? {
    isStaged ? views[stage][actor] : nil
  }

  /// Whether a stage is the last one; a package has one stage.
  func isLast(_ stage: Int) -> Bool { stage + 1 >= stages.count }
}
