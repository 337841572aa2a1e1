/// One thing that is bargained over: an ordered list of 2 to 255 options.
public struct Issue: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// In the order of the file; 2 to 255 of them.
  public var options: [IssueOption]
  /// Unit of numeric options, such as `trucks/day`.
  public var unit: String?
  /// The unit in several languages, where a file gives it so; ``unit`` is then the English one.
  package var unitLabel: LocalizedText?
  /// The option that holds while the issue stays open: an index into ``options``. `nil` when the
  /// issue has none (a pure division), so that every agreement settles it.
  public var statusQuo: Int?
  /// What the talks had tentatively settled before they start.
  public var tentative: Tentative?
  /// An issue off the agenda is held at its status quo in every run and is in no table.
  public var isOnAgenda: Bool
  /// Fact numbers of the seeds.
  public var source: [String]

  /// An issue of the given options, 2 to 255, in their order.
  public init(
    name: String, label: LocalizedText? = nil, options: [IssueOption], unit: String? = nil,
    statusQuo: Int? = nil, tentative: Tentative? = nil, isOnAgenda: Bool = true,
    source: [String] = []
  ) {
    self.name = name
    self.label = label
    self.options = options
    self.unit = unit
    self.statusQuo = statusQuo
    self.tentative = tentative
    self.isOnAgenda = isOnAgenda
    self.source = source
  }

  /// Whether every option is a number, so that distances between options have a meaning.
  public var isNumeric: Bool { options.allSatisfy { $0.value != nil } }
}

/// One way to settle an issue.
public struct IssueOption: Sendable, Equatable {
  /// The machine name; of a numeric option its shortest decimal, such as `500`.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// The number that a numeric option stands for, in the issue's unit.
  public var value: Double?

  /// An option; with a `value` it is numeric, and then all options of its issue are.
  public init(name: String, label: LocalizedText? = nil, value: Double? = nil) {
    self.name = name
    self.label = label
    self.value = value
  }
}
