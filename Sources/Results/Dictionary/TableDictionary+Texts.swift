/// Tables of `formula`, `given` and `score`.
extension TableDictionary {
  private static let standing: [ColumnMeaning] =
    [rank] + text + [
      ColumnMeaning("table_share", .number, "share", "draws in which all at the table could accept it"),
      ColumnMeaning("worst_surplus", .number, "utility", "mean surplus of the party that gains least"),
      ColumnMeaning("regret", .number, "utility", "mean of what is lost against the best text of each draw"),
      ColumnMeaning("durability", .number, "share", "mean share of phases that would be carried out"),
      ColumnMeaning("surplus_PARTY", .number, "utility", "mean surplus of the party"),
      ColumnMeaning("utility_MEDIATOR", .number, "utility", "mean utility to the mediator"), issue,
    ]
  private static let textRank = ColumnMeaning("rank", .integer, "", "rank of the text in formula.csv")

  static let ofTexts: [TableMeaning] = [
    TableMeaning(
      "formula", ["formula", "answers"], "The texts most often acceptable to all, the best first.",
      standing + fresh),
    TableMeaning("frontier", ["formula"], "The same of the efficient texts.", standing),
    TableMeaning(
      "refusals", ["formula"], "Who refuses which text, and over what.",
      [textRank, ColumnMeaning("party", .text, "", "the party")] + share(of: "draws in which it refuses") + [
        ColumnMeaning("issue", .text, "", "the issue that decides most often"),
        ColumnMeaning(
          "won", .number, "share", "of these draws, those in which the issue alone wins the party"),
        issue,
      ]),
    TableMeaning(
      "amendments", ["formula"], "Changes that win a refuser, by how many issues they move.",
      [
        textRank, ColumnMeaning("refuser", .text, "", "the party that is to be won"),
        ColumnMeaning("changed", .integer, "issues", "how many issues are changed"),
        ColumnMeaning("issues", .text, "", "which, with semicolons between them"),
        ColumnMeaning("won", .number, "share", "refusals that turn into acceptance"),
      ] + interval("won", "won_") + text + [ColumnMeaning("gain", .number, "share", "acceptability gained")]
        + interval("the gain", "gain_") + [
          ColumnMeaning(
            "cost_ACTOR", .number, "utility", "mean utility that the actor loses; negative where it gains"),
          ColumnMeaning("taken_PARTY", .number, "share", "by how much more often the party takes the text"),
          issue,
        ]),
    TableMeaning(
      "carrots", ["formula"], "What the best text gains by a carrot.",
      [
        ColumnMeaning("actor", .text, "", "the party that gets it"),
        ColumnMeaning("size", .number, "utility", "how large it is"),
      ] + text + [ColumnMeaning("gain", .number, "share", "acceptability gained")] + fresh + [issue]),
    TableMeaning(
      "interim", ["formula"], "Texts that settle a part, by how many issues move.",
      [ColumnMeaning("moved", .integer, "issues", "issues that move from the status quo")] + text + fresh + [
        ColumnMeaning("recommended", .text, "", "whether it is the one to begin with: yes, no"),
        ColumnMeaning("left", .text, "", "issues left for later, with semicolons between them"), issue,
      ]),
    TableMeaning(
      "folder", ["formula", "answers"], "Texts to have ready, in the order of tabling.",
      [
        rank,
        ColumnMeaning(
          "covered", .number, "share", "draws in which one of the texts so far is acceptable to all"),
      ]
        + interval("covered") + [issue] + fresh),
    TableMeaning(
      "questions", ["formula"], "What it is worth to know an uncertain number.",
      [parameter, ColumnMeaning("value", .number, "share", "gain in acceptability if it were known")]
        + interval("the value")),
    TableMeaning(
      "proof", ["formula"], "What tabling the texts changes in simulated talks.",
      [
        textRank, ColumnMeaning("mediator", .text, "", "who tables it"),
        ColumnMeaning("round", .integer, "round", "when, from 0"),
        ColumnMeaning("runs", .integer, "runs", "runs that the measure is counted in"),
        ColumnMeaning(
          "measure", .text, "", "as in comparison.csv; tabled_share, taken_… and refused_… of the text"),
        ColumnMeaning("without", .number, "of the measure", "without the text"),
      ] + interval("a share without it", "without_")
        + [ColumnMeaning("with", .number, "of the measure", "with the text")]
        + interval("a share with it", "with_")
        + [ColumnMeaning("difference", .number, "of the measure", "with less without")]
        + interval("the difference", unit: "of the measure") + [issue] + models("difference")),
  ]

