import Results
import Tables

extension ResultVerification {
  /// Holds tables against what is known of them: headings, the order and number of rows.
  ///
  /// - Parameters:
  ///   - shapes: the tables that the result must have.
  ///   - visit: handed each table's name and heading, and its rows one by one.
  package func tables(
    _ shapes: [TableShape], _ visit: (TableShape, [String]) -> Void = { _, _ in }
  ) -> VerificationCheck {
    var check = VerificationCheck(.tables, "")
    var (tables, rows, others) = (0, 0, 0)
    let listed = Set(manifest?.outputs?.map(\.name) ?? [])
    let expected = shapes.map { "\($0.name).csv" }
    // Another version may have other tables.
    for name in expected where !isOfOtherVersion && !listed.contains(name) {
      check.faults.append(
        VerificationFault(ResultDirectory.manifestName, expected: "\(name) among the files", found: "none"))
    }
    for name in listed.sorted()
    where !isOfOtherVersion && name.hasSuffix(".csv") && !expected.contains(name) {
      check.faults.append(
        VerificationFault(name, expected: "no such table of \(manifest?.command ?? "")", found: "one"))
    }
    for shape in shapes {
      // One that is not there has been told of.
      guard let status = try? FileSystem.current.status(of: "\(path)/\(shape.name).csv"), status.kind == .file
      else { continue }
      let found = shape.verify(in: path) { visit(shape, $0) }
      if isOfOtherVersion, found.faults.contains(where: { $0.row == 0 }) {
        others += 1
        continue
      }
      tables += 1
      rows += found.rows
      check.faults += found.faults
    }
    check.summary = "headings, order and number of rows: \(tables) tables, \(rows) rows"
    if others > 0 { check.summary += "; \(others) have other headings than this version writes" }
    return check
  }
}
