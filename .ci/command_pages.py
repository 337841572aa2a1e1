"""A page for each command: its help in Markdown, an example with what it prints and leaves, and where to read on."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from article import cell, settle

CATALOGUE = pathlib.Path("Sources/detente/Documentation.docc")
MOST_LINES = 36
WIDE = {**os.environ, "COLUMNS": "100"}

# Of each command: the lines of its example, then pages of this catalogue and titles of articles elsewhere.
EXAMPLES = {
    "new": (["detente new", "detente new two-parties --out reservoir.jsonc", "detente check reservoir.jsonc | head -n 3"], ["check", "run"], ["A scenario of your own"]),
    "run": (["detente run scenarios/logroll.jsonc --runs 1000 --out results/logroll"], ["trace", "levers", "verify", "WhatRunWrites"], ["Reading results without fooling yourself", "Shards"]),
    "check": (["detente check scenarios/logroll.jsonc"], ["new", "run"], ["Keys", "Editors"]),
    "trace": (["detente trace scenarios/logroll.jsonc --ending full_agreement"], ["run", "OneRun"], ["The model of mediated talks"]),
    "sweep": (["detente sweep scenarios/logroll.jsonc --vary rounds=10,20,40 --runs 500 --out results/sweep"], ["merge", "sensitivity"], ["Sweeps", "Shards"]),
    "merge": ([
        "detente run scenarios/logroll.jsonc --runs 1000 --shard 1/2 --out results/parts --quiet",
        "detente run scenarios/logroll.jsonc --runs 1000 --shard 2/2 --out results/parts --quiet",
        "detente merge results/parts | head -n 8",
    ], ["run", "sweep", "Recipes"], ["Shards"]),
    "verify": (["detente run scenarios/logroll.jsonc --runs 1000 --out results/logroll >/dev/null", "detente verify results/logroll"], ["run", "doctor"], ["Sweeps"]),
    "sensitivity": (["detente sensitivity scenarios/logroll.jsonc --samples 32 --out results/sensitivity"], ["levers", "sweep"], ["What it rests on, and what would change it", "Runs that are there"]),
    "levers": (["detente levers scenarios/logroll.jsonc --runs 100 --out results/levers"], ["sensitivity", "compare"], ["What it rests on, and what would change it"]),
    "formula": (["detente formula scenarios/logroll.jsonc --draws 1000 --runs 200 --out results/formula"], ["answers", "levers"], ["Texts that all could accept"]),
    "given": (["detente given scenarios/river-water.jsonc --history scenarios/histories/river-water.jsonc --runs 3000 --out results/given"], ["run", "score"], ["Histories"]),
    "answers": (["detente answers scenarios/logroll.jsonc --runs 300 --each 50 --out results/answers"], ["run", "formula", "levers"], ["Answers"]),
    "compare": (["detente compare scenarios/logroll.jsonc --set rounds=10 --runs 500 --out results/compare"], ["levers", "trace"], ["What it rests on, and what would change it"]),
    "score": (["detente run scenarios/logroll.jsonc --runs 1000 --out results/logroll >/dev/null", "detente score results/logroll --outcome scenarios/cases/logroll.jsonc --out results/score"], ["run", "given"], ["Scores"]),
    "report": (["detente run scenarios/logroll.jsonc --runs 1000 --out results/logroll >/dev/null", "detente report results/logroll --language ar --out page.ar.html", "grep -o '<html[^>]*>' page.ar.html"], ["plot", "export"], ["Pages and pictures of results"]),
    "plot": (["detente run scenarios/logroll.jsonc --runs 1000 --out results/logroll >/dev/null", "detente plot results/logroll/endings.csv --out endings.svg", "grep -c '<title>' endings.svg"], ["report", "export"], ["Pages and pictures of results"]),
    "export": (["detente run scenarios/logroll.jsonc --runs 1000 --out results/logroll >/dev/null", "detente export results/logroll --table endings --format md"], ["report", "Recipes"], ["Reading results without fooling yourself"]),
    "evidence": (["detente evidence --only rubinstein | head -n 12"], ["doctor", "bench"], ["Evidence"]),
    "bench": (["detente bench --list"], ["doctor", "evidence"], []),
    "doctor": (["detente doctor | grep -A 1 '^  self-check'"], ["verify", "evidence"], []),
    "completions": (["detente completions --paths scenarios/split-the-pie.jsonc | head -n 6"], ["man"], []),
    "man": (["detente man | grep -c '^.SS'"], ["completions"], []),
}


def commands():
    """Names of all commands, in the order of the help."""
    lines = subprocess.run(["detente"], capture_output=True, text=True, check=True, env=WIDE).stdout.splitlines()
    begin = lines.index("Commands:")
    return [line.split()[0] for line in lines[begin + 1:] if line.startswith("  ") and line[2] != " "]


def meaning(directory, name):
    tables = json.loads((directory / "tables.json").read_text(encoding="utf-8"))["tables"] if (directory / "tables.json").exists() else []
    for table in tables:
        if table["file"] == name:
            return table["meaning"]
    known = {
        "manifest.json": "where the result comes from: texts, seed, runs, version; size and digest of every file",
        "tables.json": "what each column of the tables means, its type and unit",
        "report.html": "the page",
        "answers.md": "the answers in English and Arabic",
        "plan.json": "what decides the result, frozen",
    }
    if name in known:
        return known[name]
    if name.startswith("posterior-"):
        return "a picture of one number, before the history and after it"
    if name.endswith(".svg"):
        return "a picture, also on the page"
    if name.endswith(".journal"):
        return "what is done, so that it need not be done again"
    raise SystemExit(f"articles: nobody knows what {directory.name}/{name} is")


def page(name):
    lines, pages, titles = EXAMPLES[name]
    help = subprocess.run(["detente", "help", name, "--format", "markdown"], capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        shutil.copytree("scenarios", work / "scenarios", ignore=shutil.ignore_patterns("__pycache__", "pictures"))
        printed = ""
        for line in lines:
            done = subprocess.run(["sh", "-c", line], cwd=work, capture_output=True, text=True)
            if done.returncode != 0:
                raise SystemExit(f"articles: {line}: status {done.returncode}\n{done.stderr}")
            printed += done.stdout
        rows = printed.strip("\n").splitlines()
        if len(rows) > MOST_LINES:
            rows = rows[:MOST_LINES] + ["…"]
        text = help + "\n## An example\n\n```sh\n" + "\n".join(lines) + "\n```\n\n"
        text += "It prints\n\n```text\n" + "\n".join(row.rstrip() for row in rows) + "\n```\n"
        results = sorted(work.glob("results/*"))
        for directory in results[-1:]:
            text += f"\n## What it leaves in `results/{directory.name}`\n\n| file | what |\n|---|---|\n"
            for file in sorted(f.name for f in directory.iterdir() if not f.name.startswith(".")):
                text += f"| `{file}` | {cell(meaning(directory, file))} |\n"
    text += "\n## Read on\n\n" + "\n".join([f"- <doc:{p}>" for p in pages] + [f"- *{t}*" for t in titles]) + "\n"
    settle(CATALOGUE / "Commands" / f"{name}.md", text)


names = commands()
if sorted(names) != sorted(EXAMPLES):
    raise SystemExit(f"articles: examples are missing or too many: {sorted(set(names) ^ set(EXAMPLES))}")
for name in names:
    page(name)
print(f"articles: {len(names)} pages of commands are what their help, examples and outputs say")
