"""Snippets that scenario.schema.json must judge rightly, and texts that the reader of validate.py must read rightly."""

SMALLEST = {
    "rounds": 10,
    "issues": {"pie": {"range": {"from": 0, "to": 10, "step": 1}}, "form": {"options": ["a", "b"], "status_quo": "a"}},
    "parties": {
        name: {
            "preferences": {"pie": {"weight": 1, "shape": shape}, "form": {"weight": 0}},
            "reservation": 0.3,
            "tactic": {"time": {"beta": 1}},
        }
        for name, shape in (("row", "increasing"), ("column", "decreasing"))
    },
}

SHUTTLE = {"members": ["row", "column"], "protocol": "shuttle"}
HOME = {"quota": 0.6, "factions": {"hawks": {"weight": 2, "minimum": 0.5}, "doves": {"weight": {"uniform": [1, 2]}, "minimum": 0}}}
STEPS = {"phases": {"first": {}, "second": {"when": {"form": "b"}, "issues": ["pie"], "guarantee": 0.5}}, "failure": {"base": -2}}
SHOCK = {"rate": 0.1, "effects": [{"on": "parties.row.willingness", "add": -0.1}]}

RIGHT = {
    "the smallest scenario": {},
    "a certain number with a source": {"parties": {"row": {"reservation": {"value": 0.3, "source": ["F1"]}}}},
    "a normal within bounds": {"parties": {"row": {"reservation": {"normal": [0.3, 0.1], "within": [0, 1]}}}},
    "marks on every object": {
        "parties": {"row": {"acceptance": {"constant": 0.5, "assumption": "x"}, "reservation": {"value": 0.3, "note": "x"}}},
        "issues": {"pie": {"range": {"note": "x"}}, "form": {"source": ["F1"], "assumption": "x"}},
        "talks": {"resume": {"base": 0.1, "assumption": "x"}},
    },
    "a peak with its reason": {"parties": {"row": {"preferences": {"pie": {"shape": {"peak": 3, "assumption": "x"}}}}}},
    "an event": {"events": {"shock": SHOCK}},
    "tolls on what is in force and on the talks": {
        "tolls": {
            "cost": {"per_round": {"uniform": [1, 2]}, "while": {"form": "a"}, "unit": {"en": "people", "ar": "x"}, "source": ["F1"]},
            "days": {"label": "days", "per_round": 1, "while": "suspended", "unit": "days"},
        }
    },
    "texts that are ready, by round, by state and by both": {
        "mediators": {
            "chair": {
                "texts": [
                    {"outcome": {"pie": 5, "form": "b"}, "at": {"uniform": [2, 4]}, "assumption": "x"},
                    {"outcome": {"pie": "5"}, "at": "suspended"},
                    {"outcome": {"pie": 5}, "at": 3, "when": {"form": "a"}},
                    {"outcome": {"pie": 5}, "when": "active"},
                ]
            }
        }
    },
    "a unit in two languages": {"issues": {"pie": {"range": {"unit": {"en": "trucks", "ar": "x"}}}}},
    "models, one of which removes something": {
        "models": {"as_written": {"weight": 1, "patch": {}}, "micro": {"weight": 0, "label": "x", "patch": {"parties": {"row": {"tactic": None}}}, "assumption": "x"}}
    },
    "acceptances combined": {"parties": {"row": {"acceptance": {"any": ["next", {"all": [{"time": 0.9}, "aspiration"]}]}}}},
    "MiCRO": {"parties": {"row": {"tactic": "micro"}}},
    "tactics by name": {"parties": {"row": {"tactic": "zeuthen"}, "column": {"tactic": "random"}}},
    "tit-for-tat": {"parties": {"row": {"tactic": {"time": None, "tit_for_tat": {"kind": "averaged", "window": 3}}}}},
    "tit-for-tat with a random step": {
        "parties": {"row": {"tactic": {"time": None, "tit_for_tat": {"kind": "absolute", "step": {"uniform": [0, 0.1]}, "direction": "demand"}}}}
    },
    "a mixture": {"parties": {"row": {"tactic": {"time": None, "mix": [[{"uniform": [0.5, 1]}, {"time": {"beta": 2}}], [0.3, "hardliner"]]}}}},
    "an opponent model": {"parties": {"row": {"offer": "modelled", "opponent_model": "bayesian"}}},
    "ties for all and for one": {"ties": "first", "parties": {"row": {"ties": "best_for_others"}}},
    "a mediator who learns": {"mediators": {"chair": {"formulate": 1, "estimates": "frequency"}}},
    "a polynomial from 0": {"parties": {"row": {"tactic": {"time": {"start": 0}}}}},
    "a red line on one issue": {"parties": {"row": {"red_lines": [{"pie": {"at_least": 5}}]}}},
    "all propose at once": {"forums": {"hall": {**SHUTTLE, "protocol": "simultaneous"}}},
    "an ultimatum": {"forums": {"hall": {**SHUTTLE, "protocol": "ultimatum", "mediators": []}}},
    "a single text with an annealer": {
        "mediators": {"chair": {}},
        "forums": {"hall": {**SHUTTLE, "protocol": "single_text", "mediators": ["chair"], "proposals": 20, "sittings": 3}},
        "parties": {"row": {"voter": {"annealer": {"temperature": {"uniform": [0.1, 0.2]}}}}, "column": {"voter": "hill_climber"}},
    },
    "issue by issue": {"agenda": {"issues": ["pie", "form"], "order": "issue_by_issue"}},
    "an interim deal": {"agenda": {"issues": ["pie", "form"], "order": "interim", "first": ["pie"], "holds": False}},
    "a ratification": {"parties": {"row": {"ratification": {**HOME, "failures": 2, "trust_loss": 0.1, "learning": 1}}}},
    "a faction with its own mind": {
        "parties": {
            "row": {
                "ratification": {
                    "quota": 1,
                    "factions": {
                        "hawks": {
                            "weight": 1, "minimum": 0.2, "assumption": "x",
                            "adjust": {"pie": {"weight": 2}, "form": {"values": {"b": -0.5}, "note": "x"}},
                            "interactions": [{"when": {"pie": 1, "form": "b"}, "add": 0.1}],
                        }
                    },
                }
            }
        }
    },
    "an implementation": {"implementation": STEPS, "parties": {"row": {"looks_ahead": True}}},
    "an implementation with all there is": {
        "implementation": {
            **STEPS,
            "failure": {"base": -2, "temptation": {"uniform": [1, 2]}, "guarantee": 1, "assumption": "x"},
            "leverage_fade": 0.2,
            "provisions": [{"when": {"form": "b"}, "guarantee": 0.5, "assumption": "x"}],
        }
    },
    "a spoiler": {"events": {"shock": {**SHOCK, "progress_rate": {"uniform": [0, 0.1]}}}},
    "effects on what is new": {
        "events": {
            "shock": {
                "rate": 0.1,
                "effects": [
                    {"on": "implementation.failure.base", "add": 1},
                    {"on": "implementation.phases.first.monitoring", "add": 1},
                    {"on": "parties.row.ratification.factions.hawks.minimum", "add": 0.1},
                    {"on": "events.shock.progress_rate", "multiply": 2},
                ],
            }
        }
    },
    "a settlement never reopened": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1, "reopening": "never"}}}},
    "a settlement reopened at a cost": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1, "reopening": {"cost": {"uniform": [0, 2]}, "assumption": "x"}}}}},
    "a deadline": {"talks": {"deadline": {"round": {"uniform": [30, 60]}, "extension": 0.5, "by": 7, "assumption": "x"}}},
    "horizons": {"parties": {"row": {"horizon": {"triangular": [10, 40, 90]}}, "column": {"horizon": 30}}},
    "hazards with terms": {
        "talks": {"collapse": {"active": 0.1, "distance": 2, "pain": -1, "shock": {"uniform": [0, 2]}, "trust": -1}, "resume": {"base": 0.1, "distance": -1, "shock": -1, "trust": 1}, "shock_half_life": 3},
        "events": {"shock": {**SHOCK, "shock": 0.5}},
    },
    "effects on terms": {"events": {"shock": {"rate": 0.1, "effects": [{"on": "talks.collapse.distance", "add": 1}, {"on": "talks.deadline.round", "add": 1}, {"on": "events.shock.shock", "add": 0.1}]}}},
    "rounds in another unit": {"round_unit": "week", "agenda": {"issues": ["pie"]}},
}

