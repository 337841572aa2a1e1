"""Prints the constant tables of Sources/Randomness/Elementary (needs mpmath).

Usage: python3 elementary_tables.py logarithm | exponential

logarithm: 128 intervals of z in [0.7012, 1.4023), cut so that 1 is the middle of interval 76. For each, an
approximate reciprocal `inverse` short enough that z * inverse - 1 is exact in a double (a multiple of 2^-7 below
1, of 2^-8 above, and |z * inverse - 1| < 2^-7), then -log(inverse) as a multiple of 2^-42 plus the rest.
exponential: 2^(j/128), j = 0...127, as a double plus the rest relative to it.
"""

import struct
import sys

from mpmath import mp, mpf, log, nint, floor

mp.prec = 300
ONE = 0x3FF0000000000000
OFFSET = ONE - 153 * 2**44


def from_bits(bits):
    return mpf(struct.unpack("<d", struct.pack("<Q", bits))[0])


def literal(value):
    text = float(value).hex()
    mantissa, exponent = text.split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{exponent}"


def logarithm():
    for i in range(128):
        low = from_bits(OFFSET + i * 2**45)
        high = from_bits(OFFSET + (i + 1) * 2**45)
        grid = mpf(128) if i < 76 else mpf(256)
        guess = nint(grid * 2 / (low + high))
        worst = lambda n: max(abs(low * n / grid - 1), abs(high * n / grid - 1))
        n = min((guess - 1, guess, guess + 1), key=worst) if i != 76 else grid
        inverse = n / grid
        assert worst(n) < mpf(2) ** -7, (i, worst(n))
        exact = -log(inverse)
        head = nint(exact * 2**42) / 2**42
        yield [inverse, head, exact - head]


def exponential():
    for j in range(128):
        exact = mpf(2) ** (mpf(j) / 128)
        head = mpf(float(exact))
        yield [head, (exact - head) / head]


for row in {"logarithm": logarithm, "exponential": exponential}[sys.argv[1]]():
    print("  " + ", ".join(literal(value) for value in row) + ",")
