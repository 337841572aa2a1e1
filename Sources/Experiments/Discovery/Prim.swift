/// Patient rule induction: a box of conditions in which cases of interest are frequent.
///
/// Friedman and Fisher 1999 (doi:10.1023/A:1008894516817); for scenario discovery Bryant and
/// Lempert 2010 (doi:10.1016/j.techfore.2009.08.002). Peeling starts from all cases and takes away,
/// again and again, the thin slice at one side of one input (or one category) whose loss raises the
/// objective most; pasting then gives back slices that still raise the density. Each box on the way
/// is kept.
///
/// Steps, limits and scores follow the EMA Workbench 2.5 (Kwakkel 2017,
/// doi:10.1016/j.envsoft.2017.06.054), whose trajectory is reproduced to the case:
///
/// - A limit lies halfway between the two neighbouring values around the quantile; a step over
///   equal values takes them all.
/// - Of candidates with the same score the one that restricts fewer inputs is taken; then the
///   earlier, numeric inputs coming before categorical ones, each in the order given, the high side
///   first in peeling, the low side first in pasting.
/// - Peeling ends where the best candidate would leave less than the least mass, or gains nothing.
///
/// It departs in one thing: categories are pasted also when no numeric input is restricted.
///
/// The result is a function of cases and options; there is no chance in it.
public struct Prim: Sendable {
  /// What boxes may restrict, each with one value per case.
  public let inputs: [DiscoveryInput]
  /// For each case, whether it is of interest.
  public let isInteresting: [Bool]
  /// How carefully boxes are peeled, and what they are judged by.
  public let options: PrimOptions
  /// The limits that hold all cases.
  let whole: [PrimLimit]
  /// For each numeric input the cases by rising value, equal ones by their number; empty for a
  /// categorical one.
  let orders: [[Int]]
  /// The numeric inputs, then the categorical ones.
  let inputOrder: [Int]
  let interesting: Int

  /// - Parameters:
  ///   - inputs: At least one; the values of every case.
  ///   - isInteresting: For each case, whether it is of interest: agreement, say. At least one case
  ///     is and one is not.
  ///   - options: How to search.
  /// - Throws: `DiscoveryFault` when one of these does not hold.
  public init(
    inputs: [DiscoveryInput], isInteresting: [Bool], options: PrimOptions = PrimOptions()
  ) throws(DiscoveryFault) {
    guard !inputs.isEmpty else { throw .noInputs }
    for input in inputs { try Prim.check(input, cases: isInteresting.count) }
    let interesting = isInteresting.count { $0 }
    guard 0 < interesting, interesting < isInteresting.count else {
      throw .nothingToTellApart(interesting: interesting, cases: isInteresting.count)
    }
    self.inputs = inputs
    self.isInteresting = isInteresting
    self.options = options
    self.interesting = interesting
    whole = inputs.map(\.whole)
    orders = inputs.map { input in
      guard case .numeric(let numbers) = input.values else { return [] }
      return numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    }
    inputOrder =
      inputs.indices.filter { !inputs[$0].isCategorical } + inputs.indices.filter { inputs[$0].isCategorical }
  }

  private static func check(_ input: DiscoveryInput, cases: Int) throws(DiscoveryFault) {
    guard input.count == cases else { throw .caseCount(input: input.name, input.count, cases: cases) }
    switch input.values {
    case .numeric(let numbers):
      if let index = numbers.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(input: input.name, case: index)
      }
    case .categorical(let indices, let names):
      if let index = indices.firstIndex(where: { !names.indices.contains($0) }) {
        throw .noSuchCategory(input: input.name, case: index)
      }
    }
  }

  /// One search.
  ///
  /// - Parameters:
  ///   - boxes: Boxes found before, whose cases are left out; usually none.
  ///   - shouldStop: Asked before every step; once it says yes, the search ends with the box that
  ///     it has come to.
  /// - Complexity: O(D n) for each step, with D inputs and n cases; peeling takes about log(least
  ///   mass)/log(1 - alpha) steps.
  public func trajectory(
    outside boxes: [PrimBox] = [], shouldStop: () -> Bool = { false }
  ) -> PrimTrajectory {
    var search = PrimSearch(self, remaining: remaining(outside: boxes), limits: whole)
    search.peel(shouldStop)
    let peeled = search.boxes.count
    search.paste(shouldStop)
    return PrimTrajectory(boxes: search.boxes, peeled: peeled)
  }

  /// Boxes one after another, each looked for among the cases that no box before it holds, until
  /// one would not be dense enough (covering; Friedman and Fisher 1999, section 11).
  ///
  /// - Parameters:
  ///   - density: What a box must reach; on each trajectory ``PrimTrajectory/choice(density:)``
  ///     chooses.
  ///   - most: The most boxes.
  /// - Returns: The boxes, which may be none. Coverage and mass are shares of all cases, so that
  ///   they add up; density and quasi-p-values are among the cases that were left.
  public func cover(density: Double, most: Int) -> [PrimBox] {
    var boxes: [PrimBox] = []
    while boxes.count < most {
      let trajectory = trajectory(outside: boxes)
      let box = trajectory.boxes[trajectory.choice(density: density)]
      guard box.cases > 0, box.density >= density else { break }
      boxes.append(box)
    }
    return boxes
  }

  /// The box without the sides that do nothing: while some side's quasi-p-value is above `level`,
  /// the side with the largest (of equals the first) is let go and the others are judged anew (as
  /// Bryant and Lempert 2010 advise).
  ///
  /// - Parameters:
  ///   - box: A box of ``trajectory(outside:shouldStop:)`` or ``cover(density:most:)``.
  ///   - level: What counts as significant.
  ///   - boxes: The boxes that were found before it.
  ///   - shouldStop: Asked before every side; once it says yes, the box is left as it is.
  public func pruned(
    _ box: PrimBox, level: Double = 0.05, outside boxes: [PrimBox] = [], shouldStop: () -> Bool = { false }
  ) -> PrimBox {
    var search = PrimSearch(self, remaining: remaining(outside: boxes), limits: box.limits)
    while !shouldStop(), let weakest = search.weakestRestriction(above: level) { search.loosen(weakest) }
    return search.box()
  }

  /// For each case, whether none of the boxes holds it.
  private func remaining(outside boxes: [PrimBox]) -> [Bool] {
    isInteresting.indices.map { index in !boxes.contains { holds($0.limits, index) } }
  }

  /// Whether a case lies in a box.
  func holds(_ limits: [PrimLimit], _ index: Int) -> Bool {
    zip(limits, inputs).allSatisfy { $0.holds($1.values, index) }
  }
}

extension DiscoveryInput {
  var isCategorical: Bool {
    if case .categorical = values { true } else { false }
  }
}
