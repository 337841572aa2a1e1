/// A conflict and its talks as plain values: who wants what, how each bargains, where they meet,
/// what may happen meanwhile. Numbers are kept apart in ``parameters`` and may be uncertain.
///
/// A scenario is made by the module `Scenarios` from a file, or in code; ``Negotiation`` simulates
/// it.
public struct Scenario: Sendable, Equatable {
  /// Short machine name, the stem of the file: `paris-2025`.
  public var identifier: String
  /// What people call the scenario, in one or several languages.
  public var name: LocalizedText
  /// Seeds that the fact numbers refer to, as written in the file.
  public var sources: [String]
  /// The window, R >= 1: rounds 0 … R-1 are played. Talks that are still open then are not looked
  /// at any longer; where there is neither a ``Talks/deadline`` nor a ``Party/horizon``, all know
  /// that they end there.
  public var rounds: Int
  /// What one round stands for, such as `day`; `nil` when the file does not say.
  public var roundUnit: String?

  /// What is bargained over, 1 to 32 issues.
  public var issues: [Issue]
  /// In which order the issues are settled.
  public var order: AgendaOrder
  /// Who decides, 2 to 16 parties of which at least one has a veto.
  public var parties: [Party]
  /// Who mediates, up to 16; none when empty.
  public var mediators: [Mediator]
  /// What all mediators have in common.
  public var mediation: Mediation
  /// Where they meet, 1 to 16 forums.
  public var forums: [Forum]
  /// How the talks stall, resume and break down.
  public var talks: Talks
  /// What may happen meanwhile; nothing when empty.
  public var events: [Event]
  /// How agreements are carried out; `nil` when the scenario ends with the signature.
  public var implementation: Implementation?
  /// Every number of the scenario; the parts refer to them by `ParameterID`. Beside `models`,
  /// numbers that only some of them have stand last.
  public var parameters: [Parameter]
  /// Other accounts of the same talks, of which each run is played in one; none when empty.
  package var models: [ScenarioModel] = []
  /// What the conflict takes meanwhile; nothing when empty.
  package var tolls: [Toll] = []

  /// A scenario of the given parts, which refer to one another by index and are not checked here;
  /// see `Scenario(_:rounds:issues:)` of the module `Scenarios` for one that is.
  public init(
    identifier: String, name: LocalizedText, sources: [String] = [], rounds: Int,
    roundUnit: String? = nil, issues: [Issue], order: AgendaOrder = .package, parties: [Party],
    mediators: [Mediator] = [],
    mediation: Mediation, forums: [Forum], talks: Talks, events: [Event] = [],
    implementation: Implementation? = nil, parameters: [Parameter]
  ) {
    self.identifier = identifier
    self.name = name
    self.sources = sources
    self.rounds = rounds
    self.roundUnit = roundUnit
    self.issues = issues
    self.order = order
    self.parties = parties
    self.mediators = mediators
    self.mediation = mediation
    self.forums = forums
    self.talks = talks
    self.events = events
    self.implementation = implementation
    self.parameters = parameters
  }

  /// The parameter kept at `id`.
  public subscript(id: ParameterID) -> Parameter { parameters[id.index] }

  /// The issues that are bargained over, in order: indices into ``issues``.
  public var agenda: [Int] { issues.indices.filter { issues[$0].isOnAgenda } }
}
