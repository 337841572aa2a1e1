/// Texts that are looked at, each with a place from 0 on: all of a space, or some of them.
package struct TextPool: Sendable {
  package let space: TextSpace
  /// Their numbers in the space, ascending; `nil` for all.
  package let chosen: [Int]?

  /// All texts.
  package init(_ space: TextSpace) {
    self.space = space
    chosen = nil
  }

  /// Some texts.
  package init(_ space: TextSpace, _ texts: Set<Int>) {
    self.space = space
    chosen = texts.sorted()
  }

  package var count: Int { chosen?.count ?? space.count }

  /// The number of the text at a place.
  @inline(__always)
  package func text(at place: Int) -> Int { chosen?[place] ?? place }

  /// The place of a text; `nil` where it is not among these. Complexity: O(log n).
  package func place(of text: Int) -> Int? {
    guard let chosen else { return text >= 0 && text < space.count ? text : nil }
    var (low, high) = (0, chosen.count)
    while low < high {
      let middle = (low + high) / 2
      if chosen[middle] < text { low = middle + 1 } else { high = middle }
    }
    return low < chosen.count && chosen[low] == text ? low : nil
  }

  /// The options of the text at a place, one per issue.
  package func options(at place: Int) -> [Int] { space.options(of: text(at: place)) }
}
