import Tables

/// A value that replaces one of the file: `parties.hamas.willingness=0.4`.
///
/// Anything in a scenario can be set: a number, a tactic, an option, a whole forum. The value is
/// written as in the file; a text may stand without quotes (`parties.hamas.offer=closest`). `null`
/// removes.
public struct ScenarioSetting: Sendable {
  /// Keys joined by dots, list elements by their index from 0.
  public let path: String
  /// The new value.
  public let value: String
  /// What diagnostics call the place where the setting was written, such as `--vary`.
  public let origin: String
  /// Where it stands in a file; `nil` for one from a command line.
  package let place: Place?

  /// Where path and value of a setting stand in a file.
  package struct Place: Sendable {
    package let source: SourceText
    package let pathSpan: SourceSpan
    package let valueSpan: SourceSpan

    package init(source: SourceText, pathSpan: SourceSpan, valueSpan: SourceSpan) {
      self.source = source
      self.pathSpan = pathSpan
      self.valueSpan = valueSpan
    }
  }

  /// Sets the value at `path`.
  public init(path: String, value: String, origin: String = "setting") {
    self.path = path
    self.value = value
    self.origin = origin
    place = nil
  }

  /// Sets a value that stands in a file, where faults are then reported.
  package init(path: String, value: String, place: Place) {
    self.path = path
    self.value = value
    self.place = place
    origin = place.source.name
  }

  /// The text that diagnostics quote.
  package var text: String { "\(path)=\(value)" }
}

extension ScenarioSetting: Hashable {
  /// Where a setting stands makes no difference to what it says.
  public static func == (a: ScenarioSetting, b: ScenarioSetting) -> Bool {
    a.path == b.path && a.value == b.value && a.origin == b.origin
  }

  /// Settings with the same path and value have the same hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(value)
  }
}

extension ScenarioSetting {
  /// Objects of the top level whose keys are names that the author chose. A setting changes what
  /// bears such a name; it does not invent a new party by a slip of the pen.
  private static let named: Set<String> = [
    "issues", "parties", "mediators", "forums", "events", "models", "tolls",
  ]

  /// Applies the setting to a tree. What is wrong is reported as standing in the setting itself.
  package func apply(to root: inout JSONNode, _ diagnostics: inout Diagnostics) {
    let file = diagnostics.add(place?.source ?? SourceText(name: origin, text: text))
    guard let parts = parts(file) else {
      diagnostics.error(at: SourceSpan(file: file, start: 0, end: 0), "expected a path such as rounds=30")
      return
    }
    guard let value = parsedValue(file, &diagnostics) else { return }
    if let whole = completed(parts, in: root) {
      diagnostics.error(
        at: parts[0].span, "there is no \(Quoting.quoted(parts[0].key)) in the scenario",
        hint: "did you mean \(Quoting.quoted(whole))?")
      return
    }
    change(&root, parts[...], value, isNamed: false, &diagnostics)
  }

  /// The path with the object in front that holds what its first part names, where one left that
  /// out: `parties.hamas.willingness` for `hamas.willingness`.
  private func completed(_ parts: [Part], in root: JSONNode) -> String? {
    guard parts.count > 1, case .object(let members) = root.value,
      !ScenarioDecoder.topLevelKeys.contains(parts[0].key)
    else { return nil }
    let holders = members.filter { member in
      ScenarioSetting.named.contains(member.key) && member.value[parts[0].key] != nil
    }
    return holders.count == 1 ? "\(holders[0].key).\(path)" : nil
  }

  private struct Part {
    let key: String
    /// Where it stands in the path.
    let bytes: Range<Int>
    /// Where it stands for the reader of a message.
    let span: SourceSpan
  }

  /// The path cut at its dots; `nil` if a part is empty.
  private func parts(_ file: Int) -> [Part]? {
    var parts: [Part] = []
    var start = 0
    for key in path.split(separator: ".", omittingEmptySubsequences: false) {
      if key.isEmpty { return nil }
      let end = start + key.utf8.count
      let span =
        place.map { SourceSpan(file: file, start: Int($0.pathSpan.start), end: Int($0.pathSpan.end)) }
        ?? SourceSpan(file: file, start: start, end: end)
      parts.append(Part(key: String(key), bytes: start..<end, span: span))
      start = end + 1
    }
    return parts.isEmpty ? nil : parts
  }

