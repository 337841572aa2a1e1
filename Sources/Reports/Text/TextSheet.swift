import Simulation
import Tables

/// Lines of text within a width, built from the top down: headings, paragraphs, rows with bars.
struct TextSheet {
  /// One row of a bar chart in text.
  struct Row {
    var label: String
    var estimate: ShareEstimate
    var tone: TextTone
  }

  let width: Int
  private let style: TerminalStyle
  private let words: IntervalWords
  /// Widest label and interval of all rows, so that the bars of all sections share their columns.
  private let labelWidth: Int
  private let intervalWidth: Int
  /// Between the columns of a row; one blank where two would cut labels.
  private let between: Int
  /// Of the column of shares.
  private let numberWidth: Int
  /// Widest range across models; 0 where there are none.
  private let rangeWidth: Int
  private var lines: [String] = []

  /// A sheet for a terminal; `rows` are all rows that will be drawn on it.
  init(style: TerminalStyle, rows: [Row], _ words: IntervalWords = .english) {
    self.style = style
    self.words = words
    width = min(max(style.width, 40), 100)
    intervalWidth = rows.map { DisplayWidth.of(Numerals.interval($0.estimate, in: words)) + 2 }.max() ?? 0
    rangeWidth =
      rows.compactMap { row in
        row.estimate.models.map { DisplayWidth.of(Numerals.interval($0, in: words)) + 2 }
      }.max() ?? 0
    // Beside a column of ranges bars need the room.
    let most = rangeWidth > 0 ? 28 : 32
    let widest = min(rows.map { DisplayWidth.of(Label.plain($0.label)) }.max() ?? 0, most)
    let room = width - 2 - intervalWidth - rangeWidth
    let isTight = widest > room - 2 - 6 - 2
    between = isTight ? 1 : 2
    numberWidth =
      isTight ? rows.map { Numerals.percent($0.estimate.share).count }.max() ?? 0 : 6
    labelWidth = max(min(widest, room - 2 * between - numberWidth), 0)
  }

  /// All lines, each ended by a newline.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// An empty line and a heading, with a remark at the right edge where there is room for it.
  mutating func heading(_ title: String, remark: String = "") {
    lines.append("")
    let gap = width - DisplayWidth.of(title) - DisplayWidth.of(remark)
    let tail = remark.isEmpty || gap < 3 ? "" : String(repeating: " ", count: gap) + paint(remark, .faint)
    lines.append(paint(title, .heading) + tail)
  }

  /// An empty line.
  mutating func gap() { lines.append("") }

  /// Text wrapped at spaces, every line indented.
  mutating func paragraph(_ text: String, indent: Int = 2, tone: TextTone = .plain) {
    for line in wrapped(text, to: width - indent) {
      lines.append(String(repeating: " ", count: indent) + paint(line, tone))
    }
  }

  /// Rows of label, bar, share and interval, aligned; the bars give way where the width is small.
  mutating func bars(_ rows: [Row]) {
    let room =
      width - 2 - labelWidth - 2 * between - 2 - numberWidth - intervalWidth - rangeWidth
    let space = String(repeating: " ", count: between)
    for row in rows {
      let label = DisplayWidth.truncated(Label.plain(row.label), to: labelWidth)
      let percent = Numerals.percent(row.estimate.share)
      let bar = room < 6 ? "" : self.bar(row.estimate.share, width: min(room, 40)) + "  "
      let lead = "  " + marked(paint(DisplayWidth.padded(label, to: labelWidth), .plain))
      let number = DisplayWidth.padded(percent, to: numberWidth, flush: .right)
      lines.append(
        lead + space + paint(bar, row.tone) + number + space
          + paint("(\(Numerals.interval(row.estimate, in: words)))\(range(of: row.estimate))", .faint))
    }
  }

  /// The range across models, in a column of its own.
  private func range(of estimate: ShareEstimate) -> String {
    guard rangeWidth > 0, let models = estimate.models else { return "" }
    let interval = DisplayWidth.of(Numerals.interval(estimate, in: words)) + 2
    let range = DisplayWidth.padded(Numerals.interval(models, in: words), to: rangeWidth, flush: .right)
    return String(repeating: " ", count: max(0, intervalWidth - interval)) + range
  }

  /// Lines of at most `width` columns, broken at spaces but not at no-break spaces; a word that is
  /// too long is cut.
  private func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let joined = line.isEmpty ? String(word) : line + " " + word
      if DisplayWidth.of(joined) <= width {
        line = joined
      } else {
        if !line.isEmpty { lines.append(line) }
        line = DisplayWidth.truncated(String(word), to: width)
      }
    }
    return (line.isEmpty ? lines : lines + [line]).map {
      marked($0.split(separator: "\u{A0}").joined(separator: " "))
    }
  }

  /// A bar on the scale from 0 to 1, padded to its full width, in eighths of a column.
  private func bar(_ share: Double, width: Int) -> String {
    let exact = min(max(share, 0), 1) * Double(width)
    if style.isASCII {
      return DisplayWidth.padded(String(repeating: "#", count: Int(exact.rounded())), to: width)
    }
    let eighths = Int((exact * 8).rounded())
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return DisplayWidth.padded(
      String(repeating: "█", count: eighths / 8) + parts[eighths % 8], to: width)
  }

  /// A left-to-right mark after text with Arabic or Hebrew letters, so that terminals that reorder
  /// text leave the numbers to its right where they are (Unicode Standard Annex 9, rule W2).
  private func marked(_ text: String) -> String {
    Label.isRightToLeft(text) && text.last != "\u{200E}" && !style.isASCII ? text + "\u{200E}" : text
  }

  private func paint(_ text: String, _ tone: TextTone) -> String {
    let shown = style.isASCII ? Self.inASCII(text) : text
    guard style.isColoured, let rendition = tone.rendition, !text.isEmpty else { return shown }
    return "\u{1B}[\(rendition)m\(shown)\u{1B}[0m"
  }

  private static func inASCII(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "–", "—": "-"
        case "·": "|"
        case "…": "~"
        default: character
        }
      })
  }
}
