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
}
