"""Writes the samples, outcomes and indices of SALib to experiments/: what the estimators must reproduce.

saltelli_FUNCTION.csv: the rows of SALib's Sobol' sampling with second order, unscrambled (unit cube), and the outcome y.
saltelli_indices.csv: function, kind (S1, ST, S2), input, other (from 1; 0 for none), value, conf (1,000 resamples).
morris_FUNCTION.csv, morris_indices.csv: likewise; kind is mu, mu_star or sigma.
Run with the folder to write to, or without for Tests/Fixtures.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
from SALib.analyze import morris as morris_analysis
from SALib.analyze import sobol as sobol_analysis
from SALib.sample import morris as morris_sampling
from SALib.sample import sobol as sobol_sampling

warnings.simplefilter("ignore")
folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent) / "experiments"
folder.mkdir(exist_ok=True)


def ishigami(u):
    x = np.pi * (2 * u - 1)
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def sobol_g(u):
    a = np.array([0, 1, 4.5, 9])
    return np.prod((np.abs(4 * u - 2) + a) / (1 + a), axis=1)


def shifted(u):
    """A large mean, as of a round count, and a step: what a share or a median looks like."""
    return 1000 + np.floor(5 * u[:, 0] * u[:, 1]) + (u[:, 2] > 0.7)


FUNCTIONS = {"ishigami": (ishigami, 3), "sobol_g": (sobol_g, 4), "shifted": (shifted, 3)}


def problem(dimensions):
    names = [f"x{d + 1}" for d in range(dimensions)]
    return {"num_vars": dimensions, "names": names, "bounds": [[0, 1]] * dimensions}


def write(name, u, y):
    with open(folder / name, "w") as file:
        file.write(",".join([*(f"x{d + 1}" for d in range(u.shape[1])), "y"]) + "\n")
        for row, outcome in zip(u, y):
            file.write(",".join(repr(float(value)) for value in [*row, outcome]) + "\n")


saltelli = ["function,kind,input,other,value,conf"]
morris = ["function,kind,input,value,conf"]
for name, (function, dimensions) in FUNCTIONS.items():
    u = sobol_sampling.sample(problem(dimensions), 64, calc_second_order=True, scramble=False)
    y = function(u)
    write(f"saltelli_{name}.csv", u, y)
    found = sobol_analysis.analyze(problem(dimensions), y, num_resamples=1000, seed=1)
    for j in range(dimensions):
        for kind in ("S1", "ST"):
            saltelli.append(f"{name},{kind},{j + 1},0,{float(found[kind][j])!r},{float(found[kind + '_conf'][j])!r}")
        for k in range(j + 1, dimensions):
            value, conf = float(found["S2"][j, k]), float(found["S2_conf"][j, k])
            saltelli.append(f"{name},S2,{j + 1},{k + 1},{value!r},{conf!r}")

    u = morris_sampling.sample(problem(dimensions), 20, num_levels=4, seed=7)
    y = function(u)
    write(f"morris_{name}.csv", u, y)
    found = morris_analysis.analyze(problem(dimensions), u, y, num_resamples=1000, num_levels=4, seed=1)
    for j in range(dimensions):
        for kind in ("mu", "mu_star", "sigma"):
            conf = float(found["mu_star_conf"][j]) if kind == "mu_star" else ""
            morris.append(f"{name},{kind},{j + 1},{float(found[kind][j])!r},{conf!r}".replace("''", ""))

(folder / "saltelli_indices.csv").write_text("\n".join(saltelli) + "\n")
(folder / "morris_indices.csv").write_text("\n".join(morris) + "\n")
