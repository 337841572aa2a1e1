"""Writes Tests/Fixtures/distribution_quantiles.csv and distribution_moments.csv, by mpmath at 80 digits.

Columns of the first: law (normal or beta), its parameters p1..p4 (mean, standard deviation, low, high; or a, b),
probability, quantile. Of the second: law, p1..p4, mean, variance. Numbers as hexadecimal floats.
The starting points of the beta quantiles are SciPy's; Newton's method at 80 digits does the rest.
"""

import random
from pathlib import Path

from mpmath import mp, mpf, beta, erfc, exp, log, sqrt, pi
from scipy.special import betaincinv

mp.dps = 80
random.seed(20250906)
folder = Path(__file__).resolve().parent.parent
PROBABILITIES = (1e-12, 1e-6, 0.001, 0.025, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 0.975, 0.999, 1 - 2.0**-30)


def line(law, parameters, *numbers):
    padded = [float(v).hex() for v in parameters] + [""] * (4 - len(parameters))
    return ",".join([law, *padded, *(float(v).hex() for v in numbers)])


def cdf(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def density(z):
    return exp(-z * z / 2) / sqrt(2 * pi)


def normal_quantile(mean, deviation, low, high, p):
    """By bisection, which needs no care."""
    a, b = (mpf(low) - mpf(mean)) / mpf(deviation), (mpf(high) - mpf(mean)) / mpf(deviation)
    if a > 0:  # in the lower tail the error function keeps its digits
        return 2 * mpf(mean) - normal_quantile(mean, deviation, 2 * mpf(mean) - mpf(high), 2 * mpf(mean) - mpf(low), 1 - mpf(p))
    target = cdf(a) + mpf(p) * (cdf(b) - cdf(a))
    left, right = a, b
    for _ in range(160):
        middle = (left + right) / 2
        left, right = (middle, right) if cdf(middle) < target else (left, middle)
    return mpf(mean) + left * mpf(deviation)


def beta_cdf(a, b, x):
    """The series of positive terms x^a (1-x)^b / (a B(a, b)) 2F1(a + b, 1; a + 1; x), from the nearer end."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(b, a, 1 - x)
    term = total = x**a * (1 - x) ** b / (a * beta(a, b))
    n = 0
    while term > total * mpf(10) ** -75:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return total


def beta_quantile(a, b, p):
    a, b, p = mpf(a), mpf(b), mpf(p)
    x = mpf(float(betaincinv(float(a), float(b), float(p))))
    if x < mpf("1e-200"):
        x = (p * a * beta(a, b)) ** (1 / a)
    if x > 1 - mpf("1e-10"):
        x = 1 - ((1 - p) * b * beta(a, b)) ** (1 / b)
    for _ in range(60):
        below = beta_cdf(a, b, x)
        slope = x**a * (1 - x) ** (b - 1) / beta(a, b) / below
        step = (log(below) - log(p)) / slope
        x *= exp(-step)
        if abs(step) < mpf(10) ** -40:
            return x
    raise ValueError((a, b, p))


NORMALS = [
    (0, 1, -1, 1), (0.5, 0.2, 0, 1), (0.35, 0.1, 0.2, 0.6), (0, 1, 2, 5), (0, 1, -30, -20), (0, 1, 20, 21),
    (0.9, 0.05, 0, 1), (0, 1, -8, 40), (100, 15, 40, 400), (0, 1, 36, 39), (0, 1, -1, 3), (0.2, 5, 0, 1),
    (0, 1000, 0, 0.001), (0, 1, 3, 3.000001), (-2, 1e6, -3, 4), (0, 1, 0.25, 0.2501), (0, 1, 30, 30.0001),
]
BETAS = [
    (1, 1), (2, 3), (0.5, 0.5), (5, 1.5), (0.1, 0.2), (0.01, 3), (3, 0.01), (20, 30), (200, 5), (1000, 2000),
    (1.0001, 0.9999), (0.7, 12.5), (8, 8), (1, 4), (3, 1), (10000, 10000), (0.02, 0.03),
]

quantiles, moments = [], []
for law in NORMALS:
    for p in PROBABILITIES:
        quantiles.append(line("normal", law, p, normal_quantile(*law, p)))
    mean, deviation, low, high = map(mpf, map(float, law))
    a, b = (low - mean) / deviation, (high - mean) / deviation
    mass = cdf(b) - cdf(a) if a <= 0 else cdf(-a) - cdf(-b)
    shift = (density(a) - density(b)) / mass
    spread = 1 + (a * density(a) - b * density(b)) / mass - shift**2
    moments.append(line("normal", law, mean + deviation * shift, deviation**2 * spread))
for law in BETAS:
    for p in PROBABILITIES:
        quantiles.append(line("beta", law, p, beta_quantile(*law, p)))

header = "law,p1,p2,p3,p4,"
(folder / "distribution_quantiles.csv").write_text(header + "probability,quantile\n" + "\n".join(quantiles) + "\n")
(folder / "distribution_moments.csv").write_text(header + "mean,variance\n" + "\n".join(moments) + "\n")
