/// The text of one file, damaged, and where it would stand.
struct Mutant {
  /// Kinds of file that the program reads. Another kind is a case here, a branch in ``Originals``
  /// and one in ``Judge``.
  enum Kind: String, CaseIterable {
    case scenario, sweep, plan
  }

  let kind: Kind
  /// The file that it was made from; what it extends or names is looked for beside it.
  var name: String
  var bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The end of the name of a file that is kept, by which its kind is known.
  static func suffix(of kind: Kind) -> String { kind == .plan ? ".plan.json" : ".\(kind.rawValue).jsonc" }

  /// A file that was kept.
  init?(reading name: String, _ bytes: [UInt8]) {
    guard let kind = Kind.allCases.first(where: { name.hasSuffix(Mutant.suffix(of: $0)) }) else { return nil }
    self.init(kind: kind, name: name, bytes: bytes)
  }

  init(kind: Kind, name: String, bytes: [UInt8]) {
    self.kind = kind
    self.name = name
    self.bytes = bytes
  }
}
