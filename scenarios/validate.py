#!/usr/bin/env python3
"""Checks every scenario of this folder, independently of the simulator.

1. Each scenarios/*.jsonc is valid by scenario.schema.json (JSON Schema 2020-12, PyPI `jsonschema`).
2. Each, with what it extends merged in, speaks only of issues, options, actors and numbers that exist, and cites only
   facts that its seeds state.
3. The schema turns down snippets that are wrong on purpose, and accepts a few that are right.

Usage: python3 scenarios/validate.py [FILE …]    exit status 0 when all is well, else 1.
"""

import json
import math
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).resolve().parent
SCHEMA = json.loads((FOLDER / "scenario.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


# ---- Reading JSON with comments and trailing commas ----------------------------------------------------------

TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n\ufeff]+)
      | (?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:[^"\\\n]|\\.)*")
      | (?P<mark>[{}\[\]:,])
      | (?P<word>[^\s{}\[\]:,"/]+)""",
    re.VERBOSE | re.DOTALL,
)


def plain_json(text):
    """`text` without comments and without commas before a closing bracket. Line breaks stay where they are."""
    pieces, comma, last, at = [], None, "", 0
    while at < len(text):
        token = TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: unreadable from {text[at:at + 20]!r}")
        at, kind, written = token.end(), token.lastgroup, token.group()
        if kind in ("space", "comment"):
            pieces.append("\n" * written.count("\n") or " ")
            continue
        if written in ("}", "]") and comma is not None:
            pieces[comma] = ""
        comma = len(pieces) if written == "," and last not in ("", ",", ":", "{", "[") else None
        last = written
        pieces.append(written)
    return "".join(pieces)


def without_repeats(pairs):
    result = {}
    for key, value in pairs:
        if key in result:
            raise ValueError(f"key {key!r} is written twice")
        result[key] = value
    return result


def read(path):
    return json.loads(plain_json(path.read_text(encoding="utf-8")), object_pairs_hook=without_repeats)


# ---- Variants: JSON Merge Patch (RFC 7386) -------------------------------------------------------------------


def merged(base, change, path=""):
    if not isinstance(change, dict):
        return change
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in change.items():
        if value is None:
            if key not in result:
                raise ValueError(f"{path}{key}: null removes what is not there")
            del result[key]
        else:
            result[key] = merged(result.get(key), value, f"{path}{key}.")
    return result


def whole(path, chain=()):
    if path in chain:
        raise ValueError(f"extends comes back to {path.name}")
    scenario = read(path)
    if "extends" not in scenario:
        return scenario
    base = whole((path.parent / scenario.pop("extends")).resolve(), (*chain, path))
    return merged(base, scenario)


# ---- Consistency ---------------------------------------------------------------------------------------------

KINDS = ("value", "uniform", "triangular", "normal", "beta", "choice")


def options_of(issue):
    if "range" in issue:
        r = issue["range"]
        count = math.floor((r["to"] - r["from"]) / r["step"] + 1e-9) + 1
        return [r["from"] + k * r["step"] for k in range(count)]
    return list(issue["options"])


class Consistency:
    """Collects what a scenario says of names that do not exist, and the marks of its numbers."""

    def __init__(self, path):
        self.faults, self.numbers = [], {}
        self.scenario = whole(path.resolve())
        self.options = {name: options_of(issue) for name, issue in self.scenario["issues"].items()}
        self.facts = set()
        for seed in self.scenario.get("sources", []):
            text = (path.parent / seed).read_text(encoding="utf-8")
            self.facts |= set(re.findall(r"^- \[(F\d+)\]", text, re.MULTILINE))
        self.check()

    def fault(self, path, message):
        self.faults.append(f"{path}: {message}")

    def known(self, path, name, names, what):
        if name not in names:
            self.fault(path, f"unknown {what} {name!r}")

    def option(self, path, issue, option):
        options = self.options.get(issue, [])
        if option not in options and not (isinstance(option, str) and option in map(str, options)):
            self.fault(path, f"unknown option {option!r} of issue {issue!r}")

    def condition(self, path, condition, least=1):
        if len(condition) < least:
            self.fault(path, f"a condition on fewer than {least} issues")
        for issue, clause in condition.items():
            self.known(path, issue, self.options, "issue")
            if isinstance(clause, dict):
                if "not" not in clause:
                    continue
                clause = clause["not"]
            for option in clause if isinstance(clause, list) else [clause]:
                self.option(path, issue, option)

    def collect(self, value, path, mark):
        """All numbers below `value` that may be uncertain, by path, with the mark that holds for each."""
        if isinstance(value, dict):
            mark = ("source" if "source" in value else "assumption") if {"source", "assumption"} & set(value) else mark
            if any(kind in value for kind in KINDS) and not path.endswith(".values"):
                self.numbers[path] = mark
                return
            for key, inner in value.items():
                plain = ("label", "note", "source", "assumption", "options", "range", "status_quo", "option", "every")
                if key in plain + ("from", "for", "suspend_after", "rounds", "when", "red_lines", "agenda"):
                    continue
                self.collect(inner, f"{path}.{key}" if path else key, mark)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                self.collect(inner, f"{path}.{index}", mark)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self.numbers[path] = mark

    def cited(self, value, path):
        if isinstance(value, dict):
            for fact in value.get("source", []) if isinstance(value.get("source"), list) else []:
                self.known(path, fact, self.facts, "fact")
            for fact in re.findall(r"\bF\d+\b", str(value.get("assumption", ""))):
                self.known(path, fact, self.facts, "fact")
            for key, inner in value.items():
                self.cited(inner, f"{path}.{key}" if path else key)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                self.cited(inner, f"{path}.{index}")

    def actor(self, path, actor, every_issue):
        preferences = actor.get("preferences", {})
        for issue in self.options if every_issue else ():
            self.known(f"{path}.preferences", issue, preferences, "(missing) issue")
        for issue, preference in preferences.items():
            here = f"{path}.preferences.{issue}"
            self.known(here, issue, self.options, "issue")
            if "values" in preference:
                for option in preference["values"]:
                    self.option(here, issue, option)
                for option in self.options.get(issue, []):
                    self.known(here, str(option), preference["values"], "(missing) option")
        for index, interaction in enumerate(actor.get("interactions", [])):
            self.condition(f"{path}.interactions.{index}", interaction["when"], 2)
        for index, line in enumerate(actor.get("red_lines", [])):
            self.condition(f"{path}.red_lines.{index}", line)

    def check(self):
        s = self.scenario
        parties, mediators = s["parties"], s.get("mediators", {})
        for name, issue in s["issues"].items():
            if "status_quo" in issue:
                self.option(f"issues.{name}.status_quo", name, issue["status_quo"])
            if "tentative" in issue:
                self.option(f"issues.{name}.tentative", name, issue["tentative"]["option"])
        for issue in s.get("agenda", {}).get("issues", []):
            self.known("agenda", issue, self.options, "issue")
        for name, party in parties.items():
            self.actor(f"parties.{name}", party, True)
        for name, mediator in mediators.items():
            self.actor(f"mediators.{name}", mediator, False)
            for party in mediator.get("toward", {}):
                self.known(f"mediators.{name}.toward", party, parties, "party")
        for name, forum in s.get("forums", {}).items():
            for member in forum["members"]:
                self.known(f"forums.{name}", member, parties, "party")
            for mediator in forum.get("mediators", []):
                self.known(f"forums.{name}", mediator, mediators, "mediator")
            if forum["protocol"] == "shuttle" and not forum.get("mediators"):
                self.fault(f"forums.{name}", "a shuttle without a mediator")
        for section in ("issues", "parties", "mediators", "mediation", "talks", "events"):
            self.collect(s.get(section, {}), section, "source" if "source" in s else ("assumption" if "assumption" in s else None))
        for name, event in s.get("events", {}).items():
            for index, effect in enumerate(event["effects"]):
                self.known(f"events.{name}.effects.{index}", effect["on"], self.numbers, "number")
        self.cited(s, "")
        for path, mark in self.numbers.items():
            if mark is None and not path.split(".")[-1] == "weight":
                self.fault(path, "neither a source nor an assumption")


# ---- Snippets that the schema must judge rightly -------------------------------------------------------------

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
SHOCK = {"rate": 0.1, "effects": [{"on": "parties.row.willingness", "add": -0.1}]}

RIGHT = {
    "the smallest scenario": {},
    "a certain number with a source": {"parties": {"row": {"reservation": {"value": 0.3, "source": ["F1"]}}}},
    "a normal within bounds": {"parties": {"row": {"reservation": {"normal": [0.3, 0.1], "within": [0, 1]}}}},
    "an event": {"events": {"shock": SHOCK}},
    "acceptances combined": {"parties": {"row": {"acceptance": {"any": ["next", {"all": [{"time": 0.9}, "aspiration"]}]}}}},
    "a red line on one issue": {"parties": {"row": {"red_lines": [{"pie": {"at_least": 5}}]}}},
    "rounds in another unit": {"round_unit": "week", "agenda": {"issues": ["pie"]}},
}

WRONG = {
    "an unknown key at the top": {"round": 3},
    "an unknown key of a party": {"parties": {"row": {"willingnes": 0.5}}},
    "no rounds": {"rounds": None},
    "no rounds left": {"rounds": 0},
    "half a round": {"rounds": 1.5},
    "one party alone": {"parties": {"column": None}},
    "a name in capitals": {"issues": {"Pie": {"options": ["a", "b"]}}},
    "a name with a space": {"parties": {"row player": SMALLEST["parties"]["row"]}},
    "an issue with one option": {"issues": {"form": {"options": ["a"]}}},
    "an issue with both options and range": {"issues": {"form": {"range": {"from": 0, "to": 1, "step": 1}}}},
    "an issue with neither": {"issues": {"form": {"options": None}}},
    "a range without a step": {"issues": {"pie": {"range": {"step": None}}}},
    "a step that is uncertain": {"issues": {"pie": {"range": {"step": {"uniform": [1, 2]}}}}},
    "a firmness above 1": {"issues": {"form": {"tentative": {"option": "b", "firmness": 1.2}}}},
    "a tentative settlement without firmness": {"issues": {"form": {"tentative": {"option": "b"}}}},
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
    "an unknown tactic": {"parties": {"row": {"tactic": {"time": None, "clock": {"beta": 1}}}}},
    "no tactic": {"parties": {"row": {"tactic": None}}},
    "an unknown offer": {"parties": {"row": {"offer": "nearest"}}},
    "an acceptance of two kinds": {"parties": {"row": {"acceptance": {"constant": 0.5, "time": 0.5}}}},
    "an acceptance of any of none": {"parties": {"row": {"acceptance": {"any": []}}}},
    "a veto in words": {"parties": {"row": {"veto": "yes"}}},
    "a mediator with trust above 1": {"mediators": {"chair": {"toward": {"row": {"trust": 1.5}}}}},
    "a mediator with a reservation": {"mediators": {"chair": {"reservation": 0.3}}},
    "a shuttle without mediators": {"forums": {"hall": SHUTTLE}},
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


def patched(change):
    """SMALLEST with `change` merged in; null removes where there is something to remove."""

    def merge(base, change):
        if not isinstance(change, dict):
            return change
        result = dict(base) if isinstance(base, dict) else {}
        for key, value in change.items():
            if value is None:
                result.pop(key, None)
            else:
                result[key] = merge(result.get(key), value)
        return result

    return merge(SMALLEST, change)


TEXTS = {
    '{"a": [1, 2,], /* , */ "b": "//, }", // end ,\n}': {"a": [1, 2], "b": "//, }"},
    '["\\"", "/* no */",]': ['"', "/* no */"],
    "[,]": None,
    "[1,,]": None,
    '{"a": 1, "a": 2}': None,
    "/* open": None,
}


def misread():
    for text, expected in TEXTS.items():
        try:
            found = json.loads(plain_json(text), object_pairs_hook=without_repeats)
        except ValueError:
            found = None
        if found != expected:
            yield f"{text!r} is read as {found!r}"


def judged_wrongly():
    for name, change in RIGHT.items():
        for error in VALIDATOR.iter_errors(patched(change)):
            yield f"the schema rejects {name}: {error.message[:200]}"
    for name, change in RIGHT_VARIANTS.items():
        for error in VALIDATOR.iter_errors({"extends": "base.jsonc", **change}):
            yield f"the schema rejects a variant with {name}: {error.message[:200]}"
    for name, change in WRONG.items():
        if VALIDATOR.is_valid(patched(change)):
            yield f"the schema accepts {name}"
    for name, change in WRONG_VARIANTS.items():
        if VALIDATOR.is_valid({"extends": "base.jsonc", **change}):
            yield f"the schema accepts a variant with {name}"


# ---- The command ---------------------------------------------------------------------------------------------


def faults_of(path):
    try:
        scenario = read(path)
        errors = sorted(VALIDATOR.iter_errors(scenario), key=lambda e: list(map(str, e.absolute_path)))
        if errors:
            return [f"{'.'.join(map(str, e.absolute_path)) or 'top level'}: {e.message[:300]}" for e in errors], ""
        errors = list(VALIDATOR.iter_errors(whole(path.resolve())))
        if errors:
            return [f"merged: {'.'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in errors], ""
        found = Consistency(path)
        outcomes = math.prod(map(len, found.options.values()))
        sourced = sum(mark == "source" for mark in found.numbers.values())
        numbers = f"{len(found.numbers)} numbers: {sourced} sourced, {len(found.numbers) - sourced} assumed"
        return found.faults, f"{outcomes} outcomes; {numbers}"
    except (ValueError, OSError) as error:
        return [str(error)], ""


def main(arguments):
    Draft202012Validator.check_schema(SCHEMA)
    failed = False
    for path in map(Path, arguments) if arguments else sorted(FOLDER.glob("*.jsonc")):
        faults, summary = faults_of(path)
        failed |= bool(faults)
        print(f"{path.name}: {'FAULTY' if faults else f'valid ({summary})'}")
        for fault in faults:
            print(f"  {fault}")
    wrong = [*misread(), *judged_wrongly()]
    for line in wrong:
        print(f"  {line}")
    cases = sum(map(len, (TEXTS, RIGHT, WRONG, RIGHT_VARIANTS, WRONG_VARIANTS)))
    print(f"{cases - len(wrong)} of {cases} snippets judged rightly")
    return 1 if failed or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
