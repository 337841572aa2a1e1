"""Writes experiments/binomial_tails.csv by scipy.stats.binom.sf: trials, p, successes, P(X >= successes).

Run with the folder to write to, or without for Tests/Fixtures.
"""

import sys
from pathlib import Path

from scipy.stats import binom

folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent) / "experiments"
folder.mkdir(exist_ok=True)
with open(folder / "binomial_tails.csv", "w") as file:
    file.write("trials,p,successes,tail\n")
    for trials in (1, 7, 100, 5000, 200000):
        for p in (0.001, 0.2, 0.5, 0.93):
            for z in (-3, -0.4, 0, 0.7, 4):
                successes = round(trials * p + z * (trials * p * (1 - p)) ** 0.5)
                if 0 <= successes <= trials:
                    file.write(f"{trials},{p},{successes},{float(binom.sf(successes - 1, trials, p))!r}\n")
