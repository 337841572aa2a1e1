import Experiments
import Testing

@Suite("The paired difference of means")
struct PairedMeanTests {
  @Test("the standard error of the sleep data is the published one")
  func sleep() throws {
    // Student 1908 (doi:10.1093/biomet/6.1.1): extra hours of sleep of ten patients under two
    // drugs; t = 4.0621.
    let found = PairedMean(
      first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    let (difference, error) = (try #require(found.difference), try #require(found.standardError))
    #expect(abs(difference - 1.58) < 1e-12)
    #expect(abs(difference / error - 4.0621) < 5e-5)
    let interval = try #require(found.interval())
    #expect(abs(interval.upperBound - (1.58 + 1.959964 * error)) < 1e-6)
  }

  @Test("parts joined are the whole, and one run has no error")
  func parts() throws {
    var sum = PairedMean(first: [1, 2, 3], second: [2, 5, 1])
    sum.merge(PairedMean(first: [4, 0], second: [4, 1]))
    let whole = PairedMean(first: [1, 2, 3, 4, 0], second: [2, 5, 1, 4, 1])
    #expect(sum.count == 5)
    #expect(abs((sum.difference ?? 0) - (whole.difference ?? 1)) < 1e-15)
    #expect(abs(try #require(sum.standardError) - (try #require(whole.standardError))) < 1e-15)
    #expect(abs((sum.firstMean ?? 0) - 2) < 1e-15 && abs((sum.secondMean ?? 0) - 2.6) < 1e-15)
    #expect(PairedMean(first: [1], second: [3]).difference == 2)
    #expect(PairedMean(first: [1], second: [3]).interval() == nil)
  }
}
