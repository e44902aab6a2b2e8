"""Outside values for the bets: hashes by hashlib, intervals and least squares by SciPy and NumPy, integrals by quadrature.

    python3 make.py > reference.json        (Python 3.12, NumPy 2.4.6, SciPy 1.17.1)

Tolerances: hashes exact; intervals and least squares 1e-9; quadrature 1e-6.
"""
import hashlib, json
import numpy as np
from scipy.integrate import quad
from scipy.stats import binomtest


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def chain(bodies):
    lines, prev = [], "0" * 64
    for n, body in enumerate(bodies, 1):
        fields = {**body, "n": n, "prev": prev}
        marks = "".join(digest(canonical(fields[name]))[:4] for name in sorted(fields))
        entry = {**fields, "marks": marks}
        entry["hash"] = digest(canonical(entry))
        lines.append(canonical(entry))
        prev = entry["hash"]
    return lines


def crps(values, below, y):
    lo, hi = min(values[0], y) - 1, max(values[-1], y) + 1
    cdf = lambda x: np.interp(x, values, below, left=0.0, right=1.0)
    points = sorted({v for v in [*values, y] if lo < v < hi})
    return quad(lambda x: (cdf(x) - (x >= y)) ** 2, lo, hi, points=points, limit=400)[0]


bodies = [
    {"at": "2026-11-26", "by": "ada", "kind": "note", "says": "first, with é and \"quotes\""},
    {"at": "2026-11-27", "by": "ada", "kind": "note", "says": "second", "p": 0.25},
    {"at": "2026-11-28", "by": "bo", "kind": "note", "list": [1, 2, {"b": None, "a": True}]},
]

# 0.05, 0.5, 0.95 quantiles 2, 5, 11; tails go on with the density next to them.
low, high = 2 - 0.05 * 3 / 0.45, 11 + 0.05 * 6 / 0.45
polyline = {"values": [low, 2, 5, 11, high], "below": [0, 0.05, 0.5, 0.95, 1]}

answers = [
    ("ada", "q1", 0.04), ("ada", "q2", 0.25), ("ada", "q3", 0.09),
    ("bo", "q1", 0.16), ("bo", "q3", 0.36),
    ("cy", "q2", 0.01), ("cy", "q4", 0.49),
]
people, questions = sorted({a for a, _, _ in answers}), sorted({q for _, q, _ in answers})
design = np.zeros((len(answers) + 1, len(people) + len(questions)))
for row, (person, question, _) in enumerate(answers):
    design[row, people.index(person)] = 1
    design[row, len(people) + questions.index(question)] = 1
design[-1, len(people):] = 1  # question effects sum to zero: a choice of origin
effects = np.linalg.lstsq(design, np.array([s for _, _, s in answers] + [0.0]), rcond=None)[0]
adjusted = {person: effects[i] + effects[len(people):].mean() for i, person in enumerate(people)}

print(json.dumps({
    "chain": {"bodies": bodies, "lines": chain(bodies)},
    "wilson": [
        {"successes": k, "n": n, "level": level, "low": ci.low, "high": ci.high}
        for k, n, level in [(81, 263, 0.95), (15, 148, 0.95), (0, 20, 0.95), (3, 7, 0.9), (7, 7, 0.9)]
        for ci in [binomtest(k, n).proportion_ci(level, method="wilson")]
    ],
    "crps": [{"y": y, "crps": crps(polyline["values"], polyline["below"], y)} for y in [-1, 2, 3.3, 5, 8, 11.2, 20]],
    "bucket": {
        "range": {"low": 0, "high": 20}, "answer": 6.04,
        "probability": float(0.99 * (np.interp(6.1, polyline["values"], polyline["below"]) - np.interp(6.0, polyline["values"], polyline["below"])) + 0.01 * 0.9 / 200),
        "score": float(50 * np.log((0.99 * (np.interp(6.1, polyline["values"], polyline["below"]) - np.interp(6.0, polyline["values"], polyline["below"])) + 0.01 * 0.9 / 200) / (0.9 / 200))),
    },
    "adjusted": {"answers": answers, "scores": adjusted},
}, indent=1, ensure_ascii=False))
