"""Reads JSON with comments and trailing commas, in which no key is written twice."""

import json
import re

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