WRONG = {
    "a text without an outcome": {"mediators": {"chair": {"texts": [{"at": 3}]}}},
    "a text that is never due": {"mediators": {"chair": {"texts": [{"outcome": {"pie": 5}}]}}},
    "a text for talks that are over": {"mediators": {"chair": {"texts": [{"outcome": {"pie": 5}, "at": "agreed"}]}}},
    "a text with two states": {"mediators": {"chair": {"texts": [{"outcome": {"pie": 5}, "at": "active", "when": "suspended"}]}}},
    "a text before the first round": {"mediators": {"chair": {"texts": [{"outcome": {"pie": 5}, "at": -1}]}}},
    "a toll of an unknown state": {"tolls": {"t": {"per_round": 1, "while": "idle"}}},
    "a toll without a rate": {"tolls": {"t": {"while": "active"}}},
    "a negative toll": {"tolls": {"t": {"per_round": -1, "while": "active"}}},
    "a toll without a circumstance": {"tolls": {"t": {"per_round": 1}}},
    "a model without a weight": {"models": {"a": {"patch": {}}}},
    "a model of uncertain weight": {"models": {"a": {"weight": {"uniform": [0, 1]}, "patch": {}}}},
    "a model without a patch": {"models": {"a": {"weight": 1}}},
    "a model within a model": {"models": {"a": {"weight": 1, "patch": {"models": {}}}}},
    "no model": {"models": {}},
    "an unknown key at the top": {"round": 3},
    "an unknown key of a party": {"parties": {"row": {"willingnes": 0.5}}},
    "no rounds": {"rounds": None},
    "no rounds left": {"rounds": 0},
    "half a round": {"rounds": 1.5},
    "one party alone": {"parties": {"column": None}},
    "a name in capitals": {"issues": {"Pie": {"options": ["a", "b"]}}},
    "a name with a space": {"parties": {"row player": SMALLEST["parties"]["row"]}},
    "an issue with one option": {"issues": {"form": {"options": ["a"]}}},
    "options partly names, partly numbers": {"issues": {"form": {"options": ["a", "b", 3]}}},
    "an issue with both options and range": {"issues": {"form": {"range": {"from": 0, "to": 1, "step": 1}}}},
    "an issue with neither": {"issues": {"form": {"options": None}}},
    "a range without a step": {"issues": {"pie": {"range": {"step": None}}}},
    "a step that is uncertain": {"issues": {"pie": {"range": {"step": {"uniform": [1, 2]}}}}},
    "a firmness above 1": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1.2}}}},
    "a tentative settlement without firmness": {"issues": {"form": {"tentative": {"option": "b"}}}},
    "a reopening that is unknown": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1, "reopening": "always"}}}},
    "a reopening without its cost": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1, "reopening": {}}}}},
    "a reopening that costs too much": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1, "reopening": {"cost": 6}}}}},
    "a deadline without a round": {"talks": {"deadline": {"extension": 0.5, "by": 7}}},
    "a deadline before the first round": {"talks": {"deadline": {"round": 0}}},
    "a horizon in words": {"parties": {"row": {"horizon": "long"}}},
    "a term that is too strong": {"talks": {"collapse": {"distance": 11}}},
    "a half-life of 0": {"talks": {"shock_half_life": 0}},
    "a negative weight": {"parties": {"row": {"preferences": {"pie": {"weight": -1}}}}},
    "a preference without weight": {"parties": {"row": {"preferences": {"pie": {"weight": None}}}}},
    "both values and shape": {"parties": {"row": {"preferences": {"pie": {"values": {"0": 0}}}}}},
    "a value above 1": {"parties": {"row": {"preferences": {"form": {"weight": 1, "values": {"a": 0, "b": 1.5}}}}}},
    "an unknown shape": {"parties": {"row": {"preferences": {"pie": {"shape": "rising"}}}}},
    "a distribution that reaches out of the range": {"parties": {"row": {"willingness": {"uniform": [0.5, 1.1]}}}},
    "a triangular with two numbers": {"parties": {"row": {"reservation": {"triangular": [0, 1]}}}},
    "a normal without bounds": {"parties": {"row": {"reservation": {"normal": [0.3, 0.1]}}}},
    "a normal with a negative spread": {"parties": {"row": {"reservation": {"normal": [0.3, -0.1], "within": [0, 1]}}}},
    "bounds without a normal": {"parties": {"row": {"reservation": {"uniform": [0, 1], "within": [0, 1]}}}},
    "a shape of two kinds": {"parties": {"row": {"preferences": {"pie": {"shape": {"peak": 3, "threshold": 4}}}}}},
    "a shape without a kind": {"parties": {"row": {"preferences": {"pie": {"shape": {"note": "x"}}}}}},
    "an empty label": {"name": {"en": ""}},
    "a language that is none": {"name": {"english": "Pie"}},
    "two distributions in one": {"parties": {"row": {"reservation": {"uniform": [0, 1], "beta": [2, 2]}}}},
    "a number with a mark alone": {"talks": {"progress": {"assumption": "x"}}},
    "a number as text": {"parties": {"row": {"reservation": "0.3"}}},
    "a beta distribution with 0": {"parties": {"row": {"willingness": {"beta": [0, 1]}}}},
    "a discount of 0": {"parties": {"row": {"discount": 0}}},
    "a discount by a beta distribution": {"parties": {"row": {"discount": {"beta": [2, 2]}}}},
    "an interaction on one issue": {"parties": {"row": {"interactions": [{"when": {"pie": 1}, "add": 0.1}]}}},
    "an interaction of 2": {"parties": {"row": {"interactions": [{"when": {"pie": 1, "form": "a"}, "add": 2}]}}},
    "a red line that says nothing": {"parties": {"row": {"red_lines": [{}]}}},
    "a clause with two bounds": {"parties": {"row": {"red_lines": [{"pie": {"at_least": 1, "at_most": 2}}]}}},
    "an unknown tactic by name": {"parties": {"row": {"tactic": "mikro"}}},
    "tit-for-tat of no kind": {"parties": {"row": {"tactic": {"time": None, "tit_for_tat": {"window": 1}}}}},
    "tit-for-tat over no window": {"parties": {"row": {"tactic": {"time": None, "tit_for_tat": {"kind": "relative", "window": 0}}}}},
    "a step of relative tit-for-tat": {"parties": {"row": {"tactic": {"time": None, "tit_for_tat": {"kind": "relative", "step": 0.1}}}}},
    "a tactic of two kinds": {"parties": {"row": {"tactic": {"tit_for_tat": {"kind": "relative"}}}}},
    "a mixture of nothing": {"parties": {"row": {"tactic": {"time": None, "mix": []}}}},
    "a mixture without weights": {"parties": {"row": {"tactic": {"time": None, "mix": ["micro", "random"]}}}},
    "a mixture with an incomplete part": {"parties": {"row": {"tactic": {"time": None, "mix": [[1, {"time": {}}]]}}}},
    "an unknown opponent model": {"parties": {"row": {"opponent_model": "guess"}}},
    "an unknown way to estimate": {"mediators": {"chair": {"estimates": "noise"}}},
    "an unknown tactic": {"parties": {"row": {"tactic": {"time": None, "clock": {"beta": 1}}}}},
    "an exponential curve from 0": {"parties": {"row": {"tactic": {"time": {"curve": "exponential", "start": 0}}}}},
    "no tactic": {"parties": {"row": {"tactic": None}}},
    "an unknown offer": {"parties": {"row": {"offer": "nearest"}}},
    "an unknown rule for ties": {"parties": {"row": {"ties": "closest"}}},
    "an unknown rule for all ties": {"ties": "lowest"},
    "an acceptance of two kinds": {"parties": {"row": {"acceptance": {"constant": 0.5, "time": 0.5}}}},
    "an acceptance of any of none": {"parties": {"row": {"acceptance": {"any": []}}}},
    "a veto in words": {"parties": {"row": {"veto": "yes"}}},
    "a mediator with trust above 1": {"mediators": {"chair": {"toward": {"row": {"trust": 1.5}}}}},
    "a mediator with a reservation": {"mediators": {"chair": {"reservation": 0.3}}},
    "a shuttle without mediators": {"forums": {"hall": SHUTTLE}},
    "a single text without proposals": {"forums": {"hall": {**SHUTTLE, "protocol": "single_text", "mediators": ["chair"]}}},
    "a single text without mediators": {"forums": {"hall": {**SHUTTLE, "protocol": "single_text", "proposals": 5}}},
    "a shuttle with proposals": {"forums": {"hall": {**SHUTTLE, "mediators": ["chair"], "proposals": 5}}},
    "an annealer without temperature": {"parties": {"row": {"voter": {"annealer": {}}}}},
    "an unknown voter": {"parties": {"row": {"voter": "climber"}}},
    "an interim deal on nothing": {"agenda": {"issues": ["pie", "form"], "order": "interim"}},
    "a first issue without an interim deal": {"agenda": {"issues": ["pie", "form"], "order": "issue_by_issue", "first": ["pie"]}},
    "a package that holds": {"agenda": {"issues": ["pie", "form"], "holds": True}},
    "an unknown order": {"agenda": {"issues": ["pie"], "order": "one_by_one"}},
    "a forum with one member": {"forums": {"hall": {"members": ["row"], "protocol": "alternating"}}},
    "a forum that sits every 0 rounds": {"forums": {"hall": {**SHUTTLE, "mediators": ["chair"], "every": 0}}},
    "talks that start asleep": {"talks": {"start": "asleep"}},
    "a collapse probability above 1": {"talks": {"collapse": {"active": 2}}},
    "an event without effects": {"events": {"shock": {"rate": 0.1, "effects": []}}},
    "an effect without a change": {"events": {"shock": {"rate": 0.1, "effects": [{"on": "talks.progress"}]}}},
    "an effect with two changes": {"events": {"shock": {"rate": 0.1, "effects": [{"on": "talks.progress", "add": 1, "multiply": 2}]}}},
    "an effect on a firmness": {"events": {"shock": {"rate": 0.1, "effects": [{"on": "issues.form.tentative.firmness", "add": 1}]}}},
    "an effect on an effect": {"events": {"shock": {"rate": 0.1, "effects": [{"on": "events.shock.effects.0.add", "add": 1}]}}},
    "a negative factor": {"events": {"shock": {"rate": 0.1, "effects": [{"on": "talks.progress", "multiply": -1}]}}},
    "a ratification without a quota": {"parties": {"row": {"ratification": {"factions": HOME["factions"]}}}},
    "a quota of 0": {"parties": {"row": {"ratification": {**HOME, "quota": 0}}}},
    "a ratification without factions": {"parties": {"row": {"ratification": {"quota": 1, "factions": {}}}}},
    "a faction without a minimum": {"parties": {"row": {"ratification": {"quota": 1, "factions": {"hawks": {"weight": 1}}}}}},
    "uncertain failures": {"parties": {"row": {"ratification": {**HOME, "failures": {"uniform": [1, 2]}}}}},
    "an adjustment that adjusts nothing": {
        "parties": {"row": {"ratification": {"quota": 1, "factions": {"hawks": {"weight": 1, "minimum": 0, "adjust": {"pie": {}}}}}}}
    },
    "an adjustment by a shape": {
        "parties": {"row": {"ratification": {"quota": 1, "factions": {"hawks": {"weight": 1, "minimum": 0, "adjust": {"pie": {"shape": "increasing"}}}}}}}
    },
    "an implementation without phases": {"implementation": {"failure": {"base": 0}}},
    "an implementation without failure": {"implementation": {"phases": {"first": {}}}},
    "a failure without a base": {"implementation": {**STEPS, "failure": {"temptation": 1}}},
    "a negative coefficient": {"implementation": {**STEPS, "failure": {"base": 0, "temptation": -1}}},
    "a phase that settles nothing": {"implementation": {**STEPS, "phases": {"first": {"issues": []}}}},
    "a provision that provides nothing": {"implementation": {**STEPS, "provisions": [{"when": {"form": "b"}}]}},
    "a provision without a condition": {"implementation": {**STEPS, "provisions": [{"guarantee": 0.5}]}},
    "a progress rate of 2": {"events": {"shock": {**SHOCK, "progress_rate": 2}}},
    "foresight in words": {"parties": {"row": {"looks_ahead": "yes"}}},
    "a fact number without F": {"source": ["26"]},
}