  private func parsedValue(_ file: Int, _ diagnostics: inout Diagnostics) -> JSONNode? {
    if let place {
      let span = SourceSpan(file: file, start: Int(place.valueSpan.start), end: Int(place.valueSpan.end))
      // A number may have been worked out from the ends of a range.
      if let number = Double(value), number.isFinite { return JSONNode(.number(number), span) }
      return JSONParser.parseValue(file: file, at: Int(span.start), &diagnostics)
    }
    let start = path.utf8.count + 1
    guard let first = value.first(where: { $0 != " " }) else {
      diagnostics.error(at: SourceSpan(file: file, start: start, end: start), "a value is missing after '='")
      return nil
    }
    let isJSON = "{[\"'+-.0123456789/".contains(first) || ["true", "false", "null"].contains(value)
    if !isJSON {
      return JSONNode(.string(value), SourceSpan(file: file, start: start, end: text.utf8.count))
    }
    let result = JSONParser.parse(file: file, from: start, &diagnostics)
    return result.isShapeKnown ? result.root : nil
  }

  private func change(
    _ node: inout JSONNode, _ parts: ArraySlice<Part>, _ value: JSONNode, isNamed: Bool,
    _ diagnostics: inout Diagnostics
  ) {
    guard let part = parts.first else {
      node = value
      return
    }
    let leadsToNames = leadsToNames(part)
    switch node.value {
    case .object(var members):
      if let (place, count) = ScenarioSetting.member(parts, in: members) {
        let rest = parts.dropFirst(count)
        if rest.isEmpty, case .null = value.value {
          members.remove(at: place)
        } else {
          change(&members[place].value, rest, value, isNamed: leadsToNames, &diagnostics)
          if rest.isEmpty {
            members[place] = JSONMember(key: members[place].key, keySpan: part.span, value: value)
          }
        }
      } else if case .null = value.value {
        reportUnknown(part, among: members.map(\.key), &diagnostics)
        return
      } else if isNamed {
        reportUnknown(part, among: members.map(\.key), &diagnostics)
        return
      } else {
        var child = JSONNode(.object([]), part.span)
        change(&child, parts.dropFirst(), value, isNamed: leadsToNames, &diagnostics)
        members.append(JSONMember(key: part.key, keySpan: part.span, value: child))
      }
      node.value = .object(members)
    case .array(var elements):
      guard let index = Int(part.key), elements.indices.contains(index) else {
        let extent: Message = elements.isEmpty ? "the list is empty" : "expected 0 to \(elements.count - 1)"
        diagnostics.error(at: part.span, "there is no element \(Quoting.quoted(part.key))", hint: extent)
        return
      }
      change(&elements[index], parts.dropFirst(), value, isNamed: leadsToNames, &diagnostics)
      node.value = .array(elements)
    case .faulty: return
    default:
      diagnostics.error(
        at: part.span, "there is nothing called \(Quoting.quoted(part.key)) inside \(node.value.kind)")
    }
  }

  /// Whether what follows a part is a name that the author chose. Only in their places: a number
  /// could have a part called "events" as well.
  private func leadsToNames(_ part: Part) -> Bool {
    if part.bytes.lowerBound == 0 { return ScenarioSetting.named.contains(part.key) }
    let parts = path.utf8.prefix(part.bytes.upperBound).split(separator: UInt8(ascii: ".")).map(
      Substring.init)
    return parts == ["implementation", "phases"]
      || parts.count == 4 && parts[0] == "parties" && parts[2...] == ["ratification", "factions"]
  }

  private func reportUnknown(_ part: Part, among keys: [String], _ diagnostics: inout Diagnostics) {
    diagnostics.error(
      at: part.span, "there is no \(Quoting.quoted(part.key)) in the scenario",
      hint: Suggestion.hint(for: part.key, among: keys))
  }

  /// The member that the path goes through, and how many parts its key takes: the key of a numeric
  /// option such as `0.5` holds a dot itself.
  private static func member(_ parts: ArraySlice<Part>, in members: [JSONMember]) -> (Int, Int)? {
    for count in [2, 1] where count <= parts.count {
      let key = parts.prefix(count).map(\.key).joined(separator: ".")
      if let place = members.firstIndex(where: { $0.key == key }) { return (place, count) }
    }
    return nil
  }
}
