/// One step in the carrying out of an agreement.
public struct Phase: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// Agreements in which it does not hold have no such phase; `nil` for every agreement.
  public var condition: Condition?
  /// The issues that it settles: indices, at least one. An issue that several phases of a deal
  /// settle is settled by each in equal parts; one that none settles takes effect with the
  /// signature. Interactions count in equal parts with every phase of the deal.
  public var issues: [Int]
  /// M_j in [0, 1].
  public var monitoring: ParameterID
  /// G_j in [0, 1].
  public var guarantee: ParameterID

  /// A phase of the given parts.
  public init(
    name: String, label: LocalizedText? = nil, condition: Condition? = nil, issues: [Int],
    monitoring: ParameterID, guarantee: ParameterID
  ) {
    self.name = name
    self.label = label
    self.condition = condition
    self.issues = issues
    self.monitoring = monitoring
    self.guarantee = guarantee
  }
}
