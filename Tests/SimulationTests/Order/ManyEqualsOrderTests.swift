import Bargaining
import Testing

/// Where more outcomes are worth the same than a tactic looks at in one turn, which of them it
/// looks at is the same in whichever order the file lists things.
struct ManyEqualsOrderTests {
  static let seed: UInt64 = 20_260_914

  @Test(
    "whatever the order of a file, a Zeuthen party comes upon the same thousand of many equal outcomes",
    arguments: 0..<3)
  func sameThousand(block: Int) throws {
    for number in block * 4..<block * 4 + 4 {
      // 24,576 outcomes whose worths are halves over at most 14.
      let text = TiedText.make(number, seed: Self.seed, tactic: "zeuthen", more: 4)
      var permutation = Permutation(seed: Self.seed, number: number)
      let permuted = permutation.apply(to: text)
      let difference = try OrderTests.difference(
        OrderTests.told(text, runs: 10, traced: 10), OrderTests.told(permuted, runs: 10, traced: 10))
      #expect(
        difference == nil,
        "seed \(Self.seed), conflict \(number): \(difference ?? "")\n\(text.text)\n\(permuted.text)")
    }
  }
}
