import Bargaining
import Tables

/// An object of the file that has been checked for unknown keys, with what is needed to speak of
/// it.
struct Fields {
  /// What it is in messages: `party "hamas"`.
  let what: Message
  /// Its path: `parties.hamas`; empty for the scenario itself.
  let path: String
  /// Where a missing key is reported: at the key that leads here.
  let anchor: SourceSpan
  let members: [JSONMember]
  /// What the numbers inside rest on unless they say otherwise.
  let mark: Mark
  /// The facts that this very object cites.
  let facts: [String]

  subscript(key: String) -> JSONMember? { members.first { $0.key == key } }

  /// The path of a part.
  func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// What numbers rest on, as written on an object or a number.
enum Mark: Equatable {
  case none
  case sourced([String])
  case assumption(String)
}

/// Names that others refer to: the issues, the parties, the mediators of a scenario.
struct NameTable {
  /// What bears the names: `issue`.
  let kind: Message
  private(set) var names: [String] = []
  private var table: [String: Int] = [:]
  /// Whether names could not be read, so that an unknown one proves nothing.
  var isIncomplete = false

  init(kind: Message) { self.kind = kind }

  mutating func append(_ name: String) {
    table[name] = table[name] ?? names.count
    names.append(name)
  }

  func index(of name: String) -> Int? { table[name] }
}
