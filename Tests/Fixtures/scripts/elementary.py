"""Writes Tests/Fixtures/elementary.csv: elementary functions at 300 bits, by mpmath.

Columns: function, x, y (arguments as hexadecimal floats; y is empty for functions of one argument), value (the
nearest double), remainder (truth minus value, as a double), so that the error of a result r in ulp of value is
((r - value) - remainder) / ulp(value).
"""

import math
import random
from pathlib import Path

from mpmath import mp, mpf, exp, expm1, log, log1p, power, erfc, erfinv, sqrt

mp.prec = 300
random.seed(20250906)
rows = []


def add(name, x, y, truth):
    value = float(truth)
    remainder = float(truth - mpf(value))
    rows.append(f"{name},{x.hex()},{'' if y is None else y.hex()},{value.hex()},{remainder.hex()}")


def log_uniform(low, high):
    return math.exp(random.uniform(math.log(low), math.log(high)))


def normal_quantile(p):
    p = mpf(p)
    start = -sqrt(-2 * log(p)) if p < 0.02 else sqrt(mpf(2)) * erfinv(2 * p - 1)
    if p >= 0.02:
        return start
    z = start
    for _ in range(60):
        tail = erfc(-z / sqrt(mpf(2))) / 2
        step = (log(tail) - log(p)) * tail / (exp(-z * z / 2) / sqrt(2 * mp.pi))
        z -= step
        if abs(step) < mpf(2) ** -200:
            break
    return z


for _ in range(600):
    x = random.uniform(-708, 709.7)
    add("exp", x, None, exp(mpf(x)))
for _ in range(400):
    x = random.uniform(-2, 2)
    add("exp", x, None, exp(mpf(x)))
for _ in range(60):
    x = random.uniform(-745, -708)
    add("exp", x, None, exp(mpf(x)))

for _ in range(500):
    x = log_uniform(1e-307, 1e307)
    add("log", x, None, log(mpf(x)))
for _ in range(700):
    x = random.uniform(0.5, 2)
    add("log", x, None, log(mpf(x)))
for _ in range(300):
    x = 1 + random.choice((-1, 1)) * log_uniform(2**-50, 2**-5)
    add("log", x, None, log(mpf(x)))
for x in (5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308):
    add("log", x, None, log(mpf(x)))

# Aspirations of time tactics: t = (r + 1) / (R + 1) to the power 1 / beta.
for _ in range(1200):
    rounds = random.randint(5, 1000)
    t = (random.randint(0, rounds - 1) + 1) / (rounds + 1)
    y = 1 / random.choice((0.02, 0.1, 0.2, 0.3, 0.5, 0.9, 1.0, 1.2, 2.0, 5.0, random.uniform(0.05, 5)))
    add("pow", t, y, power(mpf(t), mpf(y)))
for _ in range(1200):
    x = log_uniform(1e-300, 1e300)
    y = random.uniform(-1, 1) * 706 / abs(math.log(x))
    add("pow", x, y, power(mpf(x), mpf(y)))
for _ in range(600):
    x = random.uniform(0.5, 2)
    y = random.uniform(-1, 1) * 706 / abs(math.log(x))
    add("pow", x, y, power(mpf(x), mpf(y)))
for _ in range(400):
    x = 1 + random.choice((-1, 1)) * log_uniform(2**-45, 2**-5)
    y = random.choice((-1, 1)) * log_uniform(1, 700) / abs(math.log(x))
    add("pow", x, y, power(mpf(x), mpf(y)))
for _ in range(100):
    x = log_uniform(1e-300, 0.9)
    y = random.uniform(708.5, 744) / -math.log(x)
    add("pow", x, y, power(mpf(x), mpf(y)))
for x, y in ((5e-324, 0.25), (1e-310, 0.9), (-2.0, 3.0), (-1.5, -7.0), (-3.0, 4.0)):
    add("pow", x, y, power(mpf(x), mpf(y)))

for _ in range(300):
    x = random.choice((-1, 1)) * log_uniform(1e-20, 30)
    add("expm1", x, None, expm1(mpf(x)))
for _ in range(300):
    x = log_uniform(1e-20, 1e6) if random.random() < 0.5 else -log_uniform(1e-20, 0.999)
    add("log1p", x, None, log1p(mpf(x)))

for _ in range(500):
    x = random.uniform(-37.5, 8)
    add("normal_cdf", x, None, erfc(-mpf(x) / sqrt(mpf(2))) / 2)
for _ in range(500):
    x = random.uniform(-2, 2)
    add("normal_cdf", x, None, erfc(-mpf(x) / sqrt(mpf(2))) / 2)

for _ in range(500):
    x = random.uniform(0, 1)
    add("normal_quantile", x, None, normal_quantile(x))
for _ in range(500):
    x = log_uniform(1e-300, 0.5)
    add("normal_quantile", x, None, normal_quantile(x))

path = Path(__file__).resolve().parent.parent / "elementary.csv"
path.write_text("function,x,y,value,remainder\n" + "\n".join(rows) + "\n")
