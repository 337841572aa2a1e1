/// The p-values of several questions, adjusted so that the probability of any false answer among
/// all is at most the level that one is held against (Holm 1979, *Scandinavian Journal of
/// Statistics* 6, 65–70, https://www.jstor.org/stable/4615733).
///
/// The least of m is multiplied by m, the next by m - 1 and so on; none is below the one before it
/// nor above 1. It holds whatever the dependence among them.
enum Holm {
  static func adjusted(_ values: [Double]) -> [Double] {
    var adjusted = values
    var least = 0.0
    for (rank, index) in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }).enumerated() {
      least = max(least, min(1, values[index] * Double(values.count - rank)))
      adjusted[index] = least
    }
    return adjusted
  }
}
