import Experiments
import Randomness
import Testing

@Suite("Patient rule induction")
struct PrimTests {
  @Test("a known box is found to within a step of peeling, and idle inputs stay free", arguments: 1...5)
  func knownBox(seed: UInt64) throws {
    // 4,000 cases, of interest exactly inside 0.2 <= x1 <= 0.6, x2 >= 0.5: a mass of 0.2.
    let rows = try SobolDesign(dimensions: 6, count: 4_000, scramble: .seeded(seed)).rows()
    let interest = rows.map { 0.2 <= $0[0] && $0[0] <= 0.6 && $0[1] >= 0.5 }
    let prim = try Prim(inputs: numeric(rows), isInteresting: interest)
    let trajectory = prim.trajectory()
    let box = prim.pruned(trajectory.boxes[trajectory.choice(density: 0.95)])
    #expect(box.density >= 0.94 && box.coverage >= 0.9, "seed \(seed): \(box.density) \(box.coverage)")
    #expect(Set(box.restrictions.map(\.input)) == [0, 1])
    let (x1, x2) = (interval(box.limits[0]), interval(box.limits[1]))
    #expect(abs(x1[0] - 0.2) < 0.02 && abs(x1[1] - 0.6) < 0.02, "seed \(seed): \(x1)")
    #expect(abs(x2[0] - 0.5) < 0.03 && x2[1] > 0.999, "seed \(seed): \(x2)")
  }

  @Test("a search ends with the box that it has come to when somebody wants to stop")
  func stopped() throws {
    let rows = try SobolDesign(dimensions: 4, count: 1_000, scramble: .seeded(1)).rows()
    let prim = try Prim(inputs: numeric(rows), isInteresting: rows.map { $0[0] < 0.3 && $0[1] > 0.6 })
    let whole = prim.trajectory()
    #expect(whole.boxes.count > 6)
    for limit in 0..<5 {
      var asked = 0
      let part = prim.trajectory {
        asked += 1
        return asked > limit
      }
      // One question before each step of peeling, and one more before pasting.
      #expect(part.boxes == Array(whole.boxes[...limit]))
      #expect(asked == limit + 2)
    }
    let loose = prim.pruned(whole.boxes[5], level: 0, shouldStop: { true })
    #expect(loose.limits == whole.boxes[5].limits)
  }

  @Test("two separate boxes are found one after the other, and their coverages add up")
  func covering() throws {
    let rows = try SobolDesign(dimensions: 3, count: 4_000, scramble: .seeded(2)).rows()
    let interest = rows.map { ($0[0] < 0.4 && $0[1] < 0.5) || ($0[0] > 0.6 && $0[1] > 0.8) }
    let prim = try Prim(inputs: numeric(rows), isInteresting: interest)
    let boxes = prim.cover(density: 0.9, most: 5)
    try #require(boxes.count >= 2)
    #expect(boxes.allSatisfy { $0.density >= 0.9 })
    #expect(boxes.reduce(0) { $0 + $1.coverage } > 0.9)
    let inside = zip(rows, interest).filter { row, isInteresting in
      isInteresting && boxes.contains { holds($0, row) }
    }
    let covered = boxes.reduce(0) { $0 + $1.interesting }
    #expect(inside.count == covered)
    #expect(prim.cover(density: 0.9, most: 1) == Array(boxes[..<1]))
  }

  @Test("two categories of five are found")
  func categories() throws {
    let rows = try SobolDesign(dimensions: 3, count: 1_000, scramble: .seeded(4)).rows()
    let category = rows.map { Int($0[0] * 5) }
    let inputs =
      [DiscoveryInput(name: "forum", values: .categorical(category, names: ["a", "b", "c", "d", "e"]))]
      + Array(numeric(rows)[1...])
    let prim = try Prim(inputs: inputs, isInteresting: category.map { $0 == 1 || $0 == 4 })
    let trajectory = prim.trajectory()
    let box = trajectory.boxes[trajectory.choice(density: 1)]
    #expect(box.limits[0] == .categories([1, 4]))
    #expect(box.coverage == 1 && box.density == 1 && box.restrictedInputs == 1)
    #expect(box.restrictions.map(\.side) == [.categories])
  }

