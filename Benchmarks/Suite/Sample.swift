/// Several measurements of one thing.
struct Sample {
  /// In the order in which they were taken; at least one.
  let values: [Double]

  var sorted: [Double] { values.sorted() }

  var median: Double {
    let sorted = sorted
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  var least: Double { sorted.first ?? .nan }
  var greatest: Double { sorted.last ?? .nan }

  /// Half the distance between least and greatest, as a share of the median.
  var spread: Double { (greatest - least) / 2 / median }
}