# Changes as a variant would write them, judged as they stand, without what they extend.
RIGHT_VARIANTS = {
    "nothing changed": {},
    "a mediator removed": {"mediators": {"egypt": None}},
    "one number changed": {"parties": {"row": {"willingness": 0.5}}},
    "a distribution replaced by another kind": {"parties": {"row": {"willingness": {"triangular": None, "uniform": [0, 1]}}}},
    "a mark alone": {"parties": {"row": {"willingness": {"assumption": "why"}}}},
}
WRONG_VARIANTS = {
    "an unknown key": {"mediator": {"egypt": None}},
    "a willingness of 2": {"parties": {"row": {"willingness": 2}}},
    "null inside a list": {"parties": {"row": {"red_lines": [None]}}},
}

# Texts and what they mean; None for what is not to be read at all.
TEXTS = {
    '{"a": [1, 2,], /* , */ "b": "//, }", // end ,\n}': {"a": [1, 2], "b": "//, }"},
    '["\\"", "/* no */",]': ['"', "/* no */"],
    "[,]": None,
    "[1,,]": None,
    '{"a": 1, "a": 2}': None,
    "/* open": None,
}

# Observations that are wrong.
WRONG_HISTORIES = [
    {"round": 1},
    {"state": "active"},
    {"until": 1, "state": "active"},
    {"round": 1, "state": "actve"},
    {"round": 1, "until": 2, "event": "storm"},
    {"round": 1, "event": "storm", "state": "active"},
    {"until": 1, "within": 1, "event": "storm"},
    {"round": 1, "event": "storm", "reliability": 0},
    {"round": 1, "text": {"outcome": {}}},
    {"round": 1, "text": {"by": "envoy", "alike": 2}},
    {"round": 1, "settled": {"land": "mid", "water": 0}},
    {"round": 1, "agreement": 0},
]