  private static let ofCase = ColumnMeaning(
    "case", .text, "", "the scenario, where several results are scored")

  static let ofForecasts: [TableMeaning] = [
    TableMeaning(
      "forecast", ["given"], "How the talks will end, after each observation.",
      [
        ColumnMeaning("after", .integer, "", "how many observations are known"),
        ColumnMeaning("round", .integer, "round", "the round of the last one, from 0"),
        ColumnMeaning("ending", .text, "", "how the talks end"),
      ] + share(of: "weighted runs") + [
        ColumnMeaning("effective_runs", .number, "runs", "how many independent runs the weights leave")
      ]),
    TableMeaning(
      "posterior", ["given"], "What the observations say of the uncertain numbers.",
      [
        parameter, ColumnMeaning("prior_mean", .number, "of the number", "mean before"),
        ColumnMeaning("prior_sd", .number, "of the number", "standard deviation before"),
        ColumnMeaning("mean", .number, "of the number", "mean after"),
        ColumnMeaning("sd", .number, "of the number", "standard deviation after"),
      ] + quantiles("of the number", ["p05", "p50", "p95"]) + [
        ColumnMeaning("shift", .number, "standard deviations", "by how much the mean moved, in prior_sd")
      ]),
    TableMeaning(
      "scores", ["score"], "How good the forecast of each event was.",
      [
        ColumnMeaning("event", .text, "", "the event"),
        ColumnMeaning("forecast", .number, "share", "its probability by the forecast"),
        ColumnMeaning("outcome", .text, "", "1 if it happened, else 0; for issues the option"),
        ColumnMeaning("brier", .number, "score", "Brier score; 0 is perfect"),
        ColumnMeaning("log", .number, "nats", "logarithmic score; 0 is perfect"),
        ColumnMeaning("baseline", .number, "share", "its probability by the baseline"),
        ColumnMeaning("baseline_brier", .number, "score", "Brier score of the baseline"),
        ColumnMeaning("baseline_log", .number, "nats", "logarithmic score of the baseline"), ofCase,
      ]),
    TableMeaning(
      "baselines", ["score"], "The same against every baseline.",
      [
        ColumnMeaning("event", .text, "", "the event"),
        ColumnMeaning("baseline", .text, "", "which baseline"),
        ColumnMeaning("forecast", .number, "share", "its probability by the baseline"),
        ColumnMeaning("brier", .number, "score", "Brier score of the baseline"),
        ColumnMeaning("log", .number, "nats", "logarithmic score of the baseline"),
        ColumnMeaning("crps", .number, "rounds", "continuous ranked probability score, for the event round"),
        ColumnMeaning("skill", .number, "share", "1 - score / score of the baseline; 1 is perfect"), ofCase,
      ]),
    TableMeaning(
      "times", ["score"], "How good the forecast of the time was.",
      [
        ColumnMeaning("forecast", .integer, "round", "median round of agreement, from 0; empty for never"),
        ColumnMeaning("outcome", .integer, "round", "round of the agreement, from 0; empty for none seen"),
        ColumnMeaning("until", .integer, "rounds", "rounds that were watched"),
        ColumnMeaning("crps", .number, "rounds", "continuous ranked probability score; 0 is perfect"),
        ColumnMeaning("baseline_crps", .number, "rounds", "that of the baseline"), ofCase,
      ]),
    TableMeaning(
      "unscored", ["score"], "Events that could not be scored.",
      [
        ColumnMeaning("event", .text, "", "the event"), ColumnMeaning("reason", .text, "", "why"), ofCase,
      ]),
    TableMeaning(
      "calibration", ["score"], "How often events happened that were forecast with such a probability.",
      [
        ColumnMeaning("bin_low", .number, "share", "lower end of the bin of forecasts"),
        ColumnMeaning("bin_high", .number, "share", "upper end of the bin of forecasts"),
        ColumnMeaning("count", .integer, "events", "forecasts in the bin"),
        ColumnMeaning("forecast", .number, "share", "their mean"),
        ColumnMeaning("happened", .integer, "events", "events that happened"),
      ] + share(of: "events that happened")),
    TableMeaning(
      "decomposition", ["score"], "The Brier score in parts (Murphy 1973).",
      [
        ColumnMeaning("part", .text, "", "brier, reliability, resolution, uncertainty or within_bins"),
        ColumnMeaning("value", .number, "score", "the part"),
      ]),
  ]
}
