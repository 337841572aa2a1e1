#!/usr/bin/env python3
"""Checks every scenario of this folder, independently of the simulator.

1. Each scenarios/*.jsonc is valid by scenario.schema.json (JSON Schema 2020-12, PyPI `jsonschema`), and each
   scenarios/histories/*.jsonc by history.schema.json.
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

sys.dont_write_bytecode = True  # leave no cache beside the scenarios
from jsonc import plain_json, read, without_repeats
from schema_snippets import RIGHT, RIGHT_VARIANTS, SMALLEST, TEXTS, WRONG, WRONG_HISTORIES, WRONG_VARIANTS

FOLDER = Path(__file__).resolve().parent
SCHEMA = json.loads((FOLDER / "scenario.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
HISTORY_SCHEMA = json.loads((FOLDER / "history.schema.json").read_text(encoding="utf-8"))
HISTORIES = Draft202012Validator(HISTORY_SCHEMA)


# ---- Variants: JSON Merge Patch (RFC 7386) -------------------------------------------------------------------


# Where the patch of a model stands.
PATCH = re.compile(r"^models\.[^.]+\.patch\.")


def merged(base, change, path=""):
    if not isinstance(change, dict):
        return change
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in change.items():
        if value is None and PATCH.match(path):
            result[key] = None  # For what the patch of a model is to change.
        elif value is None:
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

# A tactic by time has a number called beta, which is a kind of distribution elsewhere.
TIME = re.compile(r"\.tactic(\.mix\.\d+\.1)*\.time$")
UNMARKED = "neither a source nor an assumption"
KINDS = ("value", "uniform", "triangular", "normal", "beta", "choice")


def options_of(issue):
    if "range" in issue:
        r = issue["range"]
        count = math.floor((r["to"] - r["from"]) / r["step"] + 1e-9) + 1
        return [r["from"] + k * r["step"] for k in range(count)]
    return list(issue["options"])


class Consistency:
    """Collects what a scenario says of names that do not exist, and the marks of its numbers."""

    def __init__(self, path, scenario=None):
        self.faults, self.numbers = [], {}
        self.scenario = whole(path.resolve()) if scenario is None else scenario
        self.options = {name: options_of(issue) for name, issue in self.scenario["issues"].items()}
        self.facts = set()
        for seed in self.scenario.get("sources", []):
            text = (path.parent / seed).read_text(encoding="utf-8")
            self.facts |= set(re.findall(r"^- \[(F\d+)\]", text, re.MULTILINE))
        self.check()
        for name, model in self.scenario.get("models", {}).items():
            self.model(path, name, model)

    def model(self, path, name, model):
        file = {key: value for key, value in self.scenario.items() if key != "models"}
        talks = Consistency(path, merged(file, model["patch"]))
        marked = "assumption" in model or "source" in model
        # A number of a patch may rest on what the model rests on.
        faults = [f for f in talks.faults if f not in self.faults and not (marked and f.endswith(UNMARKED))]
        self.faults += [f"models.{name}: {fault}" for fault in faults]

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
            mark = ("assumption" if "assumption" in value else "source") if {"source", "assumption"} & set(value) else mark
            if any(kind in value for kind in KINDS) and not path.endswith(".values") and not TIME.search(path):
                self.numbers[path] = mark
                return
            for key, inner in value.items():
                plain = ("label", "note", "source", "assumption", "options", "range", "status_quo", "option", "outcome", "every")
                if key == "issues" and path.startswith("implementation"):
                    continue
                if key in plain + ("from", "for", "suspend_after", "rounds", "when", "red_lines", "agenda", "failures"):
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
        for name, faction in actor.get("ratification", {}).get("factions", {}).items():
            self.faction(f"{path}.ratification.factions.{name}", faction)

    def faction(self, path, faction):
        for issue, adjustment in faction.get("adjust", {}).items():
            self.known(f"{path}.adjust", issue, self.options, "issue")
            for option in adjustment.get("values", {}):
                self.option(f"{path}.adjust.{issue}", issue, option)
        for index, interaction in enumerate(faction.get("interactions", [])):
            self.condition(f"{path}.interactions.{index}", interaction["when"], 2)

    def implementation(self, implementation):
        for name, phase in implementation.get("phases", {}).items():
            here = f"implementation.phases.{name}"
            if "when" in phase:
                self.condition(here, phase["when"])
            for issue in phase.get("issues", []):
                self.known(here, issue, self.options, "issue")
        for index, provision in enumerate(implementation.get("provisions", [])):
            self.condition(f"implementation.provisions.{index}", provision["when"])

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
        for name in set(s["issues"]) - set(s.get("agenda", s)["issues"]):
            if "status_quo" not in s["issues"][name]:
                self.fault(f"issues.{name}", "neither on the agenda nor with a status quo to stay at")
        for name, party in parties.items():
            self.actor(f"parties.{name}", party, True)
        for name, mediator in mediators.items():
            self.actor(f"mediators.{name}", mediator, False)
            for party in mediator.get("toward", {}):
                self.known(f"mediators.{name}.toward", party, parties, "party")
            for index, text in enumerate(mediator.get("texts", [])):
                here = f"mediators.{name}.texts.{index}"
                for issue, option in text["outcome"].items():
                    self.option(here, issue, option)
                if isinstance(text.get("when"), dict):
                    self.condition(here, text["when"])
        for name, forum in s.get("forums", {}).items():
            for member in forum["members"]:
                self.known(f"forums.{name}", member, parties, "party")
            for mediator in forum.get("mediators", []):
                self.known(f"forums.{name}", mediator, mediators, "mediator")
            if forum["protocol"] == "shuttle" and not forum.get("mediators"):
                self.fault(f"forums.{name}", "a shuttle without a mediator")
        self.implementation(s.get("implementation", {}))
        mark = "assumption" if "assumption" in s else ("source" if "source" in s else None)
        for name, toll in s.get("tolls", {}).items():
            if isinstance(toll["while"], dict):
                self.condition(f"tolls.{name}.while", toll["while"])
        for section in ("issues", "parties", "mediators", "mediation", "talks", "implementation", "tolls", "events"):
            self.collect(s.get(section, {}), section, mark)
        for name, event in s.get("events", {}).items():
            for index, effect in enumerate(event["effects"]):
                self.known(f"events.{name}.effects.{index}", effect["on"], self.numbers, "number")
        self.cited(s, "")
        for path, mark in self.numbers.items():
            if mark is None:
                self.fault(path, UNMARKED)


# ---- Snippets and texts to judge ------------------------------------------------------------------------------


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


def misread():
    for text, expected in TEXTS.items():
        try:
            found = json.loads(plain_json(text), object_pairs_hook=without_repeats)
        except ValueError:
            found = None
        if found != expected:
            yield f"{text!r} is read as {found!r}"


def judged_wrongly():
    for history in WRONG_HISTORIES:
        if HISTORIES.is_valid({"observations": [history]}):
            yield f"the schema of histories accepts {history}"
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
    for schema in (SCHEMA, HISTORY_SCHEMA):
        Draft202012Validator.check_schema(schema)
    failed = False
    for path in map(Path, arguments) if arguments else sorted(FOLDER.glob("*.jsonc")):
        faults, summary = faults_of(path)
        failed |= bool(faults)
        print(f"{path.name}: {'FAULTY' if faults else f'valid ({summary})'}")
        for fault in faults:
            print(f"  {fault}")
    for path in [] if arguments else sorted((FOLDER / "histories").glob("*.jsonc")):
        faults = [error.message[:300] for error in HISTORIES.iter_errors(read(path))]
        failed |= bool(faults)
        print(f"histories/{path.name}: {'FAULTY' if faults else 'valid'}")
        for fault in faults:
            print(f"  {fault}")
    wrong = [*misread(), *judged_wrongly()]
    for line in wrong:
        print(f"  {line}")
    cases = sum(map(len, (TEXTS, RIGHT, WRONG, RIGHT_VARIANTS, WRONG_VARIANTS, WRONG_HISTORIES)))
    print(f"{cases - len(wrong)} of {cases} snippets judged rightly")
    return 1 if failed or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
