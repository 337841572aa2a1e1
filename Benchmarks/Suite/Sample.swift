import Tables

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

/// Numbers as tables show them.
enum Shown {
  /// `3,512,004`.
  static func grouped(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  /// To so many decimals.
  static func fixed(_ value: Double, _ places: Int) -> String {
    var text = ByteBuffer()
    text.append(real: value, decimals: places)
    return text.string
  }

  static func percent(_ share: Double) -> String { fixed(100 * share, 1) + "%" }

  /// Padded to a width, to the right.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Padded to a width, to the left.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
