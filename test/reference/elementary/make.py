"""Exponentials and logarithms to 120 digits, rounded once to doubles: `python3 make.py > reference.json`.

Python 3.11, decimal (libmpdec 2.5.1). exp and ln of decimal are correctly rounded; expm1 and log1p follow from them with
digits to spare. Rows are [argument, result].
"""
import json
import random
from decimal import Decimal, getcontext

getcontext().prec = 120
getcontext().Emin = -100_000
getcontext().Emax = 100_000
rng = random.Random(1)


def arguments(spans):
    """Arguments spread over spans, evenly or over orders of magnitude."""
    for low, high, kind in spans:
        for _ in range(40):
            u = low + (high - low) * rng.random()
            yield u if kind == "even" else 10.0**u


def rows(function, spans):
    return [[x, float(function(Decimal(x)))] for x in arguments(spans)]


print(
    json.dumps(
        {
            "exp": rows(lambda x: x.exp(), [(-1, 1, "even"), (-40, 40, "even"), (-700, 709, "even"), (-12, -3, "log")]),
            "expm1": rows(
                lambda x: x.exp() - 1, [(-1, 1, "even"), (-40, 40, "even"), (0, 709, "even"), (-12, -3, "log")]
            ),
            "log": rows(lambda x: x.ln(), [(0.5, 2, "even"), (0, 100, "even"), (-300, 300, "log"), (0.999, 1.001, "even")]),
            "log1p": rows(
                lambda x: (1 + x).ln(), [(-0.9, 1, "even"), (0, 100, "even"), (-12, 12, "log"), (-0.001, 0.001, "even")]
            ),
        },
        separators=(",", ":"),
    )
)