  @Test("a box on idle inputs alone is pruned to nothing")
  func pruning() throws {
    let rows = try SobolDesign(dimensions: 4, count: 500, scramble: .seeded(6)).rows()
    var stream = RandomStream(seed: 12, run: 0, stream: StreamID("test.interest"))
    let prim = try Prim(inputs: numeric(rows), isInteresting: rows.map { _ in stream.uniform() < 0.5 })
    let trajectory = prim.trajectory()
    // Among 500 cases of pure luck a tail of 1e-6 does not come about by search.
    let box = prim.pruned(try #require(trajectory.boxes.last), level: 1e-6)
    #expect(box.restrictions.isEmpty)
    #expect(box.cases == 500 && box.mass == 1 && box.coverage == 1)
  }

  @Test("of boxes dense enough the one of largest coverage is chosen, else the densest")
  func choice() throws {
    let rows = try SobolDesign(dimensions: 2, count: 1_000, scramble: .seeded(7)).rows()
    var stream = RandomStream(seed: 3, run: 0, stream: StreamID("test.interest"))
    let interest = rows.map { stream.uniform() < 0.8 * $0[0] }
    let trajectory = try Prim(inputs: numeric(rows), isInteresting: interest).trajectory()
    let chosen = trajectory.boxes[trajectory.choice(density: 0.6)]
    #expect(chosen.density >= 0.6)
    #expect(trajectory.boxes.allSatisfy { $0.density < 0.6 || $0.coverage <= chosen.coverage })
    let densest = trajectory.boxes[trajectory.choice(density: 2)]
    #expect(trajectory.boxes.allSatisfy { $0.density <= densest.density })
    #expect(trajectory.choice(density: 0) == 0)
  }

  @Test("an input with one value, or with two, does no harm")
  func degenerate() throws {
    let inputs = [
      DiscoveryInput(name: "same", values: .numeric([Double](repeating: 3, count: 40))),
      DiscoveryInput(name: "two", values: .numeric((0..<40).map { Double($0 % 2) })),
      DiscoveryInput(name: "one", values: .categorical([Int](repeating: 0, count: 40), names: ["only"])),
    ]
    let trajectory = try Prim(inputs: inputs, isInteresting: (0..<40).map { $0 % 2 == 1 }).trajectory()
    let box = try #require(trajectory.boxes.last)
    #expect(box.density == 1 && box.coverage == 1)
    #expect(box.limits[1] == .interval(0.5, 1))
    #expect(box.restrictedInputs == 1)
  }

  @Test("faulty cases are refused, saying where")
  func refusals() {
    let good = DiscoveryInput(name: "x", values: .numeric([1, 2]))
    #expect(throws: DiscoveryFault.noInputs) { try Prim(inputs: [], isInteresting: [true, false]) }
    #expect(throws: DiscoveryFault.caseCount(input: "x", 2, cases: 3)) {
      try Prim(inputs: [good], isInteresting: [true, false, true])
    }
    #expect(throws: DiscoveryFault.nothingToTellApart(interesting: 2, cases: 2)) {
      try Prim(inputs: [good], isInteresting: [true, true])
    }
    #expect(throws: DiscoveryFault.notFinite(input: "y", case: 1)) {
      try Prim(
        inputs: [good, DiscoveryInput(name: "y", values: .numeric([1, .nan]))], isInteresting: [true, false])
    }
    #expect(throws: DiscoveryFault.noSuchCategory(input: "z", case: 0)) {
      try Prim(
        inputs: [DiscoveryInput(name: "z", values: .categorical([2, 0], names: ["a", "b"]))],
        isInteresting: [true, false])
    }
  }

  private func numeric(_ rows: [[Double]]) -> [DiscoveryInput] {
    rows[0].indices.map { input in
      DiscoveryInput(name: "x\(input + 1)", values: .numeric(rows.map { $0[input] }))
    }
  }

  private func interval(_ limit: PrimLimit) -> [Double] {
    if case .interval(let low, let high) = limit { [low, high] } else { [] }
  }

  private func holds(_ box: PrimBox, _ row: [Double]) -> Bool {
    zip(box.limits, row).allSatisfy { limit, value in
      let ends = interval(limit)
      return ends[0] <= value && value <= ends[1]
    }
  }
}
