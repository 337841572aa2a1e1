import Bargaining

/// Turns the tree of a scenario into the model and checks everything that the format promises.
///
/// Decoding never stops at a fault: what cannot be read is reported, something harmless takes its
/// place, and the rest is checked. A scenario with errors is thrown away at the end. Whatever
/// follows from an earlier fault stays unsaid where that can be known.
struct ScenarioDecoder {
  var diagnostics: Diagnostics
  /// Texts with a lower index are files, those from here on are settings.
  let fileCount: Int
  private(set) var parameters: [Parameter] = []
  private(set) var parameterIDs: [String: ParameterID] = [:]
  var defaults: [TakenDefault] = []
  /// What the file says of its models.
  private(set) var models: [ModelPatch] = []
  /// The patch that made the tree what it is; `nil` where it is the file's own.
  let patch: ModelPatch?

  var issues: [Issue] = []
  /// One per issue: its options by name, or `nil` if they could not be read.
  var options: [OptionTable?] = []
  var issueNames = NameTable(kind: "issue")
  var partyNames = NameTable(kind: "party")
  var mediatorNames = NameTable(kind: "mediator")
  /// Whether some forum works on a single text.
  var votesOnTexts = false
  /// What parties that do not say it do with ties.
  var ties = TieRule.nearest
  /// Where facts are cited first.
  var firstCitation: SourceSpan?
  /// Every red line of a party that was read without fault.
  var redLines: [Condition] = []

  init(_ diagnostics: Diagnostics, fileCount: Int, patchedBy patch: ModelPatch? = nil) {
    self.diagnostics = diagnostics
    self.fileCount = fileCount
    self.patch = patch
  }

  /// How long talks may be.
  static let rounds = 1...1_000_000
  private static let keys = [
    "$schema", "extends", "name", "sources", "rounds", "round_unit", "issues", "agenda", "ties",
    "parties", "mediators", "mediation", "forums", "talks", "implementation", "events", "models", "tolls",
  ]

  /// Every key that the top level of a scenario may have.
  static let topLevelKeys = Set(keys + marks)

  /// Decodes the whole scenario; `nil` only if the tree is no object. A result is to be used only
  /// if the diagnostics hold no error.
  mutating func decode(_ root: JSONNode, identifier: String) -> Scenario? {
    guard
      let top = fields(
        root, anchor: root.span, path: "", what: "the scenario", keys: ScenarioDecoder.keys, mark: .none)
    else { return nil }
    if let schema = top["$schema"] { _ = text(schema.value, "$schema") }
    let name = label(top, "name") ?? LocalizedText(identifier)
    if top["name"] == nil { noteDefault("name", Quoting.quoted(identifier)) }
    let sources = seedFiles(top)
    let rounds = whole(top, "rounds", in: ScenarioDecoder.rounds)
    let unit = top["round_unit"].flatMap { shownText($0.value, "round_unit") }

    // Names first: everything else refers to them.
    decodeIssues(top)
    let order = decodeAgenda(top)
    collectNames(top, "parties", into: \.partyNames)
    collectNames(top, "mediators", into: \.mediatorNames)

    votesOnTexts = hasSingleText(top)
    ties = decodeTies(top)
    let parties = decodeParties(top)
    let mediators = decodeMediators(top)
    let mediation = decodeMediation(top, of: mediators)
    let forums = decodeForums(top, rounds: rounds)
    let talks = decodeTalks(top)
    warnOfHomes(top, parties, talks)
    checkEnds(top, parties, forums, talks, rounds: rounds)
    let implementation = decodeImplementation(top, parties: parties)
    // Before events, which may change their rates.
    let tolls = decodeTolls(top)
    let events = decodeEvents(top)
    models = decodeModels(top)
    if let firstCitation, sources.isEmpty {
      diagnostics.warning(
        at: firstCitation, "facts are cited, but \"sources\" names no seed file that holds them")
    }
    var scenario = Scenario(
      identifier: identifier, name: name, sources: sources, rounds: rounds, roundUnit: unit, issues: issues,
      order: order, parties: parties, mediators: mediators, mediation: mediation, forums: forums,
      talks: talks,
      events: events, implementation: implementation, parameters: parameters)
    scenario.tolls = tolls
    checkSize(of: scenario, top)
    return scenario
  }

  /// Reports here what would otherwise stop every run, so that a file without faults can be
  /// simulated.
  private mutating func checkSize(of scenario: Scenario, _ top: Fields) {
    guard !diagnostics.hasErrors, let issues = top["issues"] else { return }
    do {
      _ = try NegotiationSize(of: scenario)
    } catch {
      if error == .tooManyConditions, let knot = NegotiationSize.entanglement(in: scenario) {
        let party = scenario.parties[knot.party]
        let count = party.preferences.interactions.count
        let paths = knot.across.map { $0 < count ? "interactions.\($0)" : "red_lines.\($0 - count)" }
        diagnostics.error(
          at: issues.keySpan,
          "conditions of party \(Quoting.quoted(party.name)) tie too many issues together: no outcome could be found in reasonable time",
          hint: "fewer or simpler ones are needed of \(paths.joined(separator: ", "))")
        return
      }
      diagnostics.error(at: issues.keySpan, "\(error)", hint: "fewer issues or options are needed")
    }
  }

  private mutating func seedFiles(_ top: Fields) -> [String] {
    if top["sources"] == nil { noteDefault("sources", "[]") }
    guard let member = top["sources"], let elements = list(member.value, "sources", of: "seed files") else {
      return []
    }
    return elements.compactMap { text($0, "a seed file") }
  }

  // MARK: What is kept

  /// Keeps a number and makes its path known.
  mutating func keep(_ parameter: Parameter) -> ParameterID {
    let id = ParameterID(parameters.count)
    parameters.append(parameter)
    parameterIDs[parameter.path] = id
    return id
  }

  /// Remembers that the format's default was taken.
  mutating func noteDefault(_ path: String, _ value: String) {
    defaults.append(TakenDefault(path: path, value: value))
  }
}
