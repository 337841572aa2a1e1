"""Writes Tests/Fixtures/distribution_corners.csv, by mpmath at 60 digits and more: the laws at the ends of what their parameters may be.

Columns: law (normal or beta), its parameters p1..p4 (mean, standard deviation, low, high; or a, b), what (a probability as a
hexadecimal float, or mean), value as a hexadecimal float. Values below 1e-307 are written as 0, as Distribution.quantile gives them.
"""

from pathlib import Path

from mpmath import mp, mpf, beta, erfc, exp, log, sqrt, pi
from scipy.special import betaincinv

folder = Path(__file__).resolve().parent.parent
PROBABILITIES = (2.0**-53, 0.001, 0.25, 0.5, 0.75, 0.999, 1 - 2.0**-53)


def line(law, parameters, what, value):
    padded = [float(v).hex() for v in parameters] + [""] * (4 - len(parameters))
    number = float(value) if abs(value) >= mpf("1e-307") else 0.0
    return ",".join([law, *padded, what if isinstance(what, str) else float(what).hex(), number.hex()])


def tail(z):
    """The probability above z."""
    return erfc(z / sqrt(mpf(2))) / 2


def density(z):
    return exp(-z * z / 2) / sqrt(2 * pi)


def normal_answers(mean, deviation, low, high):
    """By bisection over the upper tail, from which nothing is lost; what lies beyond 60 deviations weighs nothing."""
    mean, deviation, low, high = map(mpf, (mean, deviation, low, high))
    a, b = (low - mean) / deviation, (high - mean) / deviation
    mirrored = a < 0 and abs(a) > abs(b)
    if mirrored:
        a, b = -b, -a
    a, b = max(a, mpf(-60)), min(b, max(a, mpf(0)) + 60)
    above, mass = tail(a), tail(a) - tail(b)
    sign = -1 if mirrored else 1
    for p in PROBABILITIES:
        share = 1 - mpf(p) if mirrored else mpf(p)
        target = above - share * mass
        left, right = a, b
        for _ in range(70 if b - a < 1e-20 else 160):
            middle = (left + right) / 2
            left, right = (middle, right) if tail(middle) > target else (left, middle)
        yield p, mean + sign * left * deviation
    yield "mean", mean + sign * deviation * (density(a) - density(b)) / mass


def beta_cdf(a, b, x, y):
    """The series of positive terms x^a y^b / (a B(a, b)) 2F1(a + b, 1; a + 1; x), y = 1 - x, from the nearer end."""
    if x > 0.5:
        return 1 - beta_cdf(b, a, y, x)
    term = total = exp(a * log(x) + b * log(y)) / (a * beta(a, b))
    n = 0
    while term > total * mpf(10) ** -35:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return total


def beta_quantile(a, b, p):
    """Of x, or of 1 - x above the middle."""
    a, b, p = mpf(a), mpf(b), mpf(p)
    if beta_cdf(a, b, mpf(0.5), mpf(0.5)) < p:
        return 1 - small_quantile(b, a, 1 - p)
    return small_quantile(a, b, p)


def small_quantile(a, b, p):
    """Newton's method in log x, from SciPy's answer."""
    least = exp(mpf(-720))
    if beta_cdf(a, b, least, 1 - least) >= p:
        return mpf(0)
    s = log(mpf(float(betaincinv(float(a), float(b), float(p)))))
    for _ in range(20):
        x = exp(s)
        below = beta_cdf(a, b, x, 1 - x)
        slope = exp(a * s + (b - 1) * log(1 - x)) / beta(a, b) / below
        step = (log(below) - log(p)) / slope
        s -= step
        if abs(step) < mpf(10) ** -20:
            return exp(s)
    raise ValueError((a, b, p))


NORMALS = [
    (1e300, 1e300, 0, 1), (1e308, 1e308, 0, 1), (-1e308, 1e307, -1, 1), (0.5, 5e-324, 0, 1), (0.5, 1e-300, 0.5, 1),
    (0, 1, 37.5, 37.5000001), (0, 1, 36.5, 1e300), (0, 1, -1e300, -36.5), (0, 1, -37.4, 37.4), (0, 1, -1e300, 1e300),
    (0.3, 1e-17, 0.3, 0.30000000000000004), (0, 1e300, -1e-300, 1e-300), (1, 1e-9, 0, 1), (1, 1e-9, 1, 2),
    (0, 1e-300, 0, 1), (0, 1, 0, 1e-5), (0, 1, 0, 9e-6), (0, 1, -8.9, -8.2), (-1, 0.027, 0, 1), (0, 1e300, 0, 1e300),
]
BETAS = [
    (1e-6, 1e-6), (1e-6, 1), (1, 1e-6), (1e-6, 1e6), (1e6, 1e-6), (1e6, 1e6), (1e6, 1), (1, 1e6), (1e6, 2), (0.5, 1e6),
    (1e6, 1e5),
]

lines = []
for law in NORMALS:
    # Bounds may be 1e-600 deviations apart.
    mp.dps = 80 if (mpf(law[3]) - mpf(law[2])) / mpf(law[1]) > 1e-20 else 700
    lines += [line("normal", law, what, value) for what, value in normal_answers(*law)]
mp.dps = 60
for law in BETAS:
    lines += [line("beta", law, p, beta_quantile(*law, p)) for p in PROBABILITIES]
    lines.append(line("beta", law, "mean", mpf(law[0]) / (mpf(law[0]) + mpf(law[1]))))
(folder / "distribution_corners.csv").write_text("law,p1,p2,p3,p4,what,value\n" + "\n".join(lines) + "\n")
