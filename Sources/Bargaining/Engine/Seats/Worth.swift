/// What outcomes are worth to one party, and the search that finds them by it.
struct Worth: BitwiseCopyable {
  /// What counts at the stage that the talks have come to (``AgendaOrder``); in a package,
  /// everything.
  var table: UtilityTable
  var search: OutcomeSearch
  /// What counts in the end.
  let whole: UtilityTable

  // Fixed for the run, unless an event changes preferences.
  /// M: best own utility; -infinity when its red lines and the locks leave nothing.
  private(set) var best = -Double.infinity
  /// Worst own utility.
  private(set) var worst = 0.0
  /// No outcome is worth more than this to it, red lines and locks aside.
  private(set) var most = 0.0

  /// - Parameter searching: whether outcomes are going to be looked for.
  init(_ preferences: Preferences, layout: IssueLayout, searching: Bool, arena: Arena) {
    whole = UtilityTable(preferences: preferences, layout: layout, arena: arena)
    table = whole
    search =
      searching
      ? OutcomeSearch(preferences: preferences, table: whole, layout: layout, arena: arena)
      : OutcomeSearch(amongNothing: whole, layout: layout, arena: arena)
  }

  /// Takes the locks of a stage, with the table as it was filled.
  mutating func prepare(locked: Lane<Int>) {
    search.prepare(table, locked: locked)
    best = search.greatest()
    worst = search.least()
    most = table.mostUtility(of: table.worth)
  }

  /// The best and the worst where nothing is kept sorted; what finding them takes is given back.
  mutating func findExtremes(_ preferences: Preferences, layout: IssueLayout, locked: Lane<Int>) {
    let arena = Arena()
    withExtendedLifetime(arena) {
      var search = OutcomeSearch(preferences: preferences, table: table, layout: layout, arena: arena)
      search.prepare(table, locked: locked)
      (best, worst) = (search.greatest(), search.least())
    }
  }
}
