#!/usr/bin/env python3
"""Holds what the program prints with --format json, and tables.json, against scenarios/schemas.

    python3 scenarios/validate-output.py PROGRAM

Needs jsonschema 4.18 or later. Every schema must have met a document, and one that lacks a member must be refused.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent
SCHEMAS = {}
for path in sorted((ROOT / "schemas").glob("*.schema.json")):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    SCHEMAS[schema["properties"]["schema"]["const"]] = jsonschema.Draft202012Validator(schema)


def commands(work):
    """Command lines; a result goes to the directory after --out."""
    river, logroll, pie, paris = (str(ROOT / f"{name}.jsonc") for name in ("river-water", "logroll", "split-the-pie", "paris-2025"))
    out = lambda name: ["--out", f"{work}/{name}"]
    yield ["run", paris, "--runs", "60", "--keep-runs", "--keep-draws"] + out("paris")
    yield ["run", pie, "--runs", "40"] + out("pie")
    yield ["check", paris]
    yield ["check", logroll, river, pie]
    yield ["check", logroll, "--inert", "--runs", "20"]
    yield ["sweep", logroll, "--vary", "rounds=5,20", "--runs", "20"] + out("sweep")
    yield ["merge", f"{work}/sweep"]
    yield ["sweep", logroll, "--vary", "rounds=5,20", "--runs", "20", "--plan"]
    yield ["levers", pie, "--runs", "10"] + out("levers")
    yield ["levers", "--from", f"{work}/paris"] + out("levers-from")
    yield ["sensitivity", river, "--samples", "4"] + out("sobol")
    yield ["sensitivity", river, "--method", "morris", "--samples", "2"] + out("morris")
    yield ["sensitivity", "--from", f"{work}/paris"] + out("sensitivity-from")
    yield ["formula", river, "--draws", "100", "--runs", "20"] + out("formula")
    yield ["answers", river, "--runs", "60", "--each", "10"] + out("answers")
    yield ["given", river, "--history", str(ROOT / "histories/river-water.jsonc"), "--runs", "3000"] + out("given")
    yield ["compare", logroll, "--set", "rounds=5", "--runs", "40"] + out("compare")
    yield ["compare", paris, "--set", "parties.hamas.willingness=0.9", "--runs", "20"] + out("compare-models")
    yield ["score", f"{work}/pie", "--outcome", str(ROOT / "cases/split-the-pie.jsonc")] + out("score")
    yield ["bench", "boulware-4096", "--runs", "20"]
    yield ["doctor"]
    yield ["verify", f"{work}/pie"]
    yield ["export", f"{work}/pie", "--table", "endings"]
    yield ["export", f"{work}/pie", "--table", "packages", "--top", "1"]


def validate(document, what):
    name = document.get("schema") if isinstance(document, dict) else None
    if name not in SCHEMAS:
        sys.exit(f"{what}: there is no schema for {name!r}")
    faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in SCHEMAS[name].iter_errors(document)]
    if faults:
        sys.exit(f"{what}: {name}:\n  " + "\n  ".join(faults[:10]))
    for member in SCHEMAS[name].schema["required"]:
        broken = copy.copy(document)
        del broken[member]
        if SCHEMAS[name].is_valid(broken):
            sys.exit(f"{what}: {name} accepts a document without {member!r}")
    return name


def main():
    program = sys.argv[1]
    met, documents = set(), 0
    with tempfile.TemporaryDirectory() as work:
        for line in commands(work):
            done = subprocess.run([program, *line, "--format", "json", "--quiet"], capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"{' '.join(line)} ends with {done.returncode}: {done.stderr}")
            met.add(validate(json.loads(done.stdout), " ".join(line[:2])))
            documents += 1
        for path in sorted(pathlib.Path(work).glob("*/tables.json")):
            met.add(validate(json.loads(path.read_text(encoding="utf-8")), str(path)))
            documents += 1
    unmet = set(SCHEMAS) - met
    if unmet:
        sys.exit(f"no document for {', '.join(sorted(unmet))}")
    print(f"{documents} documents are as {len(met)} schemas say")


main()
