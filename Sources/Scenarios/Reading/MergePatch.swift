/// JSON Merge Patch (RFC 7386) on trees with places, stricter in one point: removing what is not there
/// is a fault.
package enum MergePatch {
  /// Changes `target` by `patch`: objects are merged key by key, `null` removes a key, anything else
  /// replaces. Order is that of the target, new keys last. What comes from the patch keeps the places of
  /// the patch, so that faults are told where the change was written.
  package static func apply(_ patch: JSONNode, to target: inout JSONNode, _ diagnostics: inout Diagnostics) {
    guard case .object(let changes) = patch.value else {
      target = patch
      return
    }
    var members: [JSONMember?] = (target.members ?? []).map { $0 }
    // With many keys, a table; with few, looking through them is faster.
    let table: [String: Int] =
      members.count * changes.count > 1_000
      ? Dictionary(members.enumerated().map { ($1?.key ?? "", $0) }, uniquingKeysWith: { first, _ in first })
      : [:]
    for change in changes {
      let place = table.isEmpty ? members.firstIndex { $0?.key == change.key } : table[change.key]
      if case .null = change.value.value {
        if let place {
          members[place] = nil
        } else {
          // Some names are enough to find what was meant; a hostile file has a million.
          let names = diagnostics.isFull ? [] : Array(members.lazy.compactMap { $0?.key }.prefix(1_000))
          diagnostics.error(
            at: change.keySpan, "there is no \(Quoting.quoted(change.key)) to remove",
            hint: Suggestion.hint(for: change.key, among: names))
        }
        continue
      }
      var value = place.flatMap { members[$0]?.value } ?? JSONNode(.object([]), change.value.span)
      apply(change.value, to: &value, &diagnostics)
      let member = JSONMember(key: change.key, keySpan: change.keySpan, value: value)
      if let place { members[place] = member } else { members.append(member) }
    }
    target = JSONNode(.object(members.compactMap { $0 }), patch.span)
  }
}
