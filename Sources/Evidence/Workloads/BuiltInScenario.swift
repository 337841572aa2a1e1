// swift-format-ignore-file
// The text is written by scenarios/embed.

/// The scenario that `detente bench` knows besides its workloads, as part of the program, so that
/// it needs no file.
package enum BuiltInScenario {
  package static let name = "paris"
  /// scenarios/paris-2025.jsonc as it was when the program was built.
  package static let text = ##"""
    // The Paris talks as reported on 6 September 2025.
    //
    // How to read this file
    //   * Two slashes begin a comment. The computer skips it; it is written for you.
    //   * [F26] means fact 26 of the fact sheet named under "sources". Facts give this scenario its shape: who is at
    //     the table, what is talked about, where, and what may happen meanwhile.
    //   * The report states no utility, no probability and no reservation value. So every number below is an
    //     ASSUMPTION of the scenario's author, and says why its range is what it is. Change any of them.
    //   * {"uniform": [a, b]}           anywhere between a and b, all alike.
    //     {"triangular": [a, m, b]}     between a and b, most likely near m.
    //     Such a number is drawn afresh for every simulated run. A wide range means: we do not know.
    //   * Numbers without a range are the ends of a scale: 0 for an actor's worst option of an issue, 1 for its best.
    //
    // What the file is not: it predicts nothing and takes no side. It asks what would follow if the talks worked as
    // described here, and which of the assumptions matter for the answer.
    {
      "$schema": "./scenario.schema.json",
      "name": {"en": "Paris talks, 6 September 2025", "ar": "محادثات باريس، 6 سبتمبر 2025"},
      "sources": ["../seeds/2025-09-06-paris-talks.md"],
      "note": "Facts shape the scenario; all numbers are assumptions with ranges. It does not predict.",

      // Two months, a round a day: as long as the shortest pause on the table. The report names no deadline.
      "rounds": 60,
      "round_unit": "day",

      // ---------------------------------------------------------------------------------------------------------
      // WHAT IS BARGAINED OVER: the seven issues of the report. The first option of each is what holds today.
      // Together they allow 4 x 4 x 5 x 3 x 4 x 4 x 4 = 15,360 different packages.
      // "tentative": the report calls this point provisionally settled. "firmness" is the probability that it holds;
      // otherwise the issue is open again. The report says neither how firm nor how formal, hence wide ranges.
      // ---------------------------------------------------------------------------------------------------------
      "issues": {
        "ceasefire": {
          "label": {"en": "Ceasefire", "ar": "وقف إطلاق النار"},
          "source": ["F17"],
          "options": {
            "none": {"en": "No ceasefire", "ar": "لا وقف لإطلاق النار"},
            "sixty_days": {"en": "Sixty days", "ar": "ستون يومًا"},
            "renewable": {"en": "Renewable while talks go on", "ar": "قابل للتجديد ما دامت المفاوضات مستمرة"},
            "permanent": {"en": "Permanent", "ar": "دائم"},
          },
          "status_quo": "none",
        },
        "exchange": {
          "label": {"en": "Exchange of captives", "ar": "تبادل الأسرى"},
          "source": ["F18", "F25"],
          "options": {
            "none": {"en": "No exchange", "ar": "لا تبادل"},
            "number_for_number": {"en": "A number for a number", "ar": "عدد مقابل عدد"},
            "phased": {"en": "All, in phases", "ar": "الجميع على مراحل"},
            "all_at_once": {"en": "All at once", "ar": "الجميع دفعة واحدة"},
          },
          "status_quo": "none",
          "tentative": {
            "option": "number_for_number", // [F25] speaks of a number of captives for a number of prisoners
            "firmness": {"uniform": [0.2, 0.6], "assumption": "F25 calls it preliminary: as likely to be reopened as to hold"},
          },
        },
        "aid": {
          // The report gives no figures, so the scale counts multiples of the present volume.
          "label": {"en": "Humanitarian aid", "ar": "المساعدات الإنسانية"},
          "source": ["F19", "F26"],
          "range": {"from": 1, "to": 5, "step": 1, "unit": "times the present volume"},
          "status_quo": 1,
          "tentative": {
            "option": 4, // [F26] a large increase
            "firmness": {"uniform": [0.5, 0.9], "assumption": "reported as progress without reserve (F26): more likely to hold than not"},
          },
        },
        "displacement": {
          "label": {"en": "Ending displacement", "ar": "وقف التهجير"},
          "source": ["F20", "F24"],
          "options": {
            "continues": {"en": "No change", "ar": "لا تغيير"},
            "halted": {"en": "Displacement and attacks on civilians end", "ar": "وقف التهجير والاعتداءات على المدنيين"},
            "return": {"en": "They end and the displaced return", "ar": "وقفها وعودة النازحين"},
          },
          "status_quo": "continues",
        },
        "withdrawal": {
          "label": {"en": "Withdrawal and redeployment", "ar": "الانسحاب وإعادة الانتشار"},
          "source": ["F21", "F24", "F29"],
          "options": {
            "none": {"en": "No withdrawal", "ar": "لا انسحاب"},
            "certain_areas": {"en": "Redeployment in certain areas", "ar": "إعادة انتشار في مناطق معينة"},
            "perimeter": {"en": "Withdrawal to a perimeter", "ar": "انسحاب إلى شريط حدودي"},
            "full": {"en": "Full withdrawal", "ar": "انسحاب كامل"},
          },
          "status_quo": "none",
          "tentative": {
            "option": "certain_areas", // [F24]
            "firmness": {"uniform": [0.1, 0.5], "assumption": "agreed as a step (F24) while full withdrawal is still open (F29): less likely to be the last word"},
          },
        },
        "reconstruction": {
          "label": {"en": "Reconstruction", "ar": "إعادة الإعمار"},
          "source": ["F22", "F28"],
          "options": {
            "none": {"en": "Not yet", "ar": "ليس بعد"},
            "urgent_repairs": {"en": "Urgent repairs", "ar": "إصلاحات عاجلة"},
            "supervised_fund": {"en": "Fund under international supervision", "ar": "صندوق بإشراف دولي"},
            "full_programme": {"en": "Full programme", "ar": "برنامج كامل"},
          },
          "status_quo": "none",
        },
        "guarantee": {
          "label": {"en": "Guarantee of a permanent ceasefire", "ar": "ضمان الوقف الدائم"},
          "source": ["F23", "F27"],
          "options": {
            "none": {"en": "No guarantee", "ar": "لا ضمان"},
            "mediators_word": {"en": "Written word of the mediators", "ar": "تعهد مكتوب من الوسطاء"},
            "monitors": {"en": "Monitors on the ground", "ar": "مراقبون على الأرض"},
            "binding": {"en": "Binding international resolution", "ar": "قرار دولي ملزم"},
          },
          "status_quo": "none",
        },
      },

      // ---------------------------------------------------------------------------------------------------------
      // THE PARTIES: who decides. [F1]
      // "weight": how much an issue counts beside the others (they are scaled to sum to 1 in every run).
      // "values": how good each option is for the party, 0 worst to 1 best.
      // The report names what is settled and what is open, not how anyone ranks it. Where it is silent, both parties
      // are treated alike: same reservation, same cost of delay, same way of bargaining.
      // ---------------------------------------------------------------------------------------------------------
      "parties": {
        "hamas": {
          "label": {"en": "Hamas", "ar": "حماس"},
          "source": ["F1", "F2"],
          "preferences": {
            "ceasefire": {
              "weight": {"triangular": [0.15, 0.22, 0.3]},
              "values": {"none": 0, "sixty_days": {"uniform": [0.1, 0.4]}, "renewable": {"uniform": [0.4, 0.75]}, "permanent": 1},
              "assumption": "assumed that a lasting end outranks a pause; how far a pause falls short is unknown (F17, F27)",
            },
            "exchange": {
              "weight": {"triangular": [0.08, 0.13, 0.2]},
              "values": {"none": {"uniform": [0.1, 0.5]}, "number_for_number": {"uniform": [0.5, 0.9]}, "phased": 1, "all_at_once": 0},
              "assumption": "assumed that phases keep something in hand while terms are carried out, and that giving all at once is the hardest (F18, F25)",
            },
            "aid": {
              "weight": {"triangular": [0.06, 0.11, 0.16]},
              "shape": "increasing",
              "assumption": "more aid is assumed better throughout; already advanced, so a middling weight (F26)",
            },
            "displacement": {
              "weight": {"triangular": [0.06, 0.1, 0.15]},
              "values": {"continues": 0, "halted": {"uniform": [0.3, 0.7]}, "return": 1},
              "assumption": "return is assumed better than a halt, a halt about half the way, give or take (F20, F24)",
            },
            "withdrawal": {
              "weight": {"triangular": [0.12, 0.18, 0.26]},
              "values": {"none": 0, "certain_areas": {"uniform": [0.1, 0.4]}, "perimeter": {"uniform": [0.4, 0.75]}, "full": 1},
              "assumption": "full withdrawal is still open (F29), hence a high weight; certain areas (F24) assumed to be less than half the way",
            },
            "reconstruction": {
              "weight": {"triangular": [0.05, 0.09, 0.14]},
              "values": {"none": 0, "urgent_repairs": {"uniform": [0.05, 0.35]}, "supervised_fund": {"uniform": [0.35, 0.75]}, "full_programme": 1},
              "assumption": "open, but assumed to weigh less than the end of fighting; how much supervision takes away is unknown (F28)",
            },
            "guarantee": {
              "weight": {"triangular": [0.12, 0.17, 0.26]},
              "values": {"none": 0, "mediators_word": {"uniform": [0.05, 0.35]}, "monitors": {"uniform": [0.35, 0.75]}, "binding": 1},
              "assumption": "the mechanism of a permanent ceasefire is open (F27); assumed that firmer is better, step by step",
            },
          },
          // Packages worth more or less than the sum of their parts.
          "interactions": [
            {
              "when": {"exchange": ["phased", "all_at_once"], "guarantee": ["monitors", "binding"]},
              "add": {"uniform": [0, 0.06], "assumption": "giving up captives is assumed easier when something holds afterwards; at most as much as a small issue"},
            },
            {
              "when": {"exchange": "all_at_once", "ceasefire": "sixty_days"},
              "add": {"uniform": [-0.2, -0.05], "assumption": "all captives for a pause alone is assumed worse than either seems by itself"},
            },
          ],
          // Acceptable at no price. Assumptions too: the report names no red lines.
          "red_lines": [
            {"ceasefire": "none"}, // without a ceasefire there is nothing to sign [F17]
            {"exchange": "all_at_once", "withdrawal": "none"},
            {"displacement": "return", "withdrawal": "none"}, // people return where forces have redeployed [F24]
          ],
          "reservation": {"triangular": [0.4, 0.56, 0.76], "assumption": "what no agreement is worth on the 0-to-1 scale; the same for both parties, wide enough that in some runs a zone of agreement exists and in others none"},
          "cost_of_delay": {"uniform": [0.0005, 0.0025], "assumption": "over 60 days no agreement loses 0.03 to 0.15 of its value; the same for both parties"},
          "tactic": {
            "time": {
              "beta": {"uniform": [0.3, 1.5], "assumption": "from holding out until late (below 1) past conceding evenly (1); core disagreements stopped the talks (F9), so mostly late"},
            },
          },
          "willingness": {"triangular": [0.5, 0.85, 1], "assumption": "readiness to concede, on which the report says all depends (F12): from half the way to all of it"},
          "offer": "closest", // offers what is most like the latest text among what it wants just as much
          "acceptance": "next", // accepts what is at least as good as what it was about to ask for
          // Who else has a say. The report names the political leadership in the delegation [F2], and nobody at home: the second
          // faction is the author's assumption. A deal that the table has agreed passes when factions worth the quota accept it.
          "ratification": {
            "quota": {"uniform": [0.5, 0.7], "assumption": "from a bare half to a good two thirds; the report says nothing of how decisions are made"},
            "failures": 1, // an assumption: within these two months there is no second try. With 2, "trust_loss" and "learning" would matter.
            "factions": {
              "political_leadership": {
                "label": {"en": "Political leadership", "ar": "القيادة السياسية"},
                "source": ["F2"],
                "assumption": "senior members sit in the delegation (F2), hence the greater weight; it wants what the delegation wants",
                "weight": {"uniform": [0.5, 0.7]},
                "minimum": {"triangular": [0.35, 0.52, 0.7]},
              },
              "outside_the_delegation": {
                "label": {"en": "Those outside the delegation", "ar": "من هم خارج الوفد"},
                "assumption": "that there are others at home with a say, and that they set more store by withdrawal and a guarantee, which are open (F27, F29), is assumed",
                "weight": {"uniform": [0.3, 0.5]},
                "minimum": {"triangular": [0.35, 0.52, 0.7]},
                "adjust": {"withdrawal": {"weight": {"uniform": [1, 1.5]}}, "guarantee": {"weight": {"uniform": [1, 1.5]}}},
              },
            },
          },
        },
        "israel": {
          "label": {"en": "Israel", "ar": "إسرائيل"},
          "source": ["F1", "F3"],
          "preferences": {
            "ceasefire": {
              "weight": {"triangular": [0.08, 0.14, 0.22]},
              "values": {"none": {"uniform": [0.5, 1]}, "sixty_days": 1, "renewable": {"uniform": [0.4, 0.75]}, "permanent": 0},
              "assumption": "assumed that a limited pause is easiest and a permanent end, still open, hardest (F27); operations go on meanwhile (F30)",
            },
            "exchange": {
              "weight": {"triangular": [0.22, 0.31, 0.4]},
              "values": {"none": 0, "number_for_number": {"uniform": [0.2, 0.5]}, "phased": {"uniform": [0.5, 0.85]}, "all_at_once": 1},
              "assumption": "the hand-over of the hostages is the demand the report names (F18), hence the highest weight",
            },
            "aid": {
              "weight": {"triangular": [0.03, 0.06, 0.1]},
              "shape": {"peak": {"uniform": [2, 4]}},
              "assumption": "a large increase is provisionally settled (F26), so neither extreme is assumed preferred; low weight",
            },
            "displacement": {
              "weight": {"triangular": [0.04, 0.07, 0.11]},
              "values": {"continues": {"uniform": [0.3, 1]}, "halted": {"uniform": [0.4, 1]}, "return": {"uniform": [0.1, 0.7]}},
              "assumption": "the report does not say how the options rank, though return is part of what is settled (F24): very wide ranges",
            },
            "withdrawal": {
              "weight": {"triangular": [0.12, 0.18, 0.26]},
              "values": {"none": 1, "certain_areas": {"uniform": [0.6, 0.9]}, "perimeter": {"uniform": [0.25, 0.6]}, "full": 0},
              "assumption": "redeployment in certain areas is provisionally accepted, full withdrawal open (F24, F29); same weight as for Hamas",
            },
            "reconstruction": {
              "weight": {"triangular": [0.05, 0.09, 0.14]},
              "values": {"none": 1, "urgent_repairs": {"uniform": [0.6, 1]}, "supervised_fund": {"uniform": [0.25, 0.65]}, "full_programme": 0},
              "assumption": "open (F28); assumed that urgent repairs cost little and a full programme most; same weight as for Hamas",
            },
            "guarantee": {
              "weight": {"triangular": [0.1, 0.15, 0.22]},
              "values": {"none": 1, "mediators_word": {"uniform": [0.6, 0.95]}, "monitors": {"uniform": [0.25, 0.6]}, "binding": 0},
              "assumption": "open (F27); assumed that looser is better, step by step",
            },
          },
          "interactions": [
            {
              "when": {"exchange": ["phased", "all_at_once"], "ceasefire": ["renewable", "permanent"]},
              "add": {"uniform": [0, 0.06], "assumption": "a longer ceasefire is assumed easier when all captives come back; the same range as for Hamas"},
            },
            {
              "when": {"exchange": "number_for_number", "ceasefire": "permanent"},
              "add": {"uniform": [-0.2, -0.05], "assumption": "a permanent end while some captives stay is assumed worse than either seems by itself; the same range as for Hamas"},
            },
          ],
          "red_lines": [
            {"exchange": "none"}, // without an exchange there is nothing to sign [F18]
            {"exchange": "number_for_number", "withdrawal": "full"},
            {"displacement": "return", "withdrawal": "none"}, // as for Hamas [F24]
          ],
          "reservation": {"triangular": [0.4, 0.56, 0.76], "assumption": "the same as for Hamas: the report gives no ground for telling the two apart"},
          "cost_of_delay": {"uniform": [0.0005, 0.0025], "assumption": "the same as for Hamas"},
          "tactic": {
            "time": {
              "beta": {"uniform": [0.3, 1.5], "assumption": "the same as for Hamas"},
            },
          },
          "willingness": {"triangular": [0.5, 0.85, 1], "assumption": "the same as for Hamas (F12)"},
          "offer": "modelled", // offers what, by its estimate, suits the other side best among what it wants just as much
          "acceptance": "next",
          // The delegation holds officials of the intelligence service and of the army [F3]; the prime minister decides [F30].
          "ratification": {
            "quota": {"uniform": [0.5, 0.7], "assumption": "the same as for Hamas"},
            "failures": 1, // an assumption, the same as for Hamas
            "factions": {
              "intelligence_service": {
                "label": {"en": "Intelligence service", "ar": "جهاز الاستخبارات"},
                "source": ["F3"],
                "assumption": "named first in the delegation (F3); assumed to set more store by the exchange (F18)",
                "weight": {"uniform": [0.2, 0.4]},
                "minimum": {"triangular": [0.35, 0.52, 0.7]},
                "adjust": {"exchange": {"weight": {"uniform": [1, 1.5]}}},
              },
              "army": {
                "label": {"en": "Army officials", "ar": "مسؤولو الجيش"},
                "source": ["F3"],
                "assumption": "in the delegation (F3); assumed to set more store by where forces stand (F21, F24)",
                "weight": {"uniform": [0.2, 0.4]},
                "minimum": {"triangular": [0.35, 0.52, 0.7]},
                "adjust": {"withdrawal": {"weight": {"uniform": [1, 1.5]}}},
              },
              "government": {
                "label": {"en": "Government", "ar": "الحكومة"},
                "source": ["F30"],
                "assumption": "the report names the prime minister (F30) and not how the government decides; it wants what the delegation wants",
                "weight": {"uniform": [0.3, 0.5]},
                "minimum": {"triangular": [0.35, 0.52, 0.7]},
              },
            },
          },
        },
      },

      // ---------------------------------------------------------------------------------------------------------
      // THE MEDIATORS, each with interests of its own. [F4, F6]
      //   facilitate   carries messages: learns the parties' positions, works to bring talks back
      //   formulate    drafts: probability of tabling a text when its forum sits
      //   manipulate   leans on the parties: share of its carrots and sticks that it brings to bear
      //   own_interest how much its own interests count in its drafts beside the parties' gains
      //   toward       trust: how far the party listens (0 to 1); bias: 0 is even-handed, above 0 gives the party's
      //                gains more weight in drafts; carrot, stick: the most that it can add to an agreement or take
      //                off no agreement, on the parties' 0-to-1 scale
      // A mediator is indifferent to issues that it leaves out.
      // ---------------------------------------------------------------------------------------------------------
      "mediators": {
        "egypt": {
          "label": {"en": "Egypt", "ar": "مصر"},
          "source": ["F4", "F5", "F15", "F16"],
          "preferences": {
            "ceasefire": {
              "weight": {"uniform": [0.2, 0.4]},
              "values": {"none": 0, "sixty_days": {"uniform": [0.4, 0.7]}, "renewable": {"uniform": [0.6, 0.9]}, "permanent": 1},
              "assumption": "a neighbour is assumed to want the fighting to end, and for long",
            },
            "displacement": {
              "weight": {"uniform": [0.2, 0.4]},
              "values": {"continues": 0, "halted": {"uniform": [0.5, 0.8]}, "return": 1},
              "assumption": "a neighbour is assumed to care about displacement near its border (F20, F31)",
            },
            "aid": {"weight": {"uniform": [0.1, 0.3]}, "shape": "increasing", "assumption": "aid is assumed to weigh somewhat less (F19)"},
            "reconstruction": {
              "weight": {"uniform": [0.1, 0.3]},
              "values": {"none": 0, "urgent_repairs": {"uniform": [0.3, 0.6]}, "supervised_fund": {"uniform": [0.6, 1]}, "full_programme": 1},
              "assumption": "assumed to want rebuilding, under whatever supervision (F22)",
            },
          },
          "facilitate": {"uniform": [0.5, 0.8], "assumption": "bringing positions closer is its reported work (F16): high"},
          "formulate": {"uniform": [0.5, 0.9], "assumption": "finding compromise formulas is its reported work (F16): highest of the five"},
          "manipulate": {"uniform": [0.1, 0.4], "assumption": "the report mentions no pressure: low"},
          "own_interest": {"uniform": [0, 0.5], "assumption": "from none to half as much as a party's gains; the same for all five"},
          "toward": {
            "hamas": {
              "trust": {"uniform": [0.5, 0.8]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.06]}, "stick": {"uniform": [0.02, 0.1]},
              "assumption": "works with both to bring positions closer (F16), so assumed even-handed, with more to withhold than to give",
            },
            "israel": {
              "trust": {"uniform": [0.5, 0.8]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.06]}, "stick": {"uniform": [0, 0.05]},
              "assumption": "the same trust as from Hamas; assumed to have less leverage here",
            },
          },
        },
        "qatar": {
          "label": {"en": "Qatar", "ar": "قطر"},
          "source": ["F4", "F5", "F15"],
          "preferences": {
            "ceasefire": {
              "weight": {"uniform": [0.2, 0.4]},
              "values": {"none": 0, "sixty_days": {"uniform": [0.3, 0.6]}, "renewable": {"uniform": [0.6, 0.9]}, "permanent": 1},
              "assumption": "assumed to want a lasting end",
            },
            "aid": {"weight": {"uniform": [0.1, 0.3]}, "shape": "increasing", "assumption": "assumed to want more aid (F19)"},
            "reconstruction": {
              "weight": {"uniform": [0.1, 0.3]},
              "values": {"none": 0, "urgent_repairs": {"uniform": [0.3, 0.6]}, "supervised_fund": {"uniform": [0.6, 1]}, "full_programme": 1},
              "assumption": "assumed to be asked to pay for some of it, and willing (F22)",
            },
            "guarantee": {
              "weight": {"uniform": [0.1, 0.3]},
              "values": {"none": 0, "mediators_word": {"uniform": [0.5, 0.9]}, "monitors": {"uniform": [0.6, 1]}, "binding": 1},
              "assumption": "assumed to want the deal to last; its own word is part of the second option (F23)",
            },
          },
          "facilitate": {"uniform": [0.5, 0.8], "assumption": "at the centre of the talks (F4): as Egypt"},
          "formulate": {"uniform": [0.3, 0.7], "assumption": "coordinates with Egypt, which drafts (F15, F16): somewhat less"},
          "manipulate": {"uniform": [0.1, 0.4], "assumption": "the report mentions no pressure: low"},
          "own_interest": {"uniform": [0, 0.5], "assumption": "the same for all five"},
          "toward": {
            "hamas": {
              "trust": {"uniform": [0.5, 0.9]}, "bias": {"uniform": [-0.1, 0.3]}, "carrot": {"uniform": [0.02, 0.1]}, "stick": {"uniform": [0, 0.06]},
              "assumption": "assumed to be listened to, perhaps leaning a little this way, with more to give than to withhold",
            },
            "israel": {
              "trust": {"uniform": [0.2, 0.6]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.04]}, "stick": {"uniform": [0, 0.03]},
              "assumption": "assumed less trusted here, with little leverage",
            },
          },
        },
        "usa": {
          "label": {"en": "United States", "ar": "الولايات المتحدة"},
          "source": ["F4", "F5"],
          "preferences": {
            "exchange": {
              "weight": {"uniform": [0.2, 0.4]},
              "values": {"none": 0, "number_for_number": {"uniform": [0.3, 0.5]}, "phased": {"uniform": [0.6, 0.9]}, "all_at_once": 1},
              "assumption": "assumed to share the demand that the hostages be handed over (F18)",
            },
            "ceasefire": {
              "weight": {"uniform": [0.1, 0.3]},
              "values": {"none": 0, "sixty_days": {"uniform": [0.5, 0.9]}, "renewable": 1, "permanent": {"uniform": [0.5, 1]}},
              "assumption": "assumed to want an end to the fighting, in whichever form can be agreed",
            },
            "aid": {"weight": {"uniform": [0.05, 0.2]}, "shape": {"peak": {"uniform": [3, 5]}}, "assumption": "assumed to favour the reported increase or more (F26)"},
            "guarantee": {
              "weight": {"uniform": [0.05, 0.2]},
              "values": {"none": {"uniform": [0, 0.4]}, "mediators_word": 1, "monitors": {"uniform": [0.4, 0.9]}, "binding": {"uniform": [0, 0.5]}},
              "assumption": "assumed to prefer commitments that leave room; order uncertain (F27)",
            },
          },
          "facilitate": {"uniform": [0.3, 0.6], "assumption": "at the centre (F4), represented by the head of a service (F5): middling"},
          "formulate": {"uniform": [0.3, 0.7], "assumption": "as Qatar"},
          "manipulate": {"uniform": [0.3, 0.8], "assumption": "assumed the mediator with most means; whether it uses them is unknown"},
          "own_interest": {"uniform": [0, 0.5], "assumption": "the same for all five"},
          "toward": {
            "hamas": {
              "trust": {"uniform": [0.1, 0.4]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.06]}, "stick": {"uniform": [0, 0.1]},
              "assumption": "assumed listened to least; its pressure reaches this party mostly through others",
            },
            "israel": {
              "trust": {"uniform": [0.6, 0.9]}, "bias": {"uniform": [0, 0.4]}, "carrot": {"uniform": [0.02, 0.12]}, "stick": {"uniform": [0.02, 0.12]},
              "assumption": "assumed listened to most, leaning this way, with means of both kinds",
            },
          },
        },
        "turkiye": {
          "label": {"en": "Türkiye", "ar": "تركيا"},
          "source": ["F6", "F14"],
          "preferences": {
            "ceasefire": {
              "weight": {"uniform": [0.2, 0.4]},
              "values": {"none": 0, "sixty_days": {"uniform": [0.3, 0.6]}, "renewable": {"uniform": [0.5, 0.9]}, "permanent": 1},
              "assumption": "assumed to want a lasting end",
            },
            "withdrawal": {
              "weight": {"uniform": [0.1, 0.3]},
              "values": {"none": 0, "certain_areas": {"uniform": [0.2, 0.5]}, "perimeter": {"uniform": [0.5, 0.9]}, "full": 1},
              "assumption": "assumed to favour withdrawal (F21)",
            },
            "aid": {"weight": {"uniform": [0.1, 0.3]}, "shape": "increasing", "assumption": "assumed to want more aid (F19)"},
          },
          "facilitate": {"uniform": [0.4, 0.7], "assumption": "intensified contacts with the parties (F14): above the middle"},
          "formulate": {"uniform": [0.2, 0.5], "assumption": "the report speaks of contacts, not of drafts (F14): lower"},
          "manipulate": {"uniform": [0.1, 0.4], "assumption": "the report mentions no pressure: low"},
          "own_interest": {"uniform": [0, 0.5], "assumption": "the same for all five"},
          "toward": {
            "hamas": {
              "trust": {"uniform": [0.5, 0.9]}, "bias": {"uniform": [-0.1, 0.3]}, "carrot": {"uniform": [0.02, 0.08]}, "stick": {"uniform": [0, 0.06]},
              "assumption": "as Qatar, with somewhat less to give",
            },
            "israel": {
              "trust": {"uniform": [0.1, 0.5]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.03]}, "stick": {"uniform": [0, 0.03]},
              "assumption": "assumed less trusted here, with little leverage",
            },
          },
        },
        "france": {
          "label": {"en": "France", "ar": "فرنسا"},
          "source": ["F6", "F7"],
          "preferences": {
            "ceasefire": {
              "weight": {"uniform": [0.2, 0.4]},
              "values": {"none": 0, "sixty_days": {"uniform": [0.4, 0.7]}, "renewable": {"uniform": [0.6, 0.9]}, "permanent": 1},
              "assumption": "a host is assumed to want a result, the longer-lived the better (F7)",
            },
            "exchange": {
              "weight": {"uniform": [0.1, 0.3]},
              "values": {"none": 0, "number_for_number": {"uniform": [0.3, 0.6]}, "phased": {"uniform": [0.6, 1]}, "all_at_once": 1},
              "assumption": "assumed to want all captives exchanged (F18)",
            },
            "aid": {"weight": {"uniform": [0.1, 0.3]}, "shape": "increasing", "assumption": "assumed to want more aid (F19)"},
            "reconstruction": {
              "weight": {"uniform": [0.05, 0.2]},
              "values": {"none": 0, "urgent_repairs": {"uniform": [0.3, 0.6]}, "supervised_fund": 1, "full_programme": {"uniform": [0.5, 1]}},
              "assumption": "assumed to favour rebuilding under supervision (F22)",
            },
          },
          "facilitate": {"uniform": [0.3, 0.7], "assumption": "the host (F7): anything from rooms alone to active shuttling"},
          "formulate": {"uniform": [0.1, 0.5], "assumption": "not reported as drafting: low"},
          "manipulate": {"uniform": [0, 0.3], "assumption": "the report mentions no pressure: lowest of the five"},
          "own_interest": {"uniform": [0, 0.5], "assumption": "the same for all five"},
          "toward": {
            "hamas": {
              "trust": {"uniform": [0.3, 0.6]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.05]}, "stick": {"uniform": [0, 0.03]},
              "assumption": "the host (F7): middling trust, even-handed, little leverage",
            },
            "israel": {
              "trust": {"uniform": [0.3, 0.6]}, "bias": {"uniform": [-0.15, 0.15]}, "carrot": {"uniform": [0, 0.05]}, "stick": {"uniform": [0, 0.03]},
              "assumption": "the same as toward Hamas",
            },
          },
        },
      },

      "mediation": {
        "noise": {"uniform": [0.1, 0.3], "assumption": "at first a mediator misjudges how good a package is for a party by 0.1 to 0.3 of the scale"},
        "incoherence": {"uniform": [0.2, 0.8], "assumption": "five mediators coordinate closely in part (F15); how much their differences cost is unknown"},
      },

      // ---------------------------------------------------------------------------------------------------------
      // WHERE THEY MEET: two forums at the same time. In both the parties speak to the mediators, not to each other
      // ("shuttle"); a text agreed in either is an agreement.
      // ---------------------------------------------------------------------------------------------------------
      "forums": {
        "paris": {
          "label": {"en": "Paris", "ar": "باريس"},
          "source": ["F6", "F7", "F13"],
          // The report lists Qatar among the mediators [F4] but not among those taking part in Paris [F6]. A decision is
          // needed, and it is the author's. To try the other reading, take "qatar" out of the list below.
          "assumption": "Qatar is kept at this table: it is at the centre of the talks, and Egypt coordinates with it (F4, F15)",
          "members": ["hamas", "israel"],
          "mediators": ["egypt", "qatar", "usa", "france", "turkiye"], // those at the centre first [F4], then host and guest [F6]
          "protocol": "shuttle",
        },
        "cairo_ankara": {
          "label": {"en": "Egyptian–Turkish contacts", "ar": "الاتصالات المصرية التركية"},
          "source": ["F14"],
          "assumption": "Every third day: the report says intensified, not how often.",
          "members": ["hamas", "israel"],
          "mediators": ["egypt", "turkiye"],
          "protocol": "shuttle",
          "every": 3,
        },
      },

      // ---------------------------------------------------------------------------------------------------------
      // THE COURSE OF THE TALKS. They had stopped [F8]; the first thing to happen, if anything, is that they resume.
      // ---------------------------------------------------------------------------------------------------------
      "talks": {
        "start": "suspended",
        "suspend_after": 8, // an assumption: eight days without a step forward stop them again
        "progress": {"uniform": [0, 0.01], "assumption": "an improvement of less than a hundredth of the scale may go unnoticed"},
        "resume": {
          "base": {"uniform": [0.01, 0.05], "assumption": "left alone, talks would take some 20 to 100 days to resume"},
          "mediation": {"uniform": [0.05, 0.25], "assumption": "the momentum that sources report (F10) is taken to come mostly from the mediators' effort"},
          "pain": {"uniform": [0, 0.5], "assumption": "what delay has cost the less hurt party brings talks back too, by little or by as much as the mediators do"},
        },
        "collapse": {
          "active": {"uniform": [0.0005, 0.004], "assumption": "3% to 21% over 60 days of active talks: optimism is cautious (F10)"},
          "suspended": {"uniform": [0.003, 0.02], "assumption": "several times likelier while talks are suspended (F8, F9)"},
        },
      },

      // ---------------------------------------------------------------------------------------------------------
      // WHAT BECOMES OF A DEAL. The exchange understood so far is of a number for a number [F25], so it goes by steps; and what is
      // still open is how to make the end of fighting last [F23, F27]. A step fails when somebody gains by not taking it, or by
      // mishap; guarantees and monitors make that less likely. An agreement stays an agreement: whether it was kept is told apart.
      // ---------------------------------------------------------------------------------------------------------
      "implementation": {
        "phases": {
          "first_exchange": {
            "label": {"en": "Fighting stops, first exchange, aid", "ar": "وقف القتال والتبادل الأول والمساعدات"},
            "source": ["F25", "F26"],
            "assumption": "what is provisionally settled is assumed to come first (F25, F26), watched by the mediators who brokered it (F4)",
            "issues": ["ceasefire", "exchange", "aid"],
            "monitoring": {"uniform": [0.1, 0.5]},
            "guarantee": {"uniform": [0, 0.3]},
          },
          "redeployment": {
            "label": {"en": "Redeployment and return", "ar": "إعادة الانتشار والعودة"},
            "source": ["F24"],
            "assumption": "redeployment lets the displaced return (F24); assumed to follow the first exchange, watched as that is",
            "when": {"withdrawal": {"not": "none"}},
            "issues": ["withdrawal", "displacement"],
            "monitoring": {"uniform": [0.1, 0.5]},
            "guarantee": {"uniform": [0, 0.3]},
          },
          "later_exchange": {
            "label": {"en": "Exchange of the others", "ar": "تبادل الباقين"},
            "source": ["F18", "F25"],
            "assumption": "only a deal on all captives in phases has this step (F18, F25)",
            "when": {"exchange": "phased"},
            "issues": ["exchange"],
            "monitoring": {"uniform": [0.1, 0.5]},
            "guarantee": {"uniform": [0, 0.3]},
          },
          "permanence": {
            "label": {"en": "From a pause to a lasting end", "ar": "من الهدنة إلى الوقف الدائم"},
            "source": ["F23", "F27"],
            "assumption": "only a ceasefire that is to outlast a pause has this step (F23, F27); nothing holds it but what the deal provides",
            "when": {"ceasefire": ["renewable", "permanent"]},
            "issues": ["ceasefire", "guarantee", "reconstruction"],
            "monitoring": {"uniform": [0, 0.3]},
            "guarantee": {"value": 0},
          },
        },
        // What the guarantee that the parties settle on [F23] does for every step.
        "provisions": [
          {"when": {"guarantee": "mediators_word"}, "guarantee": {"uniform": [0.1, 0.3]}, "assumption": "a word is assumed to bind somewhat"},
          {"when": {"guarantee": "monitors"}, "monitoring": {"uniform": [0.3, 0.6]}, "guarantee": {"uniform": [0.1, 0.4]}, "assumption": "monitors see much and hold a little"},
          {"when": {"guarantee": "binding"}, "guarantee": {"uniform": [0.4, 0.8]}, "assumption": "a binding resolution is assumed to hold best, not perfectly"},
        ],
        "failure": {
          "base": {"uniform": [-2.5, -1], "assumption": "a step that tempts nobody and that nobody watches fails in one case out of thirteen to one out of four; core disagreements stopped the talks (F9)"},
          "temptation": {"uniform": [2, 8], "assumption": "a tenth of the scale to be gained multiplies the odds of failure by 1.2 to 2.2"},
          "continuation": {"uniform": [2, 8], "assumption": "what is still to come holds as strongly as a gain tempts"},
          "monitoring": {"uniform": [0, 2], "assumption": "full monitoring divides the odds of failure by up to seven"},
          "guarantee": {"uniform": [0, 3], "assumption": "a full guarantee divides them by up to twenty: how much guarantees hold is what is open (F27)"},
        },
        "leverage_fade": {"uniform": [0.1, 0.5], "assumption": "mediators turn to other things: a tenth to a half of their leverage is gone with each step"},
      },

      // ---------------------------------------------------------------------------------------------------------
      // WHAT MAY HAPPEN MEANWHILE. Each may happen on any day, with probability "rate". Effects go either way: what
      // hardens one position may also raise the cost of waiting or a mediator's leverage, and make a deal likelier.
      // A range from below to above zero means that even the direction is unknown. "for": days that it lasts, else
      // for good.
      // ---------------------------------------------------------------------------------------------------------
      "events": {
        "offensive_widens": {
          "label": {"en": "Military operations widen", "ar": "توسّع العمليات العسكرية"},
          "source": ["F30"],
          "rate": {"uniform": [0.01, 0.05], "assumption": "two stages are complete (F30): none to three more in 60 days"},
          "effects": [
            {"on": "parties.hamas.reservation", "add": {"uniform": [-0.05, 0.03], "assumption": "may weaken or harden; assumed more likely to weaken"}},
            {"on": "parties.israel.reservation", "add": {"uniform": [-0.03, 0.05], "assumption": "may raise what fighting on promises, or lower it; the mirror image"}},
            {"on": "parties.hamas.cost_of_delay", "add": {"uniform": [0, 0.001], "assumption": "waiting is assumed dearer, up to half as much again"}},
            {"on": "parties.israel.cost_of_delay", "add": {"uniform": [0, 0.001], "assumption": "the same as for Hamas"}},
            {"on": "talks.collapse.active", "for": 7, "multiply": {"uniform": [1, 2], "assumption": "a week in which talks break down up to twice as easily"}},
          ],
        },
        "displacement_grows": {
          "label": {"en": "A new wave of displacement", "ar": "موجة نزوح جديدة"},
          "source": ["F31"],
          "rate": {"uniform": [0.02, 0.14], "assumption": "one wave within one week is reported (F31): at most one a week, perhaps one in seven weeks"},
          "effects": [
            {"on": "parties.hamas.cost_of_delay", "for": 14, "add": {"uniform": [0, 0.0006], "assumption": "waiting is assumed dearer for two weeks"}},
            {"on": "parties.israel.cost_of_delay", "for": 14, "add": {"uniform": [0, 0.0003], "assumption": "through reactions abroad (F32): half as much"}},
            {"on": "parties.hamas.willingness", "for": 14, "add": {"uniform": [-0.05, 0.05], "assumption": "may harden or soften: direction unknown"}},
            {"on": "mediators.france.facilitate", "for": 14, "add": {"uniform": [0, 0.1], "assumption": "outside mediators are assumed to redouble their effort"}},
          ],
        },
        "concern_grows": {
          "label": {"en": "International concern grows", "ar": "تصاعد القلق الدولي"},
          "source": ["F32"],
          "rate": {"uniform": [0.02, 0.1], "assumption": "reported as growing (F32): one to six times in 60 days"},
          "effects": [
            {"on": "mediators.usa.manipulate", "for": 14, "add": {"uniform": [0, 0.1], "assumption": "concern is assumed to lend weight to pressure"}},
            {"on": "mediators.france.manipulate", "for": 14, "add": {"uniform": [0, 0.1], "assumption": "the same as for the United States"}},
            {"on": "mediators.qatar.manipulate", "for": 14, "add": {"uniform": [0, 0.1], "assumption": "the same as for the United States"}},
            {"on": "parties.israel.cost_of_delay", "for": 14, "add": {"uniform": [0, 0.0008], "assumption": "waiting is assumed dearer"}},
            {"on": "parties.hamas.reservation", "for": 14, "add": {"uniform": [-0.01, 0.03], "assumption": "may raise hopes of better terms later, so a deal may also become less likely"}},
          ],
        },
        "momentum": {
          "label": {"en": "Momentum at the table", "ar": "زخم على الطاولة"},
          "source": ["F10"],
          "rate": {"uniform": [0.02, 0.1], "assumption": "real momentum, cautious optimism (F10): one to six spells in 60 days"},
          "effects": [
            {"on": "parties.hamas.willingness", "for": 7, "add": {"uniform": [0, 0.08], "assumption": "a week of somewhat more readiness to concede"}},
            {"on": "parties.israel.willingness", "for": 7, "add": {"uniform": [0, 0.08], "assumption": "the same as for Hamas"}},
            {"on": "talks.resume.base", "for": 7, "add": {"uniform": [0, 0.1], "assumption": "suspended talks are assumed to resume more easily"}},
          ],
        },
        "positions_harden": {
          "label": {"en": "Core disagreements return", "ar": "عودة الخلافات الجوهرية"},
          "source": ["F9"],
          "rate": {"uniform": [0.02, 0.1], "assumption": "core disagreements stopped the talks once (F9): as often as momentum"},
          "effects": [
            {"on": "parties.hamas.willingness", "for": 7, "add": {"uniform": [-0.08, 0], "assumption": "the mirror image of momentum"}},
            {"on": "parties.israel.willingness", "for": 7, "add": {"uniform": [-0.08, 0], "assumption": "the mirror image of momentum"}},
            {"on": "talks.collapse.suspended", "for": 7, "multiply": {"uniform": [1, 2], "assumption": "suspended talks break down up to twice as easily"}},
          ],
        },
        "contacts_intensify": {
          "label": {"en": "Egyptian–Turkish contacts intensify", "ar": "تكثيف الاتصالات المصرية التركية"},
          "source": ["F14"],
          "rate": {"uniform": [0.02, 0.1], "assumption": "reported as intensified (F14): one to six spells in 60 days"},
          "effects": [
            {"on": "mediators.egypt.facilitate", "for": 10, "add": {"uniform": [0, 0.15], "assumption": "more contact is assumed to teach more about positions"}},
            {"on": "mediators.turkiye.facilitate", "for": 10, "add": {"uniform": [0, 0.15], "assumption": "the same as for Egypt"}},
          ],
        },
      },
    }

    """##
}
