"""The keys of a scenario file, one row each, from scenarios/scenario.schema.json; examples are what shipped scenarios say there."""

import json
import pathlib

from article import cell, settle
from jsonc import read
from schema_snippets import RIGHT

SCHEMA = json.loads(pathlib.Path("scenarios/scenario.schema.json").read_text(encoding="utf-8"))
MARKS = ("label", "source", "assumption", "note")


def name_of(node):
    """What the node refers to; what must be there in a file that extends nothing is the same thing as elsewhere."""
    if not isinstance(node, dict):
        return ""
    name = node.get("$ref", "").split("/")[-1]
    return {"completeTactic": "tactic", "completeAcceptance": "acceptance", "completeNumber": "", "noNull": ""}.get(name, name)


def definition(node):
    return SCHEMA["$defs"][name_of(node)] if name_of(node) else None


def flat(node):
    """The node with what it refers to, and with the objects among its alternatives."""
    if not isinstance(node, dict):
        return {}
    merged = {}
    for part in [definition(node)] + node.get("allOf", []) + [a for a in node.get("anyOf", []) if "properties" in a or "$ref" in a]:
        if part:
            for key, value in flat(part).items():
                if key != "required":
                    merged[key] = {**merged.get(key, {}), **value} if key == "properties" else value
    own = {k: v for k, v in node.items() if k not in ("$ref", "allOf")}
    if "properties" in own and "properties" in merged:
        own["properties"] = {**merged["properties"], **own["properties"]}
    return {**merged, **own}


def is_number(node):
    names = []
    while node is not None:
        names.append(name_of(node))
        node = definition(node) or next((definition(a) and a for a in node.get("allOf", []) if "$ref" in a), None)
    return "number" in names


def bound(value):
    return f"{value:,}" if isinstance(value, int) else f"{value:.6f}".rstrip("0")


def ranged(node, word):
    low, high = node.get("minimum"), node.get("maximum")
    if "exclusiveMinimum" in node:
        return f"{word} above {bound(node['exclusiveMinimum'])}"
    if low is not None and high is not None:
        return f"{word} in [{bound(low)}, {bound(high)}]"
    return f"{word} from {bound(low)}" if low is not None else f"{word} up to {bound(high)}" if high is not None else word


def words_of(node):
    """Which words the node allows."""
    found = [w for w in node.get("enum", []) if w is not None] + ([node["const"]] if "const" in node else [])
    then = node.get("then", {}) if node.get("if") == {"type": "string"} else {}
    for part in node.get("anyOf", []) + ([then] if then else []):
        found += words_of(part)
    reference = definition(node)
    return found + (words_of(reference) if reference else [])


def kind(node):
    if is_number(node):
        return ranged(flat(node), "number")
    whole = flat(node)
    said = [f'"{w}"' if isinstance(w, str) else json.dumps(w) for w in dict.fromkeys(words_of(node))]
    types = whole.get("type", [])
    types = [types] if isinstance(types, str) else types
    for alternative in node.get("anyOf", []) + (definition(node) or {}).get("anyOf", []):
        t = flat(alternative).get("type", [])
        types = types + [x for x in ([t] if isinstance(t, str) else t) if x not in types]
    if whole.get("properties") or isinstance(whole.get("additionalProperties"), dict):
        types = types + ["object"] * ("object" not in types)
    for t in types:
        if t == "string" and not said:
            said.append("text")
        elif t == "integer":
            said.append(ranged(whole, "whole number"))
        elif t == "number":
            said.append(ranged(whole, "number, certain"))
        elif t == "boolean":
            said.append("true or false")
        elif t == "array":
            said.append("list")
        elif t == "object":
            said.append("object")
    return ", ".join(dict.fromkeys(said)) or "text"


