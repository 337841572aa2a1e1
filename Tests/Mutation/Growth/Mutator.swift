import Scenarios

/// Changes the text of a file a little, mostly into another that could be meant.
struct Mutator {
  /// What the format says of places; without it only what is there is moved about.
  let schema: Schema?
  /// Trees of the same kind, from which parts are taken.
  let others: [JSONNode]

  /// A mutant of a tree: one to six changes, one after the other, or very many numbers at the edges
  /// of their ranges at once.
  func mutate(_ original: JSONNode, _ dice: inout Dice) -> JSONNode {
    var tree = original
    if schema != nil, dice.happens(0.2) {
      for _ in 0..<(5 + dice.below(40)) { renumber(&tree, &dice, beyond: 0) }
    } else {
      for _ in 0...(dice.below(3) + dice.below(4)) { change(&tree, &dice) }
    }
    return tree
  }

  private func change(_ tree: inout JSONNode, _ dice: inout Dice) {
    switch dice.below(100) {
    case 0..<40: renumber(&tree, &dice, beyond: 0.05)
    case 40..<62: regrow(&tree, &dice)
    case 62..<76: extend(&tree, &dice)
    case 76..<81: exchange(&tree, &dice)
    case 81..<88: reorder(&tree, &dice)
    case 88..<93: graft(&tree, &dice)
    case 93..<96: tree.remove(any(of: tree, &dice))
    case 96..<98: double(&tree, &dice)
    case 98: empty(&tree, &dice)
    default:
      let place = any(of: tree, &dice)
      tree[place] = Mutator.otherType(than: tree[place], &dice)
    }
  }

  /// A place other than the root, seldom among the words for people.
  private func any(of tree: JSONNode, _ dice: inout Dice) -> Place {
    let places = tree.places.dropFirst()
    let weighty = places.filter { place in
      !place.keys.contains { Growth.remarks.contains($0) || ["name", "$schema", "sources"].contains($0) }
    }
    return dice.pick(dice.happens(0.05) || weighty.isEmpty ? Array(places) : weighty) ?? Place()
  }

  private func growth(of tree: JSONNode) -> Growth? {
    schema.map { Growth(schema: $0, names: Names(tree)) }
  }
}

// MARK: Values

extension Mutator {
  /// A number goes to an edge of its range, with some probability beyond; or becomes another
  /// distribution.
  private func renumber(_ tree: inout JSONNode, _ dice: inout Dice, beyond: Double) {
    let places = tree.places
    let laws = places.filter { tree[$0].isLaw }
    // A part of a distribution is seldom changed alone: it would not fit the others.
    let parts = dice.happens(0.1) ? [] : laws
    let numbers = places.filter { place in
      tree[place].number != nil && !parts.contains { place.steps.starts(with: $0.steps) }
    }
    let likely = dice.happens(0.9) ? (numbers + laws).filter { !$0.isOption } : []
    guard let place = dice.pick(likely.isEmpty ? numbers + laws : likely) else { return }
    // Of options and their steps the format says next to nothing, so that any other number would
    // hardly fit.
    let isOption = place.isOption
    guard let schema, let growth = growth(of: tree), let range = growth.range(at: place.keys),
      !isOption || dice.happens(beyond)
    else {
      tree[place] = .number(scaled(tree[place].number ?? 0, &dice))
      return
    }
    if dice.happens(beyond) {
      tree[place] = .number(range.outside(&dice))
    } else {
      let mayBeUncertain = schema.facets(at: place.keys).isNumber
      tree[place] = mayBeUncertain ? range.number(&dice) : .number(range.inside(&dice))
    }
  }

  /// A number near another, for places of which the format says nothing by itself: the step of a
  /// range, a bound of a condition.
  private func scaled(_ number: Double, _ dice: inout Dice) -> Double {
    number * (dice.pick([0, 0.5, 1, 1, 1, 1 + 0x1p-52, -1, 2, 1e-9, 1e9]) ?? 1)
      + (dice.pick([0, 0, 1, -1, 0.1]) ?? 0)
  }

  /// Another word of an enumeration, or another value altogether that may stand there.
  private func regrow(_ tree: inout JSONNode, _ dice: inout Dice) {
    guard let growth = growth(of: tree) else { return exchange(&tree, &dice) }
    let choices = tree.places.dropFirst().filter { place in
      let facets = growth.schema.facets(at: place.keys)
      return !facets.isEmpty && (!facets.words.isEmpty || facets.isNumber || dice.happens(0.15))
    }
    guard let place = dice.pick(Array(choices)), let value = growth.value(at: place.keys, &dice) else {
      return
    }
    tree[place] = value
  }

