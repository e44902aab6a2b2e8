"""Solves two small index fits with SciPy and writes inputs and solutions to tiny.json.

The objective is the published one: residuals sigma(a_b (C_m - D_b)) - y, and one more residual
sqrt(0.1 * sum(theta^2) / P); here the penalty is written as one residual per parameter, which is the same sum of
squares but keeps the Jacobian smooth at 0. In `flat` one benchmark is unrelated to ability, so that its slope ends on the
lower bound 0.1.

    python3 make.py
"""
import json
import sys
from pathlib import Path

import numpy
import scipy
from scipy.optimize import least_squares, minimize_scalar


def sigma(z):
    return 1 / (1 + numpy.exp(-z))


def world(seed, models, slopes, reversed_last):
    random = numpy.random.default_rng(seed)
    ability = random.normal(1, 1.5, models)
    difficulty = random.normal(1, 1, len(slopes))
    rows = []
    for m in range(models):
        for b in range(len(slopes)):
            if random.uniform() < 0.2:
                continue
            z = slopes[b] * (ability[m] - difficulty[b])
            if reversed_last and b == len(slopes) - 1:
                z = -0.3 * z
            y = sigma(z) + random.normal(0, 0.04)
            rows.append((m, b, round(float(min(0.999, max(0.001, y))), 4)))
    return rows


def solve(rows, models, benchmarks):
    m, b, y = (numpy.array(column) for column in zip(*rows))
    count = models + 2 * benchmarks - 1
    ridge = numpy.sqrt(0.1 / count)

    def parts(theta):
        slope = numpy.concatenate([[1.0], theta[models + benchmarks:]])
        return theta[:models], theta[models:models + benchmarks], slope

    def residuals(theta):
        c, d, a = parts(theta)
        return numpy.concatenate([sigma(a[b] * (c[m] - d[b])) - y, ridge * theta])

    low = [-10.0] * (models + benchmarks) + [0.1] * (benchmarks - 1)
    high = [10.0] * (models + benchmarks + benchmarks - 1)
    best = None
    for seed in range(10):
        start = numpy.random.default_rng(seed).normal(0, 0.5, count)
        start[models + benchmarks:] = 1
        fit = least_squares(residuals, start, bounds=(low, high), xtol=1e-15, ftol=1e-15, gtol=1e-13, max_nfev=5000)
        if best is None or fit.cost < best.cost:
            best = fit
    c, d, a = parts(best.x)
    return {"cost": best.cost, "capability": list(c - d[0]), "difficulty": list(d - d[0]), "slope": list(a)}


def subset(rows, solution, model, wanted):
    """One ability from the wanted benchmarks only, on the logistic scale, benchmark parameters held."""
    chosen = [(b, y) for m, b, y in rows if m == model and b in wanted]

    def squares(x):
        return sum((sigma(solution["slope"][b] * (x - solution["difficulty"][b])) - y) ** 2 for b, y in chosen)

    return minimize_scalar(squares, bounds=(-9, 9), method="bounded", options={"xatol": 1e-12}).x


def case(seed, models, slopes, reversed_last):
    rows = world(seed, models, slopes, reversed_last)
    solution = solve(rows, models, len(slopes))
    wanted = [0, 1, 2]
    return {
        "rows": [{"model": f"m{m}", "benchmark": f"b{b}", "performance": y} for m, b, y in rows],
        "solution": solution,
        "subset": {"benchmarks": [f"b{b}" for b in wanted], "capability": subset(rows, solution, 3, wanted), "model": "m3"},
    }


out = {
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "inner": case(7, 12, [1.0, 1.6, 0.8, 2.2, 1.2], False),
    "flat": case(8, 12, [1.0, 1.6, 0.8, 2.2, 1.2], True),
}
Path(__file__).with_name("tiny.json").write_text(json.dumps(out, indent=1) + "\n")
for name in ("inner", "flat"):
    print(name, out[name]["solution"]["cost"], out[name]["solution"]["slope"], len(out[name]["rows"]))
