import Foundation
import Scenarios
import Testing

/// The shipped scenarios, whole and damaged.
@Suite struct MutationTests {
  static let originals =
    Fixtures.scenarios(in: Fixtures.shipped)
    + Fixtures.scenarios(in: Fixtures.folder.appendingPathComponent("valid"))

  @Test("every shipped scenario is read without error", arguments: originals)
  func accepted(_ file: URL) throws {
    let reading = try ScenarioReader.read(path: file.path)
    #expect(!reading.diagnostics.hasErrors)
    #expect(!reading.scenario.parameters.isEmpty)
  }

  /// Reading damaged text must end, must not crash, and must name a place for whatever it refuses.
  ///
  /// Damage is done to the bytes (any byte, a piece cut out, a piece copied elsewhere) and to the words of
  /// the format (a number, a name or a bracket put in place of another), so that both grammar and meaning are
  /// hit.
  @Test("20,000 random mutations are refused with a place or accepted", arguments: 0..<4)
  func mutations(_ part: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("random mutations, part \(part): seed \(seed)")
    let texts = try Self.originals.map { (name: $0.path, bytes: [UInt8](try Data(contentsOf: $0))) }
    let words = texts.map { Words($0.bytes) }
    let costs = try Self.originals.map { file in
      try ScenarioReader.read(path: file.path).files.reduce(0) { $0 + $1.bytes.count }
    }
    let cheapest = costs.min() ?? 1
    var random = SplitMix(seed: seed)
    var refused = 0
    for round in 0..<5_000 {
      var pick = random.below(texts.count)
      #if DEBUG
        // Debug builds are some ten times slower: there a text is chosen the less often the longer it takes.
        while random.below(costs[pick]) >= cheapest { pick = random.below(texts.count) }
      #endif
      var bytes = texts[pick].bytes
      for _ in 0...random.below(3) { damage(&bytes, words[pick], &random) }
      let document = ScenarioDocument.load(
        text: String(decoding: bytes, as: UTF8.self), name: texts[pick].name)
      do throws(ScenarioFault) {
        _ = try document.decode()
      } catch {
        refused += 1
        let list = error.diagnostics.list(limit: 100)
        if !list.contains(where: { $0.severity == .error })
          || list.contains(where: { $0.line < 1 || $0.column < 1 })
        {
          Issue.record("seed \(seed), round \(round), \(texts[pick].name): \(error)")
          return
        }
      }
    }
    #expect(refused > 1_000)
  }

  private func damage(_ bytes: inout [UInt8], _ words: Words, _ random: inout SplitMix) {
    if bytes.isEmpty { return }
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + 1 + random.below(40))
    switch random.below(8) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count))
    case 3: bytes.insert(Array("{}[]\",:/*-.0".utf8)[random.below(12)], at: place)
    default: words.exchange(in: &bytes, &random)
    }
  }
}

/// The words of a text: what stands between quotes, numbers and brackets.
private struct Words {
  private let ranges: [Range<Int>]
  private let words: [[UInt8]]
  private static let odd = [
    "-1", "0", "1e9", "1e300", "0.5", "null", "true", "[]", "{}", "\"\"", "\"x\"", "[1, 2]",
    "{\"uniform\": [0, 1]}",
    "{\"normal\": [0, 1], \"within\": [0, 1]}", "{\"choice\": {\"0.5\": 1}}", "\"mediators.egypt.formulate\"",
  ].map { Array($0.utf8) }

  init(_ bytes: [UInt8]) {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      let start = at
      if bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
        at = min(at + 1, bytes.count)
        ranges.append(start..<at)
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
        while at < bytes.count, (UInt8(ascii: ".")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
        ranges.append(start..<at)
      } else {
        if "[]{}:,".utf8.contains(bytes[at]) { ranges.append(at..<at + 1) }
        at += 1
      }
    }
    self.ranges = ranges
    words = ranges.map { Array(bytes[$0]) }
  }

  /// Puts a word of the text, or an odd one, in place of another; after earlier damage the places may have
  /// shifted.
  func exchange(in bytes: inout [UInt8], _ random: inout SplitMix) {
    guard let last = ranges.last, last.upperBound <= bytes.count else { return }
    let place = ranges[random.below(ranges.count)]
    let isOdd = random.below(3) == 0
    let word = isOdd ? Words.odd[random.below(Words.odd.count)] : words[random.below(words.count)]
    bytes.replaceSubrange(place, with: word)
  }
}
