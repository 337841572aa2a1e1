"""Puts an article where it belongs, or says that what is there is another."""

import difflib
import pathlib
import sys

writes = "--write" in sys.argv[1:]


def settle(path, text):
    """Writes `text` to `path` if asked to; else ends the program where the file is another."""
    path = pathlib.Path(path)
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if old == text:
        return
    if writes:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"articles: {path} is written")
        return
    difference = difflib.unified_diff(old.splitlines(), text.splitlines(), "as it is", "as it should be", lineterm="", n=1)
    print("\n".join(list(difference)[:30]))
    sys.exit(f"articles: {path} is not what it should be; .ci/articles --write makes it anew")


def cell(text):
    """Text in a table, in which nothing is a mark of Markdown."""
    return "".join("\\" + c if c in "\\`*_<>[]|" else c for c in text)
