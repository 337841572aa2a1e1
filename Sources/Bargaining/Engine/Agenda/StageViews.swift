/// How actors see the stages of an agenda: what their preferences say before later issues are on
/// the table. Of a package there is nothing.
final class StageViews {
  struct View {
    let preferences: Preferences
    let table: UtilityTable
    /// Where searches are asked for.
    let search: OutcomeSearch?
  }

  /// Per stage and actor: `nil` where the whole preferences can be used.
  private let views: [[View?]]

  /// - Parameters:
  ///   - actors: what each actor wants in the end.
  ///   - agenda: the stages.
  ///   - searchable: whether the actors look for outcomes of their own.
  ///   - arena: where the tables are laid out.
  init(_ actors: [Preferences], agenda: Agenda, searchable: Bool = false, arena: Arena) {
    views = Self.partial(actors, agenda.stages, agenda.order).map { stage in
      stage.map { known in
        guard let known else { return nil }
        let table = UtilityTable(preferences: known, layout: agenda.layout, arena: arena)
        let search =
          searchable
          ? OutcomeSearch(preferences: known, table: table, layout: agenda.layout, arena: arena) : nil
        return View(preferences: known, table: table, search: search)
      }
    }
  }

  /// Per stage and actor: what its preferences say before the issues after that stage are on the
  /// table; `nil` where that is what they say in all.
  static func partial(_ actors: [Preferences], _ stages: [[Int]], _ order: AgendaOrder) -> [[Preferences?]] {
    stages.indices.map { stage in
      let later = Set(stages[(stage + 1)...].joined())
      return actors.map { preferences in
        let speaksOfLater = { (condition: Condition) in
          condition.clauses.contains { later.contains($0.issue) }
        }
        var known = preferences
        known.interactions.removeAll { speaksOfLater($0.condition) }
        known.redLines.removeAll(where: speaksOfLater)
        return order.holds || known == preferences ? nil : known
      }
    }
  }

  /// How an actor sees a stage, if not by its whole preferences.
  func view(of actor: Int, at stage: Int) -> View? {
    views.isEmpty ? nil : views[stage][actor]
  }
}
