import Experiments
import Testing

@Suite("Saltelli's design")
struct SaltelliDesignTests {
  @Test("rows and their order are SALib's", arguments: ["ishigami", "sobol_g", "shifted"])
  func salib(function: String) throws {
    let expected = try FixtureTable("saltelli_\(function).csv").numbers("x")
    let design = try SaltelliDesign(dimensions: expected[0].count, samples: 64, secondOrder: true)
    #expect(design.rows() == expected)
  }

  @Test("without the second order it is the same design without the rows BA")
  func firstOrder() throws {
    let short = try SaltelliDesign(dimensions: 3, samples: 8, scramble: .seeded(2))
    let long = try SaltelliDesign(dimensions: 3, samples: 8, secondOrder: true, scramble: .seeded(2))
    #expect(short.count == 40)
    #expect(
      short.rows() == long.rows().enumerated().filter { ![4, 5, 6].contains($0.offset % 8) }.map(\.element))
  }

  @Test("more base points keep those there were")
  func grows() throws {
    let small = try SaltelliDesign(dimensions: 2, samples: 4, skip: 8)
    let large = try SaltelliDesign(dimensions: 2, samples: 16, skip: 8)
    #expect(Array(large.rows()[..<small.count]) == small.rows())
  }

  @Test("half of the sequence's dimensions can vary, one more is refused")
  func limits() throws {
    #expect(try SaltelliDesign(dimensions: 555, samples: 1).dimensions == 555)
    #expect(throws: DesignFault.dimensions(556, most: 555)) {
      try SaltelliDesign(dimensions: 556, samples: 1)
    }
  }
}
