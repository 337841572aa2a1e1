import Experiments
import Testing

@Suite("Patient rule induction against the EMA Workbench")
struct PrimReferenceTests {
  static let options = [
    "uniform": PrimOptions(),
    "mixed": PrimOptions(peelAlpha: 0.1, pasteAlpha: 0.1, objective: .gainPerShare),
    "original": PrimOptions(pasteAlpha: 0.2, leastMass: 0.1, objective: .density),
  ]

  @Test("the boxes of two searches are the same to the case", arguments: options.keys.sorted())
  func trajectories(name: String) throws {
    let prim = try cases(name)
    let table = try FixtureTable("prim_\(name)_boxes.csv")
    var found: [PrimBox] = []
    for search in 1...2 {
      let expected = table.rows.filter { $0[0] == "\(search)" }
      let trajectory = prim.trajectory(outside: found)
      #expect(trajectory.boxes.count == expected.count)
      for (box, row) in zip(trajectory.boxes, expected) {
        try expectSame(box, row, prim)
      }
      found.append(try #require(trajectory.boxes.last))
      let sizes = trajectory.boxes.map(\.cases)
      #expect(trajectory.peeled == 1 + zip(sizes, sizes.dropFirst()).count { $0 > $1 })
    }
  }

  private func expectSame(_ box: PrimBox, _ row: [String], _ prim: Prim) throws {
    #expect([box.cases, box.interesting] == row[2...3].map { Int($0) })
    #expect([box.coverage, box.density, box.mass] == row[4...6].map { Double($0) })
    #expect(box.restrictedInputs == Int(row[7]))
    for (input, limit) in box.limits.enumerated() {
      let cells = Array(row[(8 + 4 * input)..<(12 + 4 * input)])
      switch limit {
      case .interval(let low, let high): #expect([low, high] == cells[..<2].map { Double($0) })
      case .categories(let allowed):
        #expect(allowed.map { ["a", "b", "c", "d"][$0] }.joined() == cells[0])
      }
      for (cell, sides) in [(cells[2], [PrimBox.Side.low, .categories]), (cells[3], [.high])] {
        let expected = try #require(Double(cell))
        let side = box.restrictions.first { $0.input == input && sides.contains($0.side) }
        #expect(abs((side?.quasiP ?? -1) - expected) <= 1e-9, "\(row[0...1]) \(input) \(cell)")
      }
    }
  }

  private func cases(_ name: String) throws -> Prim {
    let table = try FixtureTable("prim_\(name)_cases.csv")
    let inputs = try table.names.dropLast().enumerated().map { column, input in
      guard input != "kind" else {
        let names = ["a", "b", "c", "d"]
        let indices = try table.rows.map { try #require(names.firstIndex(of: $0[column])) }
        return DiscoveryInput(name: input, values: .categorical(indices, names: names))
      }
      return DiscoveryInput(
        name: input, values: .numeric(try table.rows.map { try #require(Double($0[column])) }))
    }
    return try Prim(
      inputs: inputs, isInteresting: table.rows.map { $0.last == "1" },
      options: try #require(PrimReferenceTests.options[name]))
  }
}
