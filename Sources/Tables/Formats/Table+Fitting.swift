extension Table {
  /// The same as ``plainText(reals:numbers:)`` with lines of at most so many cells, without
  /// breaking a number: long names of columns take several lines; where that is not enough, the
  /// columns go into several tables below one another, each of which begins with the first ones.
  ///
  /// - Parameters:
  ///   - width: cells of a line; what is below 20 counts as 20. One text that is wider is cut with
  ///     an ellipsis, and a number that is wider stands as it is.
  ///   - keys: how many of the first columns each of the tables begins with.
  ///   - numbers: names of columns of text that hold spelt numbers.
  package func plainText(fitting width: Int, keys: Int, numbers: Set<String> = []) -> String {
    let width = max(20, width)
    let whole = plainText(numbers: numbers)
    if whole.split(separator: "\n").allSatisfy({ DisplayWidth.of($0) <= width }) { return whole }
    let layouts = columns.map {
      ColumnLayout($0, isNumber: $0.kind.isNumber || numbers.contains($0.name), width)
    }
    return bands(of: layouts.map(\.width), keys: min(keys, columns.count - 1), width).map { band in
      text(of: band.map { layouts[$0] })
    }.joined(separator: "\n")
  }

  /// Which columns stand together.
  private func bands(of widths: [Int], keys: Int, _ width: Int) -> [[Int]] {
    let leading = Array(0..<keys)
    let start = leading.reduce(0) { $0 + widths[$1] + 2 }
    // Keys that fill the line are told once.
    let repeated = start + 8 <= width ? leading : Array(leading.prefix(1))
    var bands: [[Int]] = []
    var band = leading
    var used = start
    for column in keys..<columns.count {
      if used + widths[column] > width, band.count > (bands.isEmpty ? 1 : repeated.count) || band.isEmpty {
        bands.append(band)
        band = repeated
        used = repeated.reduce(0) { $0 + widths[$1] + 2 }
      }
      band.append(column)
      used += widths[column] + 2
    }
    return bands + [band]
  }

  private func text(of layouts: [ColumnLayout]) -> String {
    let height = layouts.map(\.head.count).max() ?? 0
    var lines = (0..<height).map { line in
      Table.joined(layouts.map { $0.padded($0.headLine(line, of: height)) })
    }
    lines.append(Table.joined(layouts.map { String(repeating: "-", count: $0.width) }))
    for row in 0..<rowCount { lines.append(Table.joined(layouts.map { $0.padded($0.cells[row]) })) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func joined(_ cells: [String]) -> String {
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// One column as it is set: its name in lines, its cells, as wide as the widest of them.
private struct ColumnLayout {
  let head: [String]
  let cells: [String]
  let width: Int
  private let isNumber: Bool

  init(_ column: Column, isNumber: Bool, _ room: Int) {
    let spelt = (0..<column.count).map { Table.spell(column[$0], .shortest) }
    cells = isNumber ? spelt : spelt.map { DisplayWidth.truncated($0, to: room) }
    self.isNumber = isNumber
    let widest = cells.map(DisplayWidth.of).max() ?? 0
    head = ColumnLayout.lines(of: Table.printable(column.name), width: max(widest, 12)).map {
      DisplayWidth.truncated($0, to: room)
    }
    width = max(widest, head.map(DisplayWidth.of).max() ?? 0)
  }

  /// The name broken after dots and underscores.
  private static func lines(of name: String, width: Int) -> [String] {
    guard DisplayWidth.of(name) > width else { return [name] }
    var parts: [String] = [""]
    for character in name {
      parts[parts.count - 1].append(character)
      if "._ ".contains(character) { parts.append("") }
    }
    var lines: [String] = []
    for part in parts where !part.isEmpty {
      if let last = lines.last, DisplayWidth.of(last + part) <= width {
        lines[lines.count - 1] = last + part
      } else {
        lines.append(part)
      }
    }
    return lines
  }

  /// Names stand at the foot of the head.
  func headLine(_ line: Int, of height: Int) -> String {
    let place = line - (height - head.count)
    return place < 0 ? "" : head[place]
  }

  func padded(_ text: String) -> String {
    DisplayWidth.padded(text, to: width, flush: isNumber ? .right : .left)
  }
}
