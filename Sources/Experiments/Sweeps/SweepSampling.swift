import Tables

/// How a design chooses its points over ranges, written `lhs:200` or `sobol:256`.
package enum SweepSampling: Sendable, Equatable {
  /// A Latin hypercube of so many points, drawn by the sweep's seed.
  case latinHypercube(Int)
  /// The first so many points of the Sobol' sequence, the corner of all lower ends first.
  case sobol(Int)

  /// Reads `lhs:N` or `sobol:N`; `nil` for anything else.
  package init?(parsing text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = WholeNumber.parse(String(parts[1])),
      let count = Int(exactly: number), count > 0
    else { return nil }
    switch parts[0] {
    case "lhs": self = .latinHypercube(count)
    case "sobol": self = .sobol(count)
    default: return nil
    }
  }

  /// As it is written.
  package var text: String {
    switch self {
    case .latinHypercube(let count): "lhs:\(count)"
    case .sobol(let count): "sobol:\(count)"
    }
  }

  /// The points in the unit cube.
  package func design(dimensions: Int, seed: UInt64) throws(DesignFault) -> any UnitDesign {
    switch self {
    case .latinHypercube(let count): try LatinHypercube(dimensions: dimensions, count: count, seed: seed)
    case .sobol(let count): try SobolDesign(dimensions: dimensions, count: count)
    }
  }
}
