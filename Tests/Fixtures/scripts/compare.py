"""Compares the tables of two folders: compare.py NEW KEPT.

The same files, rows and texts, and numbers that agree to 1e-9 of the larger of 1 and themselves: beyond that another version of a
program rounds differently.
"""

import sys
from pathlib import Path


def cells(path):
    return [line.split(",") for line in path.read_text().splitlines()]


def agree(new, kept):
    if new == kept:
        return True
    try:
        return abs(float(new) - float(kept)) <= 1e-9 * max(1, abs(float(kept)))
    except ValueError:
        return False


new_folder, kept_folder = map(Path, sys.argv[1:])
new_names, kept_names = ({p.name for p in folder.glob("*.csv")} for folder in (new_folder, kept_folder))
faults = [f"{name}: only in one of the folders" for name in sorted(new_names ^ kept_names)]
compared = 0
for name in sorted(new_names & kept_names):
    new, kept = cells(new_folder / name), cells(kept_folder / name)
    if [len(row) for row in new] != [len(row) for row in kept]:
        faults.append(f"{name}: another number of rows or columns")
        continue
    for line, (new_row, kept_row) in enumerate(zip(new, kept), start=1):
        for column, (a, b) in enumerate(zip(new_row, kept_row), start=1):
            compared += 1
            if not agree(a, b):
                faults.append(f"{name}:{line}: column {column} is {a}, kept is {b}")
print("\n".join(faults[:20]))
print(f"{compared} cells of {len(kept_names)} tables compared, {len(faults)} faults")
sys.exit(1 if faults or not compared else 0)