class Page:
    def __init__(self):
        self.sections = []
        self.seen = {}
        # Shipped files first: snippets are for the schema's own tests.
        self.examples = [[read(pathlib.Path(p)) for p in FILES], list(RIGHT.values())]
        self.without = []
        self.rows = 0

    def example(self, path):
        found = []
        for documents in self.examples:
            for document in documents:
                values = [document]
                for part in path:
                    values = [w for v in values for w in step(v, part)]
                found += [v for v in values if v is not None]
            if found:
                break
        texts = [json.dumps(v, ensure_ascii=False) for v in found]
        return min(texts, key=lambda t: (len(t), t)) if texts else None

    def add(self, path, node, needed):
        """A section for the object at `path`, then one for each object in it."""
        whole = flat(node)
        name = name_of(node)
        inner = []
        rows = []
        for key, value in whole.get("properties", {}).items():
            if key in MARKS or not isinstance(value, dict):
                continue
            below = (path or ()) + (key,)
            v = flat(value)
            meaning = v.get("description", "")
            reference = name_of(value)
            has = self.opens(value)
            if reference in self.seen and has:
                meaning = (meaning + " " if meaning else "") + f"Keys as of {self.seen[reference]}."
            elif has:
                inner.append((below, value, needed.get("properties", {}).get(key, {})))
            required = key in needed.get("required", []) or key in whole.get("required", [])
            default = "required" if required else self.default(v, meaning)
            example = json.dumps(v["examples"][0], ensure_ascii=False) if v.get("examples") else self.example(below)
            if example is None:
                self.without.append(".".join(below))
            meaning = meaning.split(" Default")[0]
            rows.append(f"| `{key}` | {cell(kind(value))} | {cell(default)} | {cell(meaning)} | {'`' + clip(example) + '`' if example else ''} |")
        if rows:
            self.rows += len(rows)
            title = ".".join(path) if path else "The file"
            head = f"## {title}\n\n" + (cell(whole.get("description", "")) + "\n\n" if path and whole.get("description") else "")
            self.sections.append(head + "| key | type and range | unless given | meaning | example |\n|---|---|---|---|---|\n" + "\n".join(rows))
        if name and rows:
            self.seen.setdefault(name, ".".join(path))
        for below, value, need in inner:
            self.into(below, value, need)

    def into(self, path, value, needed):
        whole = flat(value)
        need = flat_need(needed)
        name = name_of(value)
        if whole.get("properties") and not is_number(value):
            self.add(path, value, need)
        rest = whole.get("additionalProperties")
        if isinstance(rest, dict) and not is_number(rest) and self.opens(rest):
            reference = name_of(rest)
            if reference not in self.seen:
                self.into(path + ("NAME",), rest, need.get("additionalProperties", {}))
        items = whole.get("items")
        if isinstance(items, dict) and self.opens(items):
            if name_of(items) not in self.seen:
                self.into(path + ("N",), items, need.get("items", {}))
        if name:
            self.seen.setdefault(name, ".".join(path))

    def opens(self, node):
        """Whether there are keys somewhere inside that a row of its own should have."""
        if not isinstance(node, dict) or is_number(node):
            return False
        whole = flat(node)
        if any(k not in MARKS for k in whole.get("properties", {})):
            return True
        return any(isinstance(whole.get(k), dict) and self.opens(whole[k]) for k in ("additionalProperties", "items"))

    def default(self, node, meaning):
        if "default" in node:
            return json.dumps(node["default"], ensure_ascii=False).strip('"')
        for mark in ("Default: ", "Default "):
            if mark in meaning:
                return meaning.split(mark)[-1].split(". ")[0].rstrip(".")
        return "–"


def flat_need(node):
    """What must be there of an object, by the part of the schema for files that extend nothing."""
    if not isinstance(node, dict):
        return {}
    name = node.get("$ref", "").split("/")[-1]
    return {**(flat_need(SCHEMA["$defs"][name]) if name not in ("", "noNull") else {}), **node}


def step(value, part):
    if part == "NAME":
        return list(value.values()) if isinstance(value, dict) else []
    if part == "N":
        return value if isinstance(value, list) else []
    return [value[part]] if isinstance(value, dict) and part in value else []


def clip(text):
    text = text.replace("|", "\\|")
    return text if len(text) <= 90 else text[:88] + " …"


FILES = sorted(str(p) for p in pathlib.Path("scenarios").glob("*.jsonc"))
page = Page()
page.add((), SCHEMA, SCHEMA["$defs"]["complete"])
if page.without:
    raise SystemExit("articles: no scenario, snippet or schema has an example of " + ", ".join(page.without))
text = f"""# Keys of a scenario file

Every key: its type and range, what it is unless given, its meaning, and what a scenario says there.

## Overview

This page is made from `scenarios/scenario.schema.json`, by which editors complete and check. `scenarios/README.md` tells the same as prose, with what keys do to one another. NAME stands for a name of
yours, N for a place in a list, from 0.

A *number* may be certain or uncertain: `0.3`, `{{"uniform": [0.2, 0.6]}}`, `{{"triangular": [0.1, 0.3, 0.9]}}`, `{{"normal": [0.4, 0.1], "within": [0, 1]}}`, `{{"beta": [2, 5]}}`, `{{"choice": {{"0.2": 0.5, "0.8": 0.5}}}}`, or
`{{"value": 0.3}}`; its whole range lies in the range below. A *number, certain* is written as such. Any object may have a `note`, a `source` and an `assumption`, and any with a name a `label`; they have no rows.
Examples that are longer than a line end with an ellipsis.

""" + "\n\n".join(page.sections) + "\n"
settle("Sources/Scenarios/Documentation.docc/Keys.md", text)
print(f"articles: {page.rows} keys are what the schema says, each with an example")
