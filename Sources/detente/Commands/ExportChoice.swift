import Experiments
import Reports
import Scenarios
import Tables

/// Which part of a table leaves, and how it is set.
struct ExportChoice: Sendable {
  /// Names with commas between them.
  let columns: String?
  /// A name, and `:desc`.
  let sort: String?
  let top: Int?
  let decimals: Int?
  let isRaw: Bool

  /// What is written.
  struct Exported {
    let table: Table
    let reals: RealStyle
    let setting: TableSetting
  }

  /// The result as its manifest tells it; of one whose scenario cannot be understood any more the
  /// names stay, but a file that cannot be read is no reason for other tables.
  private static func result(_ path: String) throws(CommandFailure) -> StoredResult? {
    do {
      return try StoredResult(reading: path, with: [])
    } catch .directory(let fault) {
      throw ResultOutput.failure(fault)
    } catch {
      return nil
    }
  }

  /// - Parameters:
  ///   - table: as it stands in the result.
  ///   - format: md, latex and html are for readers.
  ///   - path: the result.
  ///   - words: of the language that was asked for; `nil` for English, in which LaTeX always is.
  func exported(
    _ table: Table, _ format: TableFormat, of path: String, in words: MessageWords?
  ) throws(CommandFailure) -> Exported {
    let part = try part(of: table)
    let isForReaders = [.md, .latex, .html].contains(format)
    guard isForReaders, !isRaw else {
      return Exported(table: part, reals: reals, setting: TableSetting())
    }
    let result = try ExportChoice.result(path)
    let words = format == .latex ? nil : words
    let language = words.flatMap { TellingLanguage(rawValue: $0.language) } ?? .english
    do {
      let reading = try ReadingTable(
        part, labels: TableLabels(result?.scenario, language: language), decimals: decimals,
        origin: result?.origin(in: language) ?? "", digits: words?.digits ?? .latin)
      return Exported(
        table: reading.table, reals: .shortest,
        setting: TableSetting(
          caption: reading.caption, numbers: reading.numbers, rightToLeft: words?.language))
    } catch {
      throw CommandFailure(.defect, "\(error)")
    }
  }

  /// Whether rows leave in the order in which they stand.
  var keepsOrder: Bool { sort == nil }

  /// How numbers are spelt for programs.
  var reals: RealStyle { decimals.map { .fixed($0) } ?? .shortest }

  /// Places of the columns that leave, in their order.
  func columns(of table: StoredTable) throws(CommandFailure) -> [Int] {
    guard let names = try columnNames else { return Array(table.columns.indices) }
    var places: [Int] = []
    for name in names {
      guard let place = table.columns.firstIndex(where: { $0.name == name }) else {
        throw unknown(name, in: table.name, table.columns)
      }
      places.append(place)
    }
    return places
  }

  /// The names after `--columns`; `nil` for all columns.
  private var columnNames: [String]? {
    get throws(CommandFailure) {
      guard let columns else { return nil }
      let names = columns.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
        throw CommandFailure(.usage, "export: --columns names \(Quoting.quoted(names[twice])) twice")
      }
      return names
    }
  }

  private func part(of table: Table) throws(CommandFailure) -> Table {
    var part = table
    if let sort {
      let isFalling = sort.hasSuffix(":desc")
      let name = isFalling ? String(sort.dropLast(5)) : sort
      guard let column = table[name] else { throw unknown(name, in: table.name, table.columns) }
      part = part.sorted(by: column, isFalling: isFalling)
    }
    if let top { part = part.choosing(rows: 0..<min(top, part.rowCount)) }
    if let names = try columnNames {
      let (chosen, missing) = part.choosing(columns: names)
      if let missing { throw unknown(missing, in: table.name, table.columns) }
      part = chosen ?? part
    }
    return part
  }

  private func unknown(_ name: String, in table: String, _ columns: [Column]) -> CommandFailure {
    let names = columns.map(\.name)
    let ending = Suggestion.ending(
      for: name, among: names, otherwise: "; its columns are \(all: names)")
    return CommandFailure(.usage, "export: \(table) has no column \(Quoting.quoted(name))\(ending)")
  }
}
