import Evidence
import Testing

/// By hand.
@Suite("Standard errors")
struct SignificanceTests {
  @Test("pairs that differ count by their sign, over the root of their number")
  func signs() {
    let (with, without) = ([true, true, true, true, false, true], [false, false, false, false, true, true])
    #expect(Significance.mcNemar(with, without) == 3 / 5.0.squareRoot())
    #expect(Significance.mcNemar(without, with) == -3 / 5.0.squareRoot())
    #expect(Significance.signs([7, 1, -2, 0]) == 1 / 3.0.squareRoot())
    #expect(Significance.signs([0]) == 0)
  }

  @Test("shares differ by their pooled error and means by Welch's")
  func independent() {
    // 0.1 / sqrt(0.25 * 0.75 * 0.02)
    #expect(abs(Significance.shares((30, 100), (20, 100)) - 1.632993161855452) < 1e-12)
    #expect(Significance.shares((0, 0), (20, 100)) == 0 && Significance.shares((0, 5), (0, 5)) == 0)
    // 1 / sqrt(1/3 + 1/3)
    #expect(abs(Significance.means([1, 2, 3], [0, 1, 2]) - 1.224744871391589) < 1e-12)
    #expect(Significance.means([1], [0, 1, 2]) == 0)
  }

  /// The first of two groups is early and mostly of one kind, the second late and mostly of the
  /// other: thrown together they differ by kind, and neither does by itself.
  @Test("several z together do not take a difference between groups for one within")
  func together() {
    #expect(Significance.together([3, 1]) == 4 / 2.0.squareRoot())
    #expect(Significance.together([]) == 0)
    let spread = (0..<50).map { Double($0 % 5) }
    let (early, late) = (spread, spread.map { $0 + 100 })
    let few = Array(spread.prefix(5))
    let lateFew = few.map { $0 + 100 }
    #expect(Significance.means(late + few, early + lateFew) > Significance.critical)
    let within = [Significance.means(few, early), Significance.means(late, lateFew)]
    #expect(abs(Significance.together(within)) < 1e-9)
  }
}
