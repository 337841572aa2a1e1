/// Tables of `run`.
extension TableDictionary {
  static let ofRuns: [TableMeaning] = [
    TableMeaning(
      "endings", ["run", "answers", "given"], "How often the talks end in which way.",
      [ColumnMeaning("ending", .text, "", "how the run ended")]
        + count("runs ended so", of: "all runs") + models("share")),
    TableMeaning(
      "settlements", ["run", "given"], "How the issues are settled, where there is an agreement.",
      [
        ColumnMeaning("issue", .text, "", "the issue"),
        ColumnMeaning("option", .text, "", "the option at which it is settled"),
      ] + count("agreements settle it so", of: "all agreements")),
    TableMeaning(
      "rounds", ["run", "answers", "given"], "When they agree (Kaplan-Meier; other endings are censored).",
      [
        ColumnMeaning("round", .integer, "round", "the round, from 0"),
        ColumnMeaning("at_risk", .integer, "runs", "runs that had not ended before it"),
        ColumnMeaning("agreements", .integer, "runs", "runs that agreed in it"),
        ColumnMeaning("censored", .integer, "runs", "runs that ended otherwise in it"),
        ColumnMeaning("survival", .number, "share", "estimated share not agreed by the end of the round"),
      ] + interval("the survival")),
    TableMeaning(
      "parties", ["run", "given"], "What the result is worth to each party, over all runs.",
      [
        ColumnMeaning("party", .text, "", "the party"),
        ColumnMeaning(
          "measure", .text, "",
          "utility, surplus (over no agreement, when signed) or surplus_at_start (over no agreement at first)"
        ),
      ] + mean("utility") + [ColumnMeaning("sd", .number, "utility", "standard deviation between runs")]
        + quantiles("utility")),
    TableMeaning(
      "packages", ["run", "given"], "Whole agreements, the most frequent first.",
      [rank] + count("agreements are this one", of: "all agreements") + [issue]),
    TableMeaning(
      "mediators", ["run", "given"], "Whose texts are agreed.",
      [
        ColumnMeaning("name", .text, "", "the mediator"),
        ColumnMeaning("texts", .integer, "texts", "texts tabled, all runs together"),
        ColumnMeaning("agreements", .integer, "runs", "agreements on its texts"),
      ] + share(of: "all agreements")),
    TableMeaning(
      "forums", ["run", "given"], "Where they agree.",
      [
        ColumnMeaning("name", .text, "", "the forum"),
        ColumnMeaning("texts", .integer, "texts", "texts tabled there, all runs together"),
        ColumnMeaning("agreements", .integer, "runs", "agreements reached there"),
      ] + share(of: "all agreements")),
    TableMeaning(
      "zone", ["run", "given"], "Whether there was anything to agree on, in the runs that were looked at.",
      [
        ColumnMeaning("zone", .text, "", "exists: some outcome was acceptable to all; none: there was none"),
        ColumnMeaning("agreement", .text, "", "whether there was an agreement: yes, no"),
      ] + count("runs are so", of: "the runs that were looked at")),
    TableMeaning(
      "causes", ["run", "answers", "given"], "Why talks fail, of the failures whose cause is known.",
      [
        ColumnMeaning(
          "cause", .text, "", "no_zone, information, distrust, home, time, event or breakdown")
      ] + count("runs failed for it", of: "the failures whose cause is known")),
    TableMeaning(
      "efficiency", ["run", "given"], "How good agreements are; empty where nothing was measured.",
      [
        ColumnMeaning(
          "measure", .text, "",
          "nash_ratio (share of the greatest Nash product), pareto_distance, kalai_smorodinsky_distance or worst_surplus (utility)"
        )
      ] + mean("of the measure") + quantiles("of the measure")),
    TableMeaning(
      "ending_times", ["run", "given"], "In which round runs end how, and why without agreement.",
      [
        ColumnMeaning("round", .integer, "round", "the round in which the run ended, from 0"),
        ColumnMeaning("ending", .text, "", "how the run ended"),
        ColumnMeaning(
          "cause", .text, "", "why there was no agreement; empty where there was, or where unknown"),
        ColumnMeaning("count", .integer, "runs", "how many runs ended so"),
      ]),
    TableMeaning(
      "convergence", ["run", "given"],
      "Whether the share of agreements has settled; empty where runs are weighted.",
      [
        ColumnMeaning("runs", .integer, "runs", "so many first runs: 1, 2, ... 9, 10, 20, ... and all"),
        ColumnMeaning("agreements", .integer, "runs", "how many of them agreed"),
      ] + share(of: "these runs")),
    TableMeaning(
      "utility_space", ["run"],
      "What outcomes are worth to both of two parties, at the middle of every distribution.",
      [
        ColumnMeaning(
          "kind", .text, "",
          "frontier, nash, kalai_smorodinsky, egalitarian, utilitarian, reservation, agreement or offer"),
        ColumnMeaning("place", .integer, "", "place within its kind, from 1"),
        ColumnMeaning("party", .text, "", "who offered it, of offers"),
        ColumnMeaning("share", .number, "share", "share of the agreements that are this one, of agreements"),
        ColumnMeaning("utility_PARTY", .number, "utility", "what it is worth to the party"),
      ]),
    TableMeaning(
      "course", ["run", "answers", "given"], "How the talks went on the way.",
      [
        ColumnMeaning("measure", .text, "", "resumed, first_resumption, suspensions, rounds_suspended"),
        ColumnMeaning("count", .integer, "runs", "runs that it is of"),
        ColumnMeaning("mean", .number, "of the measure", "mean, where the measure has one"),
        ColumnMeaning("share", .number, "share", "share, where the measure is one"),
      ] + interval("the share, or of the mean", unit: "of the measure")),
    TableMeaning(
      "resumption", ["run", "answers", "given"], "How soon suspended talks resume (Kaplan-Meier).",
      [
        ColumnMeaning("rounds", .integer, "rounds", "rounds since the talks were suspended"),
        ColumnMeaning("at_risk", .integer, "runs", "talks still suspended then"),
        ColumnMeaning("resumed", .integer, "runs", "talks that resumed then"),
        ColumnMeaning("censored", .integer, "runs", "talks whose run ended then, still suspended"),
      ] + share(of: "talks resumed by then")),
    TableMeaning(
      "ratification", ["run", "given"], "What homes turn down, of parties that have to ratify.",
      [
        ColumnMeaning("party", .text, "", "the party"),
        ColumnMeaning("failed", .integer, "deals", "deals turned down, all runs together"),
        ColumnMeaning("runs", .integer, "runs", "runs in which a deal was turned down"),
      ] + share(of: "all runs")),
    TableMeaning(
      "durability", ["run", "given"], "How far agreements are carried out, of scenarios with phases.",
      [
        ColumnMeaning("phase", .text, "", "the phase"),
        ColumnMeaning("started", .integer, "runs", "agreements in which it was begun"),
        ColumnMeaning("completed", .integer, "runs", "agreements in which it was completed"),
      ] + share(of: "those in which it was begun")),
    TableMeaning(
      "models", ["run", "answers", "given"], "Endings by model, of scenarios with models.",
      [
        ColumnMeaning("model", .text, "", "the model"),
        ColumnMeaning("weight", .number, "share", "share of runs that are to be played in it"),
        ColumnMeaning("ending", .text, "", "how the run ended"),
      ] + count("runs of the model ended so", of: "the runs of the model")),
    TableMeaning(
      "tolls", ["run", "answers", "given"], "What the talks cost meanwhile, of scenarios with tolls.",
      [
        ColumnMeaning("toll", .text, "", "the toll"),
        ColumnMeaning("ending", .text, "", "runs that ended so, or all"),
      ] + mean("of the toll") + quantiles("of the toll")),
    TableMeaning(
      "shares", ["run", "answers", "given"], "Further shares that a page tells.",
      [
        ColumnMeaning("measure", .text, "", "what the share is of, such as agreement or own_offers"),
        ColumnMeaning("count", .integer, "runs", "how many runs are so"),
        ColumnMeaning("of", .integer, "runs", "of how many"),
      ] + share(of: "these")),
    TableMeaning(
      "computation", ["run", "answers", "given"], "How the numbers were computed.",
      [
        ColumnMeaning("measure", .text, "", "what was counted or bounded, such as quantile_error"),
        ColumnMeaning("value", .number, "of the measure", "how much it is"),
      ]),
    TableMeaning(
      "model_ranges", ["run", "given"], "The range of shares across models, of scenarios with models.",
      [
        ColumnMeaning("table", .text, "", "the table in which the share stands"),
        ColumnMeaning("row", .integer, "", "its row, from 1"),
        ColumnMeaning("models", .integer, "models", "how many models have the share"),
      ] + models("share")),
    TableMeaning(
      "runs", ["run"], "Every single run (--keep-runs).",
      [
        ColumnMeaning("run", .integer, "", "number of the run, from 0; trace --run tells it"),
        ColumnMeaning("ending", .text, "", "how the run ended"),
        ColumnMeaning(
          "round", .integer, "round", "the round of the agreement, from 0; empty where there is none"),
        ColumnMeaning("forum", .text, "", "where it was agreed; empty where it was not"),
        ColumnMeaning("mediator", .text, "", "whose text was agreed; empty for an offer of a party"),
        ColumnMeaning("suspensions", .integer, "times", "how often the talks were suspended"), issue,
        ColumnMeaning("utility_PARTY", .number, "utility", "what the end of the run is worth to the party"),
        ColumnMeaning(
          "surplus_PARTY", .number, "utility", "the same less what no agreement was worth in that round"),
        ColumnMeaning("resumptions", .integer, "times", "how often suspended talks resumed"),
        ColumnMeaning("rounds_suspended", .integer, "rounds", "rounds in which the talks were suspended"),
        ColumnMeaning(
          "zone", .text, "", "whether some outcome was acceptable to all: exists, none; empty where unknown"),
        ColumnMeaning(
          "nash_ratio", .number, "share",
          "Nash product of the agreement, of the greatest; empty where not measured"),
        ColumnMeaning("pareto_distance", .number, "utility", "distance to the Pareto frontier"),
        ColumnMeaning(
          "kalai_smorodinsky_distance", .number, "utility", "distance to the Kalai-Smorodinsky solution"),
        ColumnMeaning("worst_surplus", .number, "utility", "surplus of the party that gains least"),
        ColumnMeaning(
          "phases_completed", .integer, "phases", "phases carried out; empty without agreement"),
        ColumnMeaning(
          "surplus_at_start_PARTY", .number, "utility", "surplus over what no agreement was worth at first"),
        ColumnMeaning("last_round", .integer, "round", "the round in which the run ended, from 0"),
        ColumnMeaning(
          "cause", .text, "", "why there was no agreement; empty where there was, or where unknown"),
        ColumnMeaning("toll_TOLL", .number, "of the toll", "what the run cost"),
        ColumnMeaning("model", .text, "", "the model that the run was played in"),
      ]),
    TableMeaning(
      "draws", ["run"], "What every run drew (--keep-draws).",
      [
        ColumnMeaning("run", .integer, "", "number of the run, from 0"),
        ColumnMeaning("model", .text, "", "the model; empty where the scenario has none"),
        ColumnMeaning(
          "PATH", .number, "of the number", "the uncertain number of this path as it was drawn, before events"
        ),
      ]),
  ]
}
