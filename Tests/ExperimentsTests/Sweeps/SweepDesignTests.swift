import Experiments
import Testing

@Suite("A sweep's design")
struct SweepDesignTests {
  @Test("every combination occurs once, the first axis slowest")
  func grid() throws {
    let design = try SweepDesign(axes: [
      SweepAxis(parsing: "a=1,2"), SweepAxis(parsing: "b=x,y,z"), SweepAxis(parsing: "c=0,1"),
    ])
    #expect(design.count == 12)
    #expect(
      (0..<design.count).map { design[$0].joined() } == [
        "1x0", "1x1", "1y0", "1y1", "1z0", "1z1", "2x0", "2x1", "2y0", "2y1", "2z0", "2z1",
      ])
  }

  @Test("a path cannot be varied twice")
  func repeatedPath() throws {
    let axis = try SweepAxis(parsing: "a=1,2")
    #expect(throws: SweepDesignFault.repeatedPath("a")) { try SweepDesign(axes: [axis, axis]) }
  }

  @Test("a design of more points than could ever be run is refused, without overflow")
  func tooLarge() throws {
    let axes = try ["a", "b", "c", "d"].map { try SweepAxis(path: $0, from: 0, through: 1, count: 1_000_000) }
    #expect(throws: SweepDesignFault.tooManyPoints) { try SweepDesign(axes: axes) }
  }

  @Test("a design without an axis is refused")
  func empty() {
    #expect(throws: SweepDesignFault.noAxes) { try SweepDesign(axes: []) }
  }

  @Test("axes that are taken in step count as one, and a sample is a factor like any other")
  func factors() throws {
    let pair = [try SweepAxis(parsing: "a=1,2"), try SweepAxis(parsing: "b=x,y")]
    let range = try #require(try SweepRange(parsing: "c=10..20"))
    let design = try SweepDesign(
      axes: [pair], ranges: [range], sampling: .sobol(4), seed: 1, variants: ["p", "q"])
    #expect(design.paths == ["a", "b", "c"])
    #expect(design.count == 16)
    // The first coordinate of the Sobol' sequence is van der Corput's: 0, 1/2, 3/4, 1/4.
    #expect(
      (0..<8).map { design[$0].joined(separator: " ") } == [
        "1 x 10", "1 x 15", "1 x 17.5", "1 x 12.5", "2 y 10", "2 y 15", "2 y 17.5", "2 y 12.5",
      ])
    #expect(
      (0..<16).map { design.variant(at: $0) } == Array(repeating: 0, count: 8) + Array(repeating: 1, count: 8)
    )
  }

  @Test("axes of unequal length cannot be taken in step")
  func unequal() throws {
    let pair = [try SweepAxis(parsing: "a=1,2"), try SweepAxis(parsing: "b=x,y,z")]
    #expect(throws: SweepDesignFault.unequalLengths("a", 2, "b", 3)) {
      try SweepDesign(axes: [pair], ranges: [], sampling: nil, seed: 1, variants: [])
    }
  }

  @Test("a range without a design, and a design without a range, are refused")
  func sampling() throws {
    let range = try #require(try SweepRange(parsing: "c=0..1"))
    #expect(throws: SweepDesignFault.noSampling(range)) {
      try SweepDesign(axes: [], ranges: [range], sampling: nil, seed: 1, variants: [])
    }
    #expect(throws: SweepDesignFault.noRanges("lhs:5")) {
      try SweepDesign(axes: [], ranges: [], sampling: .latinHypercube(5), seed: 1, variants: [])
    }
  }

  @Test("a Latin hypercube has one point in each of N strata of every range")
  func latinHypercube() throws {
    let ranges = try ["a=0..1", "b=-5..5"].map { try #require(try SweepRange(parsing: $0)) }
    let design = try SweepDesign(
      axes: [], ranges: ranges, sampling: .latinHypercube(50), seed: 9, variants: [])
    for (column, (low, width)) in [(0.0, 1.0), (-5.0, 10.0)].enumerated() {
      let strata = try (0..<50).map { point in
        Int(((try #require(Double(design[point][column])) - low) / width * 50).rounded(.down))
      }
      #expect(strata.sorted() == Array(0..<50))
    }
  }

  @Test(
    "points are simulated in an order that visits each once and leaves no half of a grid for later",
    arguments: [1, 2, 3, 4, 7, 10, 64, 97, 360, 1_000])
  func order(count: Int) throws {
    let design = try SweepDesign(axes: [SweepAxis(path: "a", values: (0..<count).map(String.init))])
    let order = (0..<count).map { design.point(at: $0) }
    #expect(order.sorted() == Array(0..<count))
    // Of the first eighth of the order, every quarter of the design has its share, give or take
    // what cannot be even.
    let first = order.prefix(count / 8)
    for quarter in 0..<4 where count >= 64 {
      let inside = first.count { $0 * 4 / count == quarter }
      #expect(inside >= first.count / 8 && inside <= first.count / 2)
    }
  }
}
