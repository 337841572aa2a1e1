/// Tables of `sweep` and of the studies.
extension TableDictionary {
  private static let point = ColumnMeaning("point", .integer, "", "number of the point of the design, from 1")
  private static let runs = ColumnMeaning("runs", .integer, "runs", "runs at this point")
  private static let scenario = ColumnMeaning(
    "scenario", .text, "", "the scenario; a sweep has it where variants are compared")
  private static let path = ColumnMeaning("PATH", .text, "of the number", "what was varied at this path")

  static let ofSweeps: [TableMeaning] = [
    TableMeaning(
      "sweep", ["sweep", "merge"], "One row for each point.",
      [
        point, scenario, path, runs,
        ColumnMeaning("ENDING_share", .number, "share", "share of runs that ended so, or in any agreement"),
        ColumnMeaning("ENDING_low", .number, "share", "lower end of the 95% interval of that share"),
        ColumnMeaning("ENDING_high", .number, "share", "upper end of the 95% interval of that share"),
        ColumnMeaning(
          "median_round", .integer, "round",
          "round by whose end half of the runs had agreed, from 0; empty where fewer did"),
        ColumnMeaning("mean_utility_PARTY", .number, "utility", "mean utility of the party over all runs"),
        seed,
      ]),
    TableMeaning(
      "sweep_long", ["sweep", "merge"], "The same with one row for each point and measure.",
      [
        point, scenario, path, runs,
        ColumnMeaning("measure", .text, "", "the column of sweep.csv, without _share"),
        ColumnMeaning("value", .number, "of the measure", "share, round or utility"),
      ] + interval("a share; empty for others") + [seed]),
    TableMeaning(
      "timing", ["sweep", "merge"], "How long each point took; no other table depends on the machine.",
      [
        point, runs,
        ColumnMeaning("rounds", .integer, "rounds", "rounds simulated, all runs together"),
        ColumnMeaning("seconds", .number, "seconds", "wall time"),
      ]),
  ]

