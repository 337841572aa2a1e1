import Bargaining

/// Mediators who coordinate.
extension ScenarioDecoder {
  /// The groups of ``Mediation/joint``: each of two or more, and nobody in two of them.
  mutating func decodeJoint(_ mediation: Fields, _ mediators: [Mediator]) -> [[Int]] {
    let path = mediation.path("joint")
    guard let member = mediation["joint"] else {
      if mediatorNames.names.count > 1 { noteDefault(path, "[]") }
      return []
    }
    guard let elements = list(member.value, "\(path)", of: "groups of mediators") else { return [] }
    var taken = Set<Int>()
    return elements.enumerated().map { place, element in
      let errors = diagnostics.errorCount
      let group = references(element, "\(path).\(place)", "mediators", in: mediatorNames)
      guard diagnostics.errorCount == errors, !mediatorNames.isIncomplete else { return [] }
      if group.count < 2 {
        diagnostics.error(at: element.span, "a group of mediators needs two or more, not \(group.count)")
      }
      for mediator in group where !taken.insert(mediator).inserted {
        diagnostics.error(
          at: element.span,
          "mediator \(Quoting.quoted(mediatorNames.names[mediator])) is in two groups of \(path)")
      }
      guard mediators.count == mediatorNames.names.count else { return group }
      for mediator in group where mediators[mediator].estimates != nil {
        diagnostics.error(
          at: element.span,
          "mediator \(Quoting.quoted(mediators[mediator].name)) learns from offers, and in a group estimates are pooled",
          hint: "\"estimates\" must be \"told\"")
      }
      let conditions = group.reduce(0) {
        $0 + mediators[$1].preferences.interactions.count + mediators[$1].preferences.redLines.count
      }
      if conditions > 64 {
        diagnostics.error(
          at: element.span,
          "a group of mediators can have 64 interactions and red lines together, not \(conditions)")
      }
      return group
    }
  }
}
