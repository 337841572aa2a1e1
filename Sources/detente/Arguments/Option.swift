/// An option with a value, typed: what the parser sees of it, and how its text becomes a value.
struct Option<Value: Sendable>: Sendable {
  let specification: OptionSpecification
  let kind: ValueKind<Value>

  init(
    _ name: String, short: Character? = nil, alias: String? = nil, _ kind: ValueKind<Value>,
    repeats: Bool = false, help: String
  ) {
    self.kind = kind
    specification = OptionSpecification(
      name: name, short: short, alias: alias, valueName: kind.valueName, repeats: repeats, help: help,
      completion: kind.completion)
  }
}

/// An option without a value.
struct Flag: Sendable {
  let specification: OptionSpecification

  init(_ name: String, short: Character? = nil, help: String) {
    // Saying the same thing twice does no harm.
    specification = OptionSpecification(
      name: name, short: short, valueName: nil, repeats: true, help: help, completion: .nothing)
  }
}
