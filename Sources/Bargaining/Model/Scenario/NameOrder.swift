/// The order of names, byte by byte, which no file can change by listing things otherwise.
///
/// Whatever is added up is added up in this order, because floating-point sums depend on it in
/// their last bit. It never decides what happens: of equals, a draw of the run keyed by names does.
package enum NameOrder {
  /// The places of the elements of a list, in the order of their names; of the same names, in that
  /// of the list.
  package static func places(of names: [String]) -> [Int] {
    names.indices.sorted { a, b in
      names[a] == names[b] ? a < b : names[a].utf8.lexicographicallyPrecedes(names[b].utf8)
    }
  }
}
