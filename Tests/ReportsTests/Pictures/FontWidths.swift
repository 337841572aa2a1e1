import Foundation

/// Advance widths of DejaVu Sans 2.37 (a free font, wider than most), read from a table.
struct FontWidths {
  private var regular: [UInt32: Double] = [:]
  private var bold: [UInt32: Double] = [:]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/fonts/dejavu_sans_widths.csv")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      guard let code = UInt32(fields[0]) else { continue }
      regular[code] = (Double(fields[1]) ?? 0) / 1_000
      bold[code] = (Double(fields[2]) ?? 0) / 1_000
    }
  }

  /// In pixels; of a letter that the table lacks, one em.
  func width(of text: String, size: Double, isBold: Bool) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .format, .control: sum
      default: sum + (isBold ? bold : regular)[scalar.value, default: 1] * size
      }
    }
  }
}
