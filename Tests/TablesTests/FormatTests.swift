import Foundation
import Tables
import Testing

@Suite("Formats") struct FormatTests {
  private func sample() throws -> Table {
    try Table(
      "a < b",
      columns: [
        .text("na|me", ["x|y & <z>", "50% \\ [a]", nil]),
        .integer("count", [-1, 20, nil]),
        .real("share", [0.5, .nan, nil]),
      ])
  }

  @Test("JSON rows are objects in column order, missing and not-a-number null")
  func json() throws {
    #expect(
      try sample().text(.json) == """
        {"schema": "detente.table/1", "table": "a < b", "rows": [
          {"na|me": "x|y & <z>", "count": -1, "share": 0.5},
          {"na|me": "50% \\\\ [a]", "count": 20, "share": null},
          {"na|me": null, "count": null, "share": null}
        ]}

        """)
    #expect(
      try Table("t", columns: [.text("a")]).text(.json)
        == "{\"schema\": \"detente.table/1\", \"table\": \"t\", \"rows\": []}\n")
    #expect(try Table("t", columns: [.text("a")]).text(.jsonl).isEmpty)
    #expect(
      try Table("t", columns: [.text("a", ["\"\n", "ن"])]).text(.jsonl)
        == "{\"a\": \"\\\"\\n\"}\n{\"a\": \"ن\"}\n")
  }

  @Test("Foundation's parser reads the JSON as the same values")
  func jsonParses() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(sample().write(.json)))
    let rows = try #require((parsed as? [String: Any])?["rows"] as? [[String: Any]])
    #expect(rows.count == 3)
    #expect(rows[0]["na|me"] as? String == "x|y & <z>")
    #expect(rows[1]["count"] as? Int == 20)
    #expect(rows[2]["share"] is NSNull)
  }

  @Test("Markdown escapes pipes and sets numbers flush right")
  func markdown() throws {
    #expect(
      try sample().text(.md) == """
        | na\\|me | count | share |
        | --- | ---: | ---: |
        | x\\|y & &lt;z> | -1 | 0.5 |
        | 50% \\\\ [a] | 20 | nan |
        |  |  |  |

        """)
  }

  @Test("LaTeX escapes its special characters and gives negative numbers a minus")
  func latex() throws {
    #expect(
      try sample().text(.latex) == """
        % needs \\usepackage{booktabs}
        \\begin{tabular}{lrr}
        \\toprule
        na\\textbar{}me & count & share \\\\
        \\midrule
        x\\textbar{}y \\& \\textless{}z\\textgreater{} & $-1$ & 0.5 \\\\
        50\\% \\textbackslash{} {[}a] & 20 & nan \\\\
         &  &  \\\\
        \\bottomrule
        \\end{tabular}

        """)
  }

  @Test("HTML escapes its special characters, in the caption too")
  func html() throws {
    #expect(
      try sample().text(.html) == """
        <table>
        <caption>a &lt; b</caption>
        <thead>
        <tr><th scope="col">na|me</th><th scope="col" class="number">count</th>\
        <th scope="col" class="number">share</th></tr>
        </thead>
        <tbody>
        <tr><td dir="auto">x|y &amp; &lt;z&gt;</td><td class="number">-1</td><td class="number">0.5</td></tr>
        <tr><td dir="auto">50% \\ [a]</td><td class="number">20</td><td class="number">nan</td></tr>
        <tr><td dir="auto"></td><td class="number"></td><td class="number"></td></tr>
        </tbody>
        </table>

        """)
  }

  @Test("plain text aligns by display width, without blanks at line ends")
  func plainText() throws {
    let table = try Table(
      "t",
      columns: [
        .text("party", ["埃及", "e\u{301}gypt", nil]), .integer("texts", [3, -120, nil]),
        .text("note", ["a\u{1B}b", nil, "z"]),
      ])
    #expect(
      table.plainText() == """
        party  texts  note
        -----  -----  ----
        埃及       3  a b
        e\u{301}gypt   -120
                      z

        """)
    #expect(
      try Table("t", columns: [.real("r", [0.5, 10])]).plainText(reals: .fixed(2))
        == "    r\n-----\n 0.50\n10.00\n")
    let spelt = try Table("t", columns: [.text("share", ["9.5%", "43.5%"]), .text("by", ["a", nil])])
    #expect(spelt.plainText(numbers: ["share"]) == "share  by\n-----  --\n 9.5%  a\n43.5%\n")
  }

  @Test("every format has its own name and extension")
  func names() {
    #expect(
      TableFormat.allCases.map(\.rawValue) == ["csv", "tsv", "json", "jsonl", "arrow", "md", "latex", "html"])
    #expect(TableFormat.latex.fileExtension == "tex")
    #expect(TableFormat.md.fileExtension == "md")
  }
}
