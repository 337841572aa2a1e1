import Bargaining
import Tables

/// Something that a file declares and that cannot matter to what is simulated, or a tactic that
/// cannot act where its party sits.
struct InertSetting: Sendable, Equatable {
  /// The keys that lead to it, list elements by their index from 0.
  let path: [String]
  /// What it does not do and why, on one line, without a final full stop.
  let message: Message
}

/// An account of the talks: the tree that was read and what it means. A file with models has one
/// for each model that is played.
struct Account {
  let tree: JSONNode
  let scenario: Scenario

  init(_ tree: JSONNode, _ scenario: Scenario) {
    self.tree = tree
    self.scenario = scenario
  }

  /// Where a setting stands: at its key, or at the element of a list; `nil` where it is left to a
  /// default.
  func span(of path: [String]) -> SourceSpan? {
    var (node, span) = (tree, tree.span)
    for key in path {
      switch node.value {
      case .object(let members):
        guard let member = members.first(where: { $0.key == key }) else { return nil }
        (node, span) = (member.value, member.keySpan)
      case .array(let elements):
        guard let index = Int(key), elements.indices.contains(index) else { return nil }
        (node, span) = (elements[index], elements[index].span)
      default: return nil
      }
    }
    return span
  }
}

extension [Account] {
  /// Adds a warning for every setting that is inert in each of the accounts that read it at its
  /// place: what matters in one model only is not inert.
  func warn(in diagnostics: inout Diagnostics) {
    let inert = map { InertSearch.settings(of: $0.scenario) }
    let paths = inert.map { Set($0.map(\.path)) }
    var told: Set<SourceSpan> = []
    for (account, settings) in zip(self, inert) {
      for setting in settings {
        guard let span = account.span(of: setting.path), Int(span.file) < diagnostics.sources.count,
          zip(self, paths).allSatisfy({ $0.span(of: setting.path) != span || $1.contains(setting.path) }),
          told.insert(span).inserted
        else { continue }
        diagnostics.warning(at: span, setting.message)
      }
    }
  }
}
