/// JSON Merge Patch (RFC 7386) on trees with places, with two differences: removing what is not
/// there is a fault; and writing one of several alternatives (`uniform` or `triangular`, `values`
/// or `shape`) removes the others, so that a variant can change a number's distribution by writing
/// the new one.
///
/// Patches of models (`models.NAME.patch`) are merged with one another, not applied: what a variant
/// removes by `null` in the patch of a model stays there as `null`, for the scenario that the patch
/// is to change.
package enum MergePatch {
  /// Keys of which an object may have one.
  private static let alternatives: [[String]] = [
    ["uniform", "triangular", "normal", "beta", "choice", "value"], ["constant", "time", "any", "all"],
    ["peak", "threshold"], ["values", "shape"], ["options", "range"], ["add", "multiply"],
    ["time", "tit_for_tat", "mix"],
  ]

  /// Keys of objects whose own keys are names, which mean nothing but themselves.
  private static let nameSpaces: Set<String> = [
    "issues", "parties", "mediators", "forums", "events", "preferences", "values", "toward", "options",
    "choice", "when",
    "label", "name", "models", "tolls",
  ]

  /// Where a merge has come to, as far as it decides what `null` means.
  private enum Place {
    case top, models, model, patch, elsewhere

    func inside(_ key: String) -> Place {
      switch self {
      case .top: key == "models" ? .models : .elsewhere
      case .models: .model
      case .model: key == "patch" ? .patch : .elsewhere
      case .patch: .patch
      case .elsewhere: .elsewhere
      }
    }
  }

  /// Changes `target` by `patch`: objects are merged key by key, `null` removes a key, anything
  /// else replaces. Order is that of the target, new keys last. What comes from the patch keeps the
  /// places of the patch, so that faults are told where the change was written.
  package static func apply(
    _ patch: JSONNode, to target: inout JSONNode, under key: String = "", _ diagnostics: inout Diagnostics
  ) {
    merge(patch, into: &target, under: key, at: key.isEmpty ? .top : .elsewhere, &diagnostics)
  }

  private static func merge(
    _ patch: JSONNode, into target: inout JSONNode, under key: String, at spot: Place,
    _ diagnostics: inout Diagnostics
  ) {
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
    if !nameSpaces.contains(key) { dropAlternatives(to: changes, &members) }
    for change in changes {
      let place = table.isEmpty ? members.firstIndex { $0?.key == change.key } : table[change.key]
      if case .null = change.value.value, spot != .patch {
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
      merge(change.value, into: &value, under: change.key, at: spot.inside(change.key), &diagnostics)
      let member = JSONMember(key: change.key, keySpan: change.keySpan, value: value)
      if let place { members[place] = member } else { members.append(member) }
    }
    target = JSONNode(.object(members.compactMap { $0 }), patch.span)
  }

  /// Removes from an object the alternatives of what a patch writes; with the law `normal` goes its
  /// `within`.
  private static func dropAlternatives(to changes: [JSONMember], _ members: inout [JSONMember?]) {
    for group in alternatives {
      let written = changes.compactMap { change -> String? in
        if case .null = change.value.value { return nil }
        return group.contains(change.key) ? change.key : nil
      }
      guard written.count == 1, let kept = written.first else { continue }
      let dropped =
        group.filter { $0 != kept } + (group.contains("normal") && kept != "normal" ? ["within"] : [])
      let removed = changes.map(\.key)
      for place in members.indices {
        // What the patch itself removes or changes is left to it.
        if let name = members[place]?.key, dropped.contains(name), !removed.contains(name) {
          members[place] = nil
        }
      }
    }
  }
}
