"""Scores forecasts from the definitions, by other routes than the code, and writes them to scores.json.

- plain CRPS of draws: the integral of (F(x) - 1{x >= y})^2 over x, with F the step function of the draws, in exact fractions
- fair CRPS: mean |x - y| minus half the mean of |x - x'| over ordered pairs of different draws, in exact fractions
- CRPS of a normal: the same integral, by SciPy's quadrature

    python3 make.py > scores.json
"""
import json
import sys
from fractions import Fraction
from itertools import permutations

import numpy
import scipy
from scipy.integrate import quad
from scipy.stats import norm

CASES = [
    (["1", "2", "3"], "2"),
    (["0.3", "-1.2", "4.5", "2.2", "2.2", "0", "7.1"], "1.4"),
    (["5", "5", "5", "6"], "9.5"),
    (["-3.25", "-0.5"], "-7"),
]
NORMALS = [(0.0, 0.0, 1.0), (1.5, 0.0, 1.0), (4.0, 3.0, 2.5)]


def plain(draws, outcome):
    edges = sorted(draws + [outcome])
    total = Fraction(0)
    for left, right in zip(edges, edges[1:]):
        below = Fraction(sum(x <= left for x in draws), len(draws))
        total += (right - left) * (below - (outcome <= left)) ** 2
    return total


def fair(draws, outcome):
    pairs = list(permutations(draws, 2))
    distance = sum(abs(x - outcome) for x in draws) / len(draws)
    return distance - sum(abs(x - z) for x, z in pairs) / len(pairs) / 2


def of_normal(outcome, mean, sd):
    cdf = norm(mean, sd).cdf
    low = quad(lambda x: cdf(x) ** 2, mean - 12 * sd, outcome, epsabs=1e-12)[0]
    return low + quad(lambda x: (1 - cdf(x)) ** 2, outcome, mean + 12 * sd, epsabs=1e-12)[0]


json.dump(
    {
        "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
        "draws": [
            {
                "draws": [float(x) for x in draws],
                "outcome": float(outcome),
                "plain": float(plain([Fraction(x) for x in draws], Fraction(outcome))),
                "fair": float(fair([Fraction(x) for x in draws], Fraction(outcome))),
            }
            for draws, outcome in CASES
        ],
        "normal": [{"outcome": y, "mean": m, "sd": s, "crps": of_normal(y, m, s)} for y, m, s in NORMALS],
    },
    sys.stdout,
    indent=2,
)
print()
