import Bargaining
import Scenarios
import Tables

/// Turns the text of an outcome file into what became of the talks, and notes all that is wrong
/// with it, against the forecast that it is to be held against.
package struct OutcomeFileReader: FileReading {
  package var diagnostics = Diagnostics()
  private let source: SourceText
  private let forecast: ForecastRecord

  private static let keys = [
    "scenario", "agreement", "ending", "round", "observed_until", "source", "note",
  ]
  private static let rounds = 0...1_000_000

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - forecast: whose issues, options and endings the file speaks of.
  /// - Throws: ``ScenarioFault/faulty(_:)`` with all that is wrong.
  package static func read(
    _ source: SourceText, for forecast: ForecastRecord
  ) throws(ScenarioFault) -> ObservedOutcome {
    var reader = OutcomeFileReader(source: source, forecast: forecast)
    let outcome = reader.read()
    guard let outcome, !reader.diagnostics.hasErrors else { throw .faulty(reader.diagnostics) }
    return outcome
  }

  private init(source: SourceText, forecast: ForecastRecord) {
    self.source = source
    self.forecast = forecast
  }

  private mutating func read() -> ObservedOutcome? {
    let index = diagnostics.add(source)
    let result = JSONParser.parse(file: index, &diagnostics)
    guard result.isShapeKnown, let root = result.root,
      object(root, "an outcome file", keys: OutcomeFileReader.keys) != nil
    else { return nil }
    checkScenario(root)
    let sources = readSources(root["source"])
    let watched = root["observed_until"].flatMap { node in
      whole(node, "observed_until", in: 1...OutcomeFileReader.rounds.upperBound)
    }
    guard let node = root["agreement"] else {
      diagnostics.error(
        at: root.span, "an outcome file needs \"agreement\"",
        hint: "an object with \"round\" and \"outcome\", or null")
      return nil
    }
    if case .null = node.value { return failure(root, watched, sources) }
    return agreement(node, root, watched, sources)
  }

  /// The file may say of which scenario it is, so that it is not held against another.
  private mutating func checkScenario(_ root: JSONNode) {
    guard let node = root["scenario"], let name = text(node, "scenario"), name != forecast.scenario
    else { return }
    diagnostics.error(
      at: node.span,
      "this is the outcome of \(Quoting.quoted(name)), and \(forecast.result) forecasts \(Quoting.quoted(forecast.scenario))"
    )
  }

  private mutating func readSources(_ node: JSONNode?) -> [String] {
    guard let node else { return [] }
    if case .string(let text) = node.value { return [text] }
    return (list(node, "source", of: "texts") ?? []).compactMap { text($0, "a source") }
  }

  // MARK: Without an agreement

  private mutating func failure(
    _ root: JSONNode, _ watched: Int?, _ sources: [String]
  ) -> ObservedOutcome? {
    let round = root["round"].flatMap { whole($0, "round", in: OutcomeFileReader.rounds) }
    guard let node = root["ending"] else {
      if let node = root["round"] {
        diagnostics.error(at: node.span, "\"round\" needs \"ending\" beside it", hint: endings(false))
      }
      if root["observed_until"] == nil {
        diagnostics.error(
          at: root.span, "talks without an agreement need \"ending\", or \"observed_until\" while they go on")
      }
      return ObservedOutcome(end: .open, watched: watched, sources: sources)
    }
    guard let ending = ending(node, agreed: false) else { return nil }
    if let round, let watched, round >= watched, let node = root["round"] {
      diagnostics.error(
        at: node.span, "round \(round) was not watched", hint: "\"observed_until\" is \(watched)")
    }
    return ObservedOutcome(end: .failure(ending), watched: watched, sources: sources)
  }

  private mutating func ending(_ node: JSONNode, agreed: Bool) -> Ending? {
    guard let name = text(node, "ending") else { return nil }
    guard let ending = Ending.allCases.first(where: { $0.name == name }) else {
      diagnostics.error(at: node.span, "unknown ending \(Quoting.quoted(name))", hint: endings(agreed))
      return nil
    }
    guard ending.isAgreement == agreed else {
      diagnostics.error(
        at: node.span, agreed ? "\(name) is no agreement" : "\(name) is an agreement", hint: endings(agreed))
      return nil
    }
    return ending
  }

  private func endings(_ agreed: Bool) -> Message {
    "expected \(either: Ending.allCases.filter { $0.isAgreement == agreed }.map(\.name))"
  }

  // MARK: An agreement

  private mutating func agreement(
    _ node: JSONNode, _ root: JSONNode, _ watched: Int?, _ sources: [String]
  ) -> ObservedOutcome? {
    if let node = root["round"] {
      diagnostics.error(at: node.span, "the round of an agreement stands in \"agreement\"")
    }
    guard object(node, "agreement", keys: ["round", "outcome", "note"]) != nil else { return nil }
    guard let roundNode = node["round"] else {
      diagnostics.error(at: node.span, "\"agreement\" needs \"round\"", hint: "rounds count from 0")
      return nil
    }
    guard let round = whole(roundNode, "round", in: OutcomeFileReader.rounds) else { return nil }
    if let watched, round >= watched {
      diagnostics.error(
        at: roundNode.span, "round \(round) was not watched", hint: "\"observed_until\" is \(watched)")
    }
    var terms: [Int: Int] = [:]
    if let node = node["outcome"] {
      for member in object(node, "outcome") ?? [] {
        guard let issue = issue(member) else { continue }
        terms[issue] = option(member.value, of: forecast.issues[issue])
      }
    }
    let told = kind(of: terms)
    var kind = told
    if let node = root["ending"], let stated = ending(node, agreed: true) {
      if let told, told != stated {
        diagnostics.error(
          at: node.span, "by its terms this is a \(told.name)",
          hint: "a partial agreement leaves an issue at its status quo")
      }
      kind = stated
    }
    return ObservedOutcome(
      end: .agreement(round: round, terms: terms), kind: kind, watched: watched, sources: sources)
  }

  private mutating func issue(_ member: JSONMember) -> Int? {
    let names = forecast.issues.map(\.name)
    if let place = names.firstIndex(of: member.key) { return place }
    diagnostics.error(
      at: member.keySpan, "unknown issue \(Quoting.quoted(member.key))",
      hint: Suggestion.hint(for: member.key, among: names))
    return nil
  }

  /// An option by its name; one that is a number may stand as a number.
  private mutating func option(_ node: JSONNode, of issue: ForecastRecord.Issue) -> Int? {
    let name: String
    switch node.value {
    case .string(let text): name = text
    case .number(let number): name = Numerals.shortest(number)
    default:
      wrongType(node, "an option of \(issue.name)", "a text or a number")
      return nil
    }
    let names = issue.options.map(\.name)
    if let place = names.firstIndex(of: name) { return place }
    diagnostics.error(
      at: node.span, "unknown option \(Quoting.quoted(name)) of issue \(Quoting.quoted(issue.name))",
      hint: Suggestion.hint(for: name, among: names))
    return nil
  }

  /// Full or partial by the terms; `nil` where they leave that open.
  private func kind(of terms: [Int: Int]) -> Ending? {
    let known = forecast.issues.indices.map { place in
      terms[place].map { $0 == forecast.issues[place].statusQuo }
    }
    if known.contains(true) { return .partialAgreement }
    return known.contains(nil) ? nil : .fullAgreement
  }
}
