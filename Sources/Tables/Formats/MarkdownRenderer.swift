/// A GitHub Flavored Markdown table.
///
/// Pipes, backslashes, backticks, asterisks and `<` are escaped, line breaks become `<br>`.
/// Underscores stay: inside a name such as `full_agreement` they mean nothing to this dialect.
struct MarkdownRenderer: TableRenderer {
  let table: Table
  let reals: RealStyle
  var setting = TableSetting()

  func appendHead(to buffer: inout ByteBuffer) {
    if let caption = setting.caption {
      appendEscaped(caption, to: &buffer)
      buffer.append(text: "\n\n")
    }
    for column in table.columns {
      buffer.append(text: "| ")
      appendEscaped(column.name, to: &buffer)
      buffer.append(text: " ")
    }
    buffer.append(text: "|\n")
    for column in table.columns { buffer.append(text: setting.isNumber(column) ? "| ---: " : "| --- ") }
    buffer.append(text: "|\n")
  }

  func appendRow(_ row: Int, to buffer: inout ByteBuffer) {
    for column in table.columns {
      buffer.append(text: "| ")
      switch column[row] {
      case .text(let value): appendEscaped(value, to: &buffer)
      case let number: buffer.append(cell: number, style: reals)
      }
      buffer.append(text: " ")
    }
    buffer.append(text: "|\n")
  }

  func appendFoot(to buffer: inout ByteBuffer) {}

  private func appendEscaped(_ text: String, to buffer: inout ByteBuffer) {
    buffer.append(text: text) { byte in
      switch byte {
      case UInt8(ascii: "|"): "\\|"
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "`"): "\\`"
      case UInt8(ascii: "*"): "\\*"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: "\n"): "<br>"
      case UInt8(ascii: "\r"): ""
      default: nil
      }
    }
  }
}
