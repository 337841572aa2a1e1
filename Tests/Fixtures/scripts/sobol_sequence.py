"""Writes experiments/sobol_sequence.csv: points of the unscrambled Sobol' sequence by scipy.stats.qmc.Sobol.

Columns: point, then the coordinates of the first 1,111 dimensions as multiples of 2^-30.
SciPy reaches a point only through all before it, so far ones are put together from its direction numbers.
Run with the folder to write to, or without for Tests/Fixtures.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.stats import qmc

folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent) / "experiments"
folder.mkdir(exist_ok=True)
DIMENSIONS = 1111
POINTS = (1, 2, 5, 1023, 5461, 178956970, 2**29 + 12345)

directions = qmc.Sobol(d=DIMENSIONS, scramble=False, bits=30)._sv


def far(point):
    gray = point ^ point >> 1
    return np.bitwise_xor.reduce([directions[:, k] for k in range(30) if gray >> k & 1]).tolist()


def near(point):
    sequence = qmc.Sobol(d=DIMENSIONS, scramble=False, bits=30)
    sequence.fast_forward(point)
    return [int(x * 2**30) for x in sequence.random(1)[0]]


with open(folder / "sobol_sequence.csv", "w") as file:
    file.write(",".join(["point", *(f"x{d + 1}" for d in range(DIMENSIONS))]) + "\n")
    for point in POINTS:
        numbers = far(point)
        assert point > 10_000 or numbers == near(point)
        file.write(",".join(map(str, [point, *numbers])) + "\n")