  /// A member that was left to its default is given.
  private func extend(_ tree: inout JSONNode, _ dice: inout Dice) {
    guard let growth = growth(of: tree) else { return }
    let objects = tree.places.filter { tree[$0].members != nil && !tree[$0].isLaw }
    guard let place = dice.pick(objects), let members = tree[place].members else { return }
    let present = members.map(\.key)
    let missing = growth.keys(at: place.keys, &dice).filter { key in
      !present.contains(key) && !Growth.excludes(key, present: present)
    }
    guard let key = dice.pick(missing), let value = growth.value(at: place.keys + [key], &dice) else {
      return
    }
    tree[place] = JSONNode(.object(members + [JSONMember(made: key, value)]))
  }

  /// Something of another type.
  private static func otherType(than node: JSONNode, _ dice: inout Dice) -> JSONNode {
    let values: [JSONNode] = [
      .number(0), .number(-1), .number(1e308), .text(""), .text("x"), JSONNode(.bool(true)), JSONNode(.null),
      .list([]), .object([]), .list([node]), .object([("value", node)]),
    ]
    return dice.pick(values) ?? node
  }
}

// MARK: Structure

extension Mutator {
  /// Two texts, or two keys of one object, are put in each other's place.
  private func exchange(_ tree: inout JSONNode, _ dice: inout Dice) {
    let places = tree.places
    let texts = places.filter { tree[$0].string != nil }
    if dice.happens(0.6), let first = dice.pick(texts) {
      // Of the same kind, by the key: protocols with protocols, options with options.
      let alike = texts.filter { $0.keys.last == first.keys.last || $0.keys.count == first.keys.count }
      guard let second = dice.pick(alike) else { return }
      (tree[first], tree[second]) = (tree[second], tree[first])
      return
    }
    guard let place = dice.pick(places.filter { tree[$0].children.count > 1 }) else { return }
    var children = tree[place].children
    let (a, b) = (dice.below(children.count), dice.below(children.count))
    children.swapAt(a, b)
    if let members = tree[place].members {
      tree[place] = .object(zip(members.map(\.key), children).map { ($0, $1) })
    } else {
      tree[place] = .list(children)
    }
  }

  /// Members or elements stand in another order.
  private func reorder(_ tree: inout JSONNode, _ dice: inout Dice) {
    let places = tree.places
    guard let place = dice.pick(places.filter { tree[$0].children.count > 1 }) else { return }
    switch tree[place].value {
    case .array(var elements):
      elements.insert(elements.remove(at: dice.below(elements.count)), at: dice.below(elements.count))
      tree[place] = .list(elements)
    case .object(var members):
      members.insert(members.remove(at: dice.below(members.count)), at: dice.below(members.count))
      tree[place] = JSONNode(.object(members))
    default: break
    }
  }

  /// A part is replaced by one that stands under the same key elsewhere, in this file or in
  /// another.
  private func graft(_ tree: inout JSONNode, _ dice: inout Dice) {
    let place = any(of: tree, &dice)
    guard let donor = dice.happens(0.7) ? tree : dice.pick(others) else { return }
    let grafts = donor.places.filter {
      $0.keys.count == place.keys.count && $0.keys.last == place.keys.last
        || $0.keys.count == place.keys.count && $0.keys.dropLast() == place.keys.dropLast()
    }
    guard let graft = dice.pick(grafts) else { return }
    tree[place] = donor[graft]
  }

  /// A member or an element stands twice; a member mostly under another key.
  private func double(_ tree: inout JSONNode, _ dice: inout Dice) {
    let place = any(of: tree, &dice)
    guard let step = place.steps.last else { return }
    switch tree[place.parent].value {
    case .array(var elements):
      elements.insert(elements[step], at: dice.below(elements.count + 1))
      tree[place.parent] = .list(elements)
    case .object(var members):
      let key = members[step].key + (dice.happens(0.8) ? "_2" : "")
      members.append(JSONMember(made: key, members[step].value))
      tree[place.parent] = JSONNode(.object(members))
    default: break
    }
  }

  /// A list or an object loses all it holds.
  private func empty(_ tree: inout JSONNode, _ dice: inout Dice) {
    let places = tree.places
    let filled = places.dropFirst().filter { !tree[$0].children.isEmpty }
    guard let place = dice.pick(Array(filled)) else { return }
    tree[place] = tree[place].elements != nil ? .list([]) : .object([])
  }
}

extension Place {
  /// Whether a number here is an option of an issue, or the step between two.
  fileprivate var isOption: Bool { keys.first == "issues" && !keys.contains("firmness") }
}
