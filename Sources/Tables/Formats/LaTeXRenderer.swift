/// A LaTeX `tabular` with `booktabs` rules, numbers flush right, negative ones in mathematics so
/// that they get a minus and not a hyphen.
struct LaTeXRenderer: TableRenderer {
  let table: Table
  let reals: RealStyle
  var setting = TableSetting()

  func appendHead(to buffer: inout ByteBuffer) {
    buffer.append(text: "% needs \\usepackage{booktabs}\n")
    if let caption = setting.caption {
      buffer.append(text: "\\begin{table}\n\\centering\n\\caption{")
      appendEscaped(caption, to: &buffer)
      buffer.append(text: "}\n")
    }
    buffer.append(text: "\\begin{tabular}{")
    for column in table.columns { buffer.append(text: setting.isNumber(column) ? "r" : "l") }
    buffer.append(text: "}\n\\toprule\n")
    for (index, column) in table.columns.enumerated() {
      if index > 0 { buffer.append(text: " & ") }
      appendEscaped(column.name, to: &buffer)
    }
    buffer.append(text: " \\\\\n\\midrule\n")
  }

  func appendRow(_ row: Int, to buffer: inout ByteBuffer) {
    for (index, column) in table.columns.enumerated() {
      if index > 0 { buffer.append(text: " & ") }
      if case .text(let value) = column[row], setting.isNumber(column) {
        appendNumbers(value, to: &buffer)
      } else {
        append(column[row], to: &buffer)
      }
    }
    buffer.append(text: " \\\\\n")
  }

  func appendFoot(to buffer: inout ByteBuffer) {
    buffer.append(text: "\\bottomrule\n\\end{tabular}\n")
    if setting.caption != nil { buffer.append(text: "\\end{table}\n") }
  }

  /// Spelt numbers, such as one with its interval: each sign in mathematics.
  private func appendNumbers(_ text: String, to buffer: inout ByteBuffer) {
    for (place, part) in Minus.set(in: text).split(separator: "\u{2212}", omittingEmptySubsequences: false)
      .enumerated()
    {
      if place > 0 { buffer.append(text: "$-$") }
      appendEscaped(String(part), to: &buffer)
    }
  }

  private func append(_ cell: Cell, to buffer: inout ByteBuffer) {
    switch cell {
    case .text(let value)
    where value.hasPrefix("-") && value.dropFirst().allSatisfy { "0123456789.".contains($0) }:
      appendMathematics(cell, to: &buffer)
    case .text(let value): appendEscaped(value, to: &buffer)
    case .integer(let value) where value < 0: appendMathematics(cell, to: &buffer)
    case .real(let value) where value < 0: appendMathematics(cell, to: &buffer)
    default: buffer.append(cell: cell, style: reals)
    }
  }

  private func appendMathematics(_ cell: Cell, to buffer: inout ByteBuffer) {
    buffer.append(text: "$")
    buffer.append(cell: cell, style: reals)
    buffer.append(text: "$")
  }

  /// Beyond the ten special characters: `[` and `*` would be read as arguments of the line end `\\`
  /// before them, and `<`, `>`, `|` print as other glyphs in the old font encoding.
  private func appendEscaped(_ text: String, to buffer: inout ByteBuffer) {
    buffer.append(text: text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "\\&"
      case UInt8(ascii: "%"): "\\%"
      case UInt8(ascii: "$"): "\\$"
      case UInt8(ascii: "#"): "\\#"
      case UInt8(ascii: "_"): "\\_"
      case UInt8(ascii: "{"): "\\{"
      case UInt8(ascii: "}"): "\\}"
      case UInt8(ascii: "~"): "\\textasciitilde{}"
      case UInt8(ascii: "^"): "\\textasciicircum{}"
      case UInt8(ascii: "\\"): "\\textbackslash{}"
      case UInt8(ascii: "<"): "\\textless{}"
      case UInt8(ascii: ">"): "\\textgreater{}"
      case UInt8(ascii: "|"): "\\textbar{}"
      case UInt8(ascii: "["): "{[}"
      case UInt8(ascii: "*"): "{*}"
      case UInt8(ascii: "\n"): " "
      case UInt8(ascii: "\r"): ""
      default: nil
      }
    }
  }
}