  static let ofStudies: [TableMeaning] = [
    TableMeaning(
      "comparison", ["compare"], "Every measure in both scenarios, on the same random numbers.",
      [
        ColumnMeaning("scenario", .text, "", "the file that is compared, without folder and extension"),
        ColumnMeaning(
          "measure", .text, "", "share of an ending, rounds (mean length), utility_PARTY or toll_TOLL (means)"
        ),
        ColumnMeaning("first", .number, "of the measure", "in the first scenario"),
        ColumnMeaning("second", .number, "of the measure", "in the second"),
        ColumnMeaning("difference", .number, "of the measure", "second less first"),
      ] + interval("the difference", unit: "of the measure") + models("share", "first_")
        + models("share", "second_") + models("difference") + names + [seed]),
    TableMeaning(
      "changed", ["compare"], "Runs that end otherwise.",
      [
        ColumnMeaning("scenario", .text, "", "the file that is compared, without folder and extension"),
        ColumnMeaning("from", .text, "", "ending in the first"),
        ColumnMeaning("to", .text, "", "ending in the second"),
      ] + count("runs changed so", of: "all runs")
        + [ColumnMeaning("example", .integer, "", "number of one of them, for trace --run")] + names + [seed]),
    TableMeaning(
      "levers", ["levers"], "What would change how often they agree, the best first.",
      [
        rank, ColumnMeaning("lever", .text, "", "path of the number that is moved"),
        ColumnMeaning("actor", .text, "", "who can pull it; empty for nature"),
        ColumnMeaning("kind", .text, "", "act or nature"),
        ColumnMeaning("value_low", .number, "of the number", "lower end of the values tried"),
        ColumnMeaning("value_high", .number, "of the number", "upper end of the values tried"),
        ColumnMeaning("best", .number, "of the number", "the value with most agreements"),
        ColumnMeaning("base_share", .number, "share", "agreements of the scenario as it is"),
      ] + share(of: "runs that agree at the best value")
        + [ColumnMeaning("gain", .number, "share", "share less base_share")] + interval("the gain", "gain_")
        + [
          ColumnMeaning(
            "adjusted_p", .number, "probability",
            "of such a gain by luck, for all levers and values tried (Holm)"),
          ColumnMeaning("toll_TOLL", .number, "of the toll", "what is saved of the toll, negative, or lost"),
          restsOn,
          ColumnMeaning("share_at_lowest", .number, "share", "agreements at value_low"),
          ColumnMeaning("share_at_highest", .number, "share", "agreements at value_high"),
          ColumnMeaning("span", .number, "share", "share_at_highest less share_at_lowest"),
        ] + interval("the span", "span_")
        + [
          ColumnMeaning(
            "flip", .number, "of the number", "value at which half of the runs agree; empty without")
        ] + rankRange + models("share", "base_") + models("share") + models("gain", "gain_")),
    TableMeaning(
      "conditions", ["levers"], "A box of conditions under which they mostly agree (PRIM).",
      [
        parameter, restsOn,
        ColumnMeaning("from", .number, "of the number", "least value; empty for no bound"),
        ColumnMeaning("to", .number, "of the number", "greatest value; empty for no bound"),
        ColumnMeaning("quasi_p", .number, "probability", "of such a restriction by luck"),
        ColumnMeaning("coverage", .number, "share", "agreements that lie in the box, of all"),
        ColumnMeaning("density", .number, "share", "runs in the box that agree"),
        ColumnMeaning("mass", .number, "share", "runs that lie in the box"),
      ] + models("density")),
    TableMeaning(
      "gap", ["levers"], "What transfer in utility would make an agreement possible.",
      [
        ColumnMeaning("share", .number, "share", "share of runs"),
        ColumnMeaning(
          "transfer", .number, "utility", "total transfer with which a zone exists in that share"),
      ]),
    TableMeaning(
      "lever_set", ["levers"], "The smallest set of levers found that reaches the target.",
      [parameter, restsOn, ColumnMeaning("value", .number, "of the number", "what it is set to")]
        + share(of: "fresh runs that agree under the set") + models("share")),
    TableMeaning(
      "unanswered", ["levers"], "Levers of which the kept runs say nothing (--from).",
      [
        ColumnMeaning("lever", .text, "", "path of the number"),
        ColumnMeaning("actor", .text, "", "who can pull it"), ColumnMeaning("reason", .text, "", "why"),
      ]),
    TableMeaning(
      "sensitivity", ["sensitivity"], "Which uncertain numbers decide the result, the most decisive first.",
      [rank, parameter, restsOn] + rankRange + [
        ColumnMeaning("mu_star", .number, "of the output", "mean absolute elementary effect (Morris)")
      ] + interval("mu_star", "mu_star_", unit: "of the output") + [
        ColumnMeaning("mu", .number, "of the output", "mean elementary effect"),
        ColumnMeaning("sigma", .number, "of the output", "standard deviation of elementary effects"),
        ColumnMeaning("total", .number, "share", "total index (Sobol')"),
      ] + interval("the total index", "total_") + [
        ColumnMeaning("first", .number, "share", "first-order index (Sobol')")
      ] + interval("the first-order index", "first_") + [
        ColumnMeaning("total_resolved", .text, "", "whether the total index is a possible one: yes, no"),
        ColumnMeaning(
          "first_resolved", .text, "", "whether the first-order index is a possible one: yes, no"),
        ColumnMeaning("share", .number, "share", "first-order share from kept runs (--from)"),
      ] + interval("that share") + [
        ColumnMeaning("resolved", .text, "", "whether the share is a possible one: yes, no")
      ]),
    TableMeaning(
      "variance", ["sensitivity"], "Where the variance of one run's result comes from.",
      [ColumnMeaning("part", .text, "", "models, numbers, numbers_alone or luck")] + share(of: "the variance")
    ),
    TableMeaning(
      "willingness", ["answers"], "How often they agree by how ready parties are.",
      [
        ColumnMeaning("party", .text, "", "whose willingness is set; both or all for everybody's"),
        ColumnMeaning("value", .number, "willingness", "what it is set to"),
        ColumnMeaning("agreement_share", .number, "share", "share of runs that agree"),
      ] + interval("that share")),
    TableMeaning(
      "contributions", ["answers"], "What mediators and forums contribute to agreement.",
      [
        ColumnMeaning("actor", .text, "", "mediator or forum"),
        ColumnMeaning("kind", .text, "", "mediator or forum"),
        ColumnMeaning("shapley", .number, "share", "Shapley value in share of agreements"),
      ] + interval("the Shapley value") + [
        ColumnMeaning("text_share", .number, "share", "agreements on its texts, or there, of all")
      ]),
    TableMeaning(
      "event_effects", ["answers"], "What events do to agreement.",
      [
        ColumnMeaning("event", .text, "", "the event"),
        ColumnMeaning("without", .number, "share", "agreements without it"),
        ColumnMeaning("share", .number, "share", "agreements with it"),
        ColumnMeaning("difference", .number, "share", "with less without"),
      ] + interval("the difference", "difference_")),
  ]

  private static let names = [
    ColumnMeaning("first_scenario", .text, "", "name of the scenario that others are compared with"),
    ColumnMeaning("second_scenario", .text, "", "name of the scenario that is compared with it"),
  ]
}
