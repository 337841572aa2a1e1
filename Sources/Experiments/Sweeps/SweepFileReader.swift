import Scenarios

/// Turns the text of a sweep file into what it says, and notes all that is wrong with it.
struct SweepFileReader: PlainJSONReader {
  var diagnostics = Diagnostics()
  private let source: SourceText
  private var file = SweepFile()

  private static let keys = ["scenario", "set", "vary", "design", "runs", "seed", "precision", "note"]

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func read() -> SweepFile {
    let index = diagnostics.add(source)
    let result = JSONParser.parse(file: index, &diagnostics)
    guard result.isShapeKnown, let root = result.root,
      let members = object(root, "a sweep file", keys: SweepFileReader.keys)
    else { return file }
    for member in members { read(member) }
    if root["vary"] == nil, file.scenarios.count < 2 {
      diagnostics.error(at: root.span, "a sweep file needs \"vary\"", hint: "a list of what varies")
    }
    return file
  }

  private mutating func read(_ member: JSONMember) {
    let node = member.value
    switch member.key {
    case "scenario": readScenarios(node)
    case "set":
      for setting in object(node, "set") ?? [] {
        file.settings.append(
          ScenarioSetting(
            path: setting.key, value: SettingText.spelt(setting.value.value),
            place: place(setting.keySpan, setting.value.span)))
      }
    case "vary": for entry in list(node, "vary", of: "what varies") ?? [] { readFactor(entry) }
    case "design":
      guard let text = text(node, "design") else { return }
      file.sampling = SweepSampling(parsing: text)
      if file.sampling == nil {
        diagnostics.error(
          at: node.span, "unknown design \(Quoting.quoted(text))", hint: "expected lhs:200 or sobol:256")
      }
    case "runs": file.runs = whole(node, "runs", in: 1...4_294_967_295)
    case "seed": file.seed = whole(node, "seed", in: 0...(1 << 53)).map { UInt64($0) }
    case "precision":
      guard let number = number(node, "precision") else { return }
      if number >= 0.000_01, number <= 0.499_99 {
        file.precision = number
      } else {
        diagnostics.error(at: node.span, "precision must be a number from 0.00001 to 0.49999")
      }
    default: break
    }
  }

  private mutating func readScenarios(_ node: JSONNode) {
    let nodes: [JSONNode]
    if case .array(let elements) = node.value { nodes = elements } else { nodes = [node] }
    for node in nodes {
      guard let name = text(node, "scenario") else { continue }
      let folder = source.name.lastIndex(of: "/").map { String(source.name[...$0]) } ?? ""
      file.scenarios.append(name.hasPrefix("/") ? name : folder + name)
    }
  }

  private mutating func readFactor(_ node: JSONNode) {
    guard let zip = node["zip"] else {
      switch entry(node) {
      case .axis(let axis)?: file.axes.append([axis])
      case .range(let range)?: file.ranges.append(range)
      case nil: break
      }
      return
    }
    _ = object(node, "an entry with \"zip\"", keys: ["zip", "note"])
    var axes: [SweepAxis] = []
    for element in list(zip, "zip", of: "axes") ?? [] {
      switch entry(element) {
      case .axis(let axis)?:
        if let first = axes.first, first.values.count != axis.values.count {
          diagnostics.error(
            at: element.span,
            "\(axis.path) has \(axis.values.count) values, \(first.path) has \(first.values.count)",
            hint: "axes in \"zip\" are taken in step")
        }
        axes.append(axis)
      case .range(let range)?:
        diagnostics.error(
          at: element.span, "\(range.path) needs \"count\" or \"values\" here",
          hint: "what is sampled cannot be taken in step")
      case nil: break
      }
    }
    if !axes.isEmpty { file.axes.append(axes) }
  }

  private enum Entry {
    case axis(SweepAxis)
    case range(SweepRange)
  }

  /// One path and what it takes.
  private mutating func entry(_ node: JSONNode) -> Entry? {
    let keys = ["path", "values", "from", "to", "count", "note"]
    guard object(node, "an entry of \"vary\"", keys: keys) != nil else { return nil }
    guard let pathNode = node["path"] else {
      diagnostics.error(
        at: node.span, "\"path\" is missing", hint: "such as \"parties.hamas.willingness\"")
      return nil
    }
    guard let path = text(pathNode, "path") else { return nil }
    do {
      if let values = node["values"] { return try axis(path, pathNode, values) }
      guard let fromNode = node["from"], let toNode = node["to"] else {
        diagnostics.error(at: node.span, "\(path) needs \"values\", or \"from\" and \"to\"")
        return nil
      }
      guard let from = number(fromNode, "from"), let to = number(toNode, "to") else { return nil }
      let place = place(pathNode.span, fromNode.span)
      guard let countNode = node["count"] else {
        var range = try SweepRange(path: path, from: from, through: to)
        range.place = place
        return .range(range)
      }
      guard let count = whole(countNode, "count", in: 2...SweepAxis.mostValues) else { return nil }
      var axis = try SweepAxis(path: path, from: from, through: to, count: count)
      axis.places = axis.values.map { _ in place }
      return .axis(axis)
    } catch {
      diagnostics.error(at: node.span, "\(path): \(error)")
      return nil
    }
  }

  private mutating func axis(
    _ path: String, _ pathNode: JSONNode, _ values: JSONNode
  ) throws(SweepAxisFault) -> Entry? {
    let (nodes, labels): ([JSONNode], [String])
    switch values.value {
    case .array(let elements): (nodes, labels) = (elements, [])
    case .object(let members): (nodes, labels) = (members.map(\.value), members.map(\.key))
    default:
      wrongType(values, "values", "a list, or an object of named values")
      return nil
    }
    var axis = try SweepAxis(path: path, values: nodes.map { SettingText.spelt($0.value) }, labels: labels)
    axis.places = nodes.map { place(pathNode.span, $0.span) }
    return .axis(axis)
  }

  private func place(_ path: SourceSpan, _ value: SourceSpan) -> ScenarioSetting.Place {
    ScenarioSetting.Place(source: source, pathSpan: path, valueSpan: value)
  }
}
