import Experiments
import Testing

@Suite("An axis of a sweep")
struct SweepAxisTests {
  @Test("an interval has both its ends and equal steps, as decimals that were typed")
  func interval() throws {
    let axis = try SweepAxis(parsing: "parties.hamas.willingness=0.2..0.9:8")
    #expect(axis.path == "parties.hamas.willingness")
    #expect(axis.values == ["0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"])
  }

  @Test("0.1..0.4 in four steps has the point 0.3, not the nearest sum of floating-point steps")
  func decimals() throws {
    #expect(try SweepAxis(parsing: "a=0.1..0.4:4").values == ["0.1", "0.2", "0.3", "0.4"])
  }

  @Test(
    "intervals of whole, negative and small numbers are read",
    arguments: [
      ("a=0..10:3", ["0", "5", "10"]),
      ("a=-1..1:3", ["-1", "0", "1"]),
      ("a=1e-3..3e-3:3", ["0.001", "0.002", "0.003"]),
      ("a=0..1:4", ["0", "0.333333333333", "0.666666666667", "1"]),
    ])
  func kinds(text: String, values: [String]) throws {
    #expect(try SweepAxis(parsing: text).values == values)
  }

  @Test("a list keeps its values as they were typed, in that order, numbers or not")
  func list() throws {
    #expect(try SweepAxis(parsing: "a=3,1.50,2e1").values == ["3", "1.50", "2e1"])
    #expect(try SweepAxis(parsing: "a=closest,lowest").values == ["closest", "lowest"])
    #expect(try SweepAxis(parsing: "a=7").values == ["7"])
  }

  @Test(
    "a faulty text is told apart by its fault",
    arguments: [
      ("0.2..0.9:8", SweepAxisFault.noEqualsSign),
      ("=0.2..0.9:8", .noPath),
      ("a=", .noValues),
      ("a=1,,2", .emptyValue(first: "1")),
      ("a=1,2,", .emptyValue(first: "1")),
      ("a=1,2,1", .repeatedValue("1")),
      ("a=0..1", .noCount(low: "0", high: "1")),
      ("a=0..1:", .notACount("")),
      ("a=0..1:x", .notACount("x")),
      ("a=0..1:1", .tooFewPoints(1)),
      ("a=0..1:-3", .tooFewPoints(-3)),
      ("a=0..1:1000001", .tooManyValues(1_000_001)),
      ("a=x..1:3", .notANumber("x")),
      ("a=0..:3", .notANumber("")),
      ("a=1..0:3", .emptyInterval(low: 1, high: 0)),
      ("a=1..1:3", .emptyInterval(low: 1, high: 1)),
      ("a=0..inf:3", .notFinite),
      ("a=-1e308..1e308:3", .notFinite),
    ])
  func faults(text: String, fault: SweepAxisFault) {
    #expect(throws: fault) { try SweepAxis(parsing: text) }
  }
}
