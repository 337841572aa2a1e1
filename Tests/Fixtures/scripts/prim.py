"""Writes cases, and the boxes that the EMA Workbench's PRIM finds in them, to experiments/.

prim_NAME_cases.csv: the inputs (a column `kind` is categorical, a, b, c …) and y, 1 where the case is of interest.
prim_NAME_boxes.csv: search (1 for the first box, 2 for the next by covering), box, cases, interesting, coverage, density, mass,
restricted, then per input INPUT_low, INPUT_high (for `kind` its categories, then nothing), INPUT_qlow, INPUT_qhigh
(quasi-p-values, -1 where the side is free).
Run with the folder to write to, or without for Tests/Fixtures.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")
from ema_workbench.analysis.prim import Prim, PRIMObjectiveFunctions  # noqa: E402

folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent) / "experiments"
folder.mkdir(exist_ok=True)
N = 500


def uniform(seed):
    """Three idle inputs around a box in two, with 5% of the cases on the wrong side."""
    r = np.random.default_rng(seed)
    x = pd.DataFrame({f"x{j + 1}": np.round(r.uniform(0, 1, N), 6) for j in range(5)})
    inside = (x.x1 > 0.25) & (x.x1 < 0.7) & (x.x2 > 0.45)
    return x, (inside ^ (r.uniform(0, 1, N) < 0.05)).astype(int)


def mixed(seed):
    """A number, a whole number with many ties, and a category, with chances that rise smoothly."""
    r = np.random.default_rng(seed)
    x = pd.DataFrame({"x1": np.round(r.normal(0, 1, N), 6), "rounds": r.integers(1, 9, N).astype(float)})
    x["kind"] = pd.Series(r.choice(list("abcd"), N, p=[0.1, 0.2, 0.3, 0.4]), dtype=object)
    chance = 1 / (1 + np.exp(-(2 * x.x1 + 0.8 * (x["rounds"] - 4) + 2 * x.kind.isin(["b", "d"]) - 2)))
    return x, (r.uniform(0, 1, N) < chance).astype(int)


SETS = {
    "uniform": (uniform(3), {}),
    "mixed": (mixed(5), {"obj_function": PRIMObjectiveFunctions.LENIENT2, "peel_alpha": 0.1, "paste_alpha": 0.1}),
    "original": (uniform(8), {"obj_function": PRIMObjectiveFunctions.ORIGINAL, "mass_min": 0.1, "paste_alpha": 0.2}),
}

for name, ((x, y), options) in SETS.items():
    with open(folder / f"prim_{name}_cases.csv", "w") as file:
        file.write(",".join([*x.columns, "y"]) + "\n")
        for row, interest in zip(x.values.tolist(), y):
            file.write(",".join([*map(str, row), str(interest)]) + "\n")
    search = Prim(x, y.values, threshold=0.1, **options)
    head = "search,box,cases,interesting,coverage,density,mass,restricted"
    sides = ("low", "high", "qlow", "qhigh")
    lines = [",".join([head, *(f"{c}_{s}" for c in x.columns for s in sides)])]
    for number in (1, 2):
        box = search.find_box()
        peeling = box.peeling_trajectory
        for i in range(len(peeling)):
            p = peeling.iloc[i]
            cells = [number, i, int(p.n), int(p.k), float(p.coverage), float(p.density), float(p.mass), int(p.res_dim)]
            for c in x.columns:
                low, high = box.box_lims[i][c]
                limits = ["".join(sorted(low)), ""] if c == "kind" else [float(low), float(high)]
                cells += limits + [float(q) for q in box.qp[i].get(c, [-1, -1])]
            lines.append(",".join(map(str, cells)))
        print(name, number, len(peeling), "pasted", int((np.diff(peeling.n) > 0).sum()))
    (folder / f"prim_{name}_boxes.csv").write_text("\n".join(lines) + "\n")
