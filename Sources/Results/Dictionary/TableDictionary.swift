import Tables

/// What every table that the program writes means: the source of `detente help tables`, and of
/// `tables.json` in each result.
package enum TableDictionary {
  /// The file that a result has beside its tables.
  package static let fileName = "tables.json"

  /// What holds of all tables.
  package static let conventions = [
    "Rounds are counted from 0 in files, and from 1 in what is told to people.",
    "\"low\" and \"high\", alone or at the end of a name, are the ends of a 95% interval; ends of anything else have other names (\"value_low\", \"models_low\").",
    "Shares are between 0 and 1. An empty cell means that there is nothing to say, never 0; \"inf\" is infinite.",
    "A word in capitals stands for a family of columns: utility_PARTY is one column for each party.",
    "An issue that is called as another column of its table has the column issue_NAME.",
  ]

  /// All tables, in the order of the commands.
  package static let all: [TableMeaning] = ofRuns + ofSweeps + ofStudies + ofTexts + ofForecasts

  package static func table(named name: String) -> TableMeaning? { all.first { $0.name == name } }

  /// `tables.json` for the tables of a result: name and columns of each; columns `nil` where they
  /// are not at hand.
  package static func json(of tables: [(name: String, columns: [String]?)]) -> JSONValue {
    [
      "schema": "detente.tables/1",
      "conventions": .array(conventions.map { .string($0) }),
      "tables": .array(
        tables.compactMap { table in self.table(named: table.name)?.json(of: table.columns) }),
    ]
  }

  // MARK: Columns that many tables have

  static func share(of what: String) -> [ColumnMeaning] {
    [ColumnMeaning("share", .number, "share", "share of \(what)")] + interval("the share")
  }

  static func count(_ what: String, of whole: String) -> [ColumnMeaning] {
    [ColumnMeaning("count", .integer, "runs", "how many \(what)")] + share(of: whole)
  }

  static func interval(_ what: String, _ prefix: String = "", unit: String = "share") -> [ColumnMeaning] {
    [
      ColumnMeaning("\(prefix)low", .number, unit, "lower end of the 95% interval of \(what)"),
      ColumnMeaning("\(prefix)high", .number, unit, "upper end of the 95% interval of \(what)"),
    ]
  }

  /// The range of a number across models.
  static func models(_ what: String, _ prefix: String = "") -> [ColumnMeaning] {
    [
      ColumnMeaning(
        "\(prefix)models_low", .number, "share", "least \(what) in any model, where the scenario has models"),
      ColumnMeaning("\(prefix)models_high", .number, "share", "greatest \(what) in any model"),
    ]
  }

  static func quantiles(_ unit: String, _ names: [String] = ["p05", "p25", "p50", "p75", "p95"])
    -> [ColumnMeaning]
  {
    names.map {
      ColumnMeaning($0, .number, unit, $0 == "p50" ? "median" : "\(Int($0.dropFirst()) ?? 0)% quantile")
    }
  }

  static func mean(_ unit: String) -> [ColumnMeaning] {
    [
      ColumnMeaning("mean", .number, unit, "mean over these runs"),
      ColumnMeaning("standard_error", .number, unit, "standard error of the mean"),
    ]
  }

  static let rank = ColumnMeaning("rank", .integer, "", "place in the order of the table, from 1")
  static let issue = ColumnMeaning("ISSUE", .text, "", "option of the issue of this name")
  static let restsOn = ColumnMeaning(
    "rests_on", .text, "", "what the number rests on: source or assumption")
  static let parameter = ColumnMeaning("parameter", .text, "", "path of the number in the scenario")
  static let seed = ColumnMeaning("seed", .integer, "", "where the random numbers started")
  static let rankRange = [
    ColumnMeaning("rank_from", .integer, "", "best rank that it may have by the intervals"),
    ColumnMeaning("rank_to", .integer, "", "worst rank that it may have by the intervals"),
  ]
  static let fresh =
    [
      ColumnMeaning("fresh", .number, "share", "the same share on draws that were not used to choose it")
    ] + interval("that share", "fresh_")
  static let text =
    [
      ColumnMeaning(
        "acceptability", .number, "share", "share of draws in which all could accept it, homes included")
    ] + interval("the acceptability")
}
