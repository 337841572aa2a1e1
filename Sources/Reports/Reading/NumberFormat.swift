import Results
import Tables

/// How the numbers of one column are spelt for people: as many decimals as the widest interval of
/// the column supports, which is where that interval has two digits.
struct NumberFormat {
  private let isShare: Bool
  private let isCounted: Bool
  private let places: Int?
  private let words: IntervalWords

  init(
    _ column: Column, _ meaning: ColumnMeaning?, _ interval: (low: Column, high: Column)?, error: Column?,
    decimals: Int?, words: IntervalWords
  ) {
    self.words = words
    isShare = meaning?.unit == "share"
    isCounted = !(meaning?.unit.isEmpty ?? true) && meaning?.unit != "round"
    let scale = isShare ? 100.0 : 1
    var widths: [Double] = []
    if let interval {
      for row in 0..<column.count {
        if case .real(let low) = interval.low[row], case .real(let high) = interval.high[row] {
          widths.append((high - low) / 2)
        }
      }
    } else if let error, column.kind == .real {
      for row in 0..<error.count { if case .real(let error) = error[row] { widths.append(1.96 * error) } }
    }
    let widest = widths.filter { $0.isFinite && $0 > 0 }.max()
    places = decimals ?? widest.map { NumberFormat.places(for: scale * $0) } ?? (isShare ? 1 : nil)
  }

  /// Decimals at which a half-width has two digits: 1 for 1.1, 0 for 12, 2 for 0.11.
  static func places(for width: Double) -> Int {
    var places = 1
    // 0.1 that came of a subtraction is 0.1.
    var size = width * (1 + 1e-9)
    while size < 1, places < 12 {
      size *= 10
      places += 1
    }
    return size >= 10 ? 0 : places
  }

  /// The cell, `nil` where there is nothing; with its interval, `41.2% (40.1 to 42.3)`.
  func text(_ cell: Cell, low: Cell?, high: Cell?) -> String? {
    guard let text = spelt(cell) else { return nil }
    guard case .real(let low)? = low, case .real(let high)? = high else { return text + (isShare ? "%" : "") }
    return words.text(text + (isShare ? "%" : ""), figures(low), figures(high))
  }

  private func spelt(_ cell: Cell) -> String? {
    switch cell {
    case .missing: nil
    case .text(let text): text
    case .integer(let number): isCounted ? Numerals.count(number) : "\(number)"
    case .real(let number): figures(number)
    }
  }

  private func figures(_ number: Double) -> String {
    if number.isInfinite { return number < 0 ? "-∞" : "∞" }
    guard let places else { return Numerals.brief(number) }
    guard isShare else { return Numerals.fixed(number, min(places, 15)) }
    return places <= 3
      ? String(Numerals.percent(number, places: places).prefix { $0 != "%" })
      : Numerals.fixed(100 * number, min(places, 15))
  }
}
