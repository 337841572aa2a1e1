"""Widths of characters on a terminal, from Unicode's own files and from the peer made of them.

Writes `widths/scalars.csv`, the width of every code point but surrogates and controls, as ranges, from wcwidth 0.7.0 (its tables
are made from Unicode 17.0: EastAsianWidth.txt, DerivedGeneralCategory.txt, emoji-data.txt), left out where the peer has
no single answer (spacing marks, Mc, which it gives a cell inside a cluster and none alone); and `widths/sequences.csv`, every
emoji that is recommended for general interchange, of emoji/emoji-test.txt (Debian package unicode-data, Unicode 15.0),
fully qualified, which terminals show as one picture of two cells (Unicode Technical Standard #51).

    python3 widths.py FOLDER [UNICODE]
"""

import os
import sys

import wcwidth
from wcwidth.table_mc import CATEGORY_MC

assert wcwidth.__version__ == "0.7.0", wcwidth.__version__
folder = os.path.join(sys.argv[1], "widths")
unicode = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/unicode"
os.makedirs(folder, exist_ok=True)

spacing = {point for first, last in CATEGORY_MC["17.0.0"] for point in range(first, last + 1)}


def width(point):
    if 0xD800 <= point < 0xE000 or point in spacing:
        return None
    cells = wcwidth.wcwidth(chr(point))
    return None if cells < 0 else cells


ranges = []
for point in range(0x110000):
    cells = width(point)
    if ranges and ranges[-1][2] == cells:
        ranges[-1][1] = point
    else:
        ranges.append([point, point, cells])
with open(os.path.join(folder, "scalars.csv"), "w") as file:
    file.write("first,last,cells\n")
    for first, last, cells in ranges:
        if cells is not None:
            file.write(f"{first:04X},{last:04X},{cells}\n")

emoji = os.path.join(unicode, "emoji", "emoji-test.txt")
lines = open(emoji, encoding="utf-8").readlines() if os.path.exists(emoji) else []
if "# Version: 15.0\n" not in lines:
    sys.exit(f"{emoji} is not that of Unicode 15.0: sequences.csv is not made")
with open(os.path.join(folder, "sequences.csv"), "w") as file:
    file.write("scalars,cells\n")
    for line in lines:
        points, _, rest = line.partition(";")
        if rest.split("#")[0].strip() == "fully-qualified":
            file.write(f"{' '.join(points.split())},2\n")
