/// One HTML `<table>` with the table's name as caption. Text cells are `dir="auto"`, so that Arabic
/// and Hebrew run the right way.
struct HTMLRenderer: TableRenderer {
  let table: Table
  let reals: RealStyle
  var setting = TableSetting()

  func appendHead(to buffer: inout ByteBuffer) {
    buffer.append(text: setting.rightToLeft.map { "<table lang=\"\($0)\" dir=\"rtl\">" } ?? "<table>")
    buffer.append(text: "\n<caption>")
    appendEscaped(setting.caption ?? table.name, to: &buffer)
    buffer.append(text: "</caption>\n<thead>\n<tr>")
    for column in table.columns {
      buffer.append(
        text: setting.isNumber(column) ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
      appendEscaped(column.name, to: &buffer)
      buffer.append(text: "</th>")
    }
    buffer.append(text: "</tr>\n</thead>\n<tbody>\n")
  }

  func appendRow(_ row: Int, to buffer: inout ByteBuffer) {
    buffer.append(text: "<tr>")
    for column in table.columns {
      buffer.append(text: setting.isNumber(column) ? "<td class=\"number\">" : "<td dir=\"auto\">")
      switch column[row] {
      case .text(let value): appendEscaped(value, to: &buffer)
      case let number: buffer.append(cell: number, style: reals)
      }
      buffer.append(text: "</td>")
    }
    buffer.append(text: "</tr>\n")
  }

  func appendFoot(to buffer: inout ByteBuffer) { buffer.append(text: "</tbody>\n</table>\n") }

  private func appendEscaped(_ text: String, to buffer: inout ByteBuffer) {
    buffer.append(text: text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }
}
