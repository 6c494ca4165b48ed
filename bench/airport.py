#!/usr/bin/env python3
"""Counts the airport survey by itself: nothing here knows Milepost's code, and it needs nothing but Python.

    python3 bench/airport.py > fixtures/airport-2017-counted.json

Prints JSON, which tests compare with. `scores`: every question over all travellers, as the public scores reply says it:
means of 1-5, and the Net Promoter Score from -100 to 100. `replayed`: the first 200 travellers, the ratings read as CSAT
(percent of 4 and 5). `drivers`: how the answers about touchpoints go along with a question about the whole visit:
Johnson's relative weights of the correlations of all who answered both (Multivariate Behavioral Research 35 (2000) 1),
as shares of R squared.
Intervals of 95 %: of a mean by adding half an answer at each end of the scale; of the Net Promoter Score by Rocks'
adjusted Wald (The American Statistician 70 (2016) 365); of a share by Wilson (JASA 22 (1927) 209).
"""
import csv
import json
import sys
from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
TOUCHPOINTS = (
    'Q7ROADS Q13GETRATE Q7PARK Q7LTPARKING Q7AIRTRAIN Q7RENTAL Q7SIGN Q14FIND Q7SCREENS Q7INFOUP Q7INFODOWN '
    'Q7WALKWAYS Q14PASSTHRU Q10SAFE Q7FOOD Q7STORE Q7WIFI Q7ART Q9FOOD Q9RESTROOM Q9BOARDING'
).split()
WHOLE = ['NETPRO', 'Q7ALL', 'Q9ALL']
REPLAYED = {'people': 200, 'nps': 'NETPRO', 'csat': ['Q7SIGN', 'Q10SAFE', 'Q7FOOD', 'Q9RESTROOM']}


def answers(people, column):
    return [int(one[column]) for one in people if one[column] != '']


def mean(scores):
    n = len(scores)
    padded = [(s, 1) for s in scores] + [(1, 0.5), (5, 0.5)]
    centre = sum(s * w for s, w in padded) / (n + 1)
    spread = sum(w * (s - centre) ** 2 for s, w in padded) / (n + 1)
    half = Z * sqrt(spread / (n + 1))
    return {'n': n, 'value': sum(scores) / n, 'low': max(1, centre - half), 'high': min(5, centre + half)}


def nps(scores):
    n = len(scores)
    up, down = sum(s >= 9 for s in scores), sum(s <= 6 for s in scores)
    p, d = (up + 0.75) / (n + 3), (down + 0.75) / (n + 3)
    half = Z * sqrt((p + d - (p - d) ** 2) / (n + 3))
    low, high = max(-1, p - d - half), min(1, p - d + half)
    return {'n': n, 'value': 100 * (up - down) / n, 'low': 100 * low, 'high': 100 * high}


def csat(scores):
    n = len(scores)
    share = sum(s >= 4 for s in scores) / n
    centre = share + Z * Z / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    below = 1 + Z * Z / n
    return {'n': n, 'value': 100 * share, 'low': 100 * (centre - half) / below, 'high': 100 * (centre + half) / below}


def correlation(people, a, b):
    pairs = [(int(one[a]), int(one[b])) for one in people if one[a] != '' and one[b] != '']
    n = len(pairs)
    mx, my = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    sxy = sum((x - mx) * (y - my) for x, y in pairs)
    return sxy / sqrt(sum((x - mx) ** 2 for x, _ in pairs) * sum((y - my) ** 2 for _, y in pairs))


def eigen(matrix):
    """Values and vectors (columns) of a symmetric matrix by Jacobi's rotations."""
    a, size = [row[:] for row in matrix], len(matrix)
    v = [[float(i == j) for j in range(size)] for i in range(size)]
    for _ in range(100):
        if sum(a[i][j] ** 2 for i in range(size) for j in range(i)) < 1e-22:
            break
        for p in range(size):
            for q in range(p + 1, size):
                if abs(a[p][q]) < 1e-15:
                    continue
                theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                t = (1 if theta >= 0 else -1) / (abs(theta) + sqrt(theta * theta + 1))
                c = 1 / sqrt(t * t + 1)
                s = t * c
                for k in range(size):
                    a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
                for k in range(size):
                    a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
                for k in range(size):
                    v[k][p], v[k][q] = c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]
    return [a[i][i] for i in range(size)], v


def drivers(people, outcome):
    names = TOUCHPOINTS
    size = range(len(names))
    between = [[1.0 if a == b else correlation(people, a, b) for b in names] for a in names]
    with_outcome = [correlation(people, name, outcome) for name in names]
    values, v = eigen(between)
    if min(values) <= 0:
        raise SystemExit('The correlations do not belong together.')
    root = [[sum(v[i][k] * sqrt(values[k]) * v[j][k] for k in size) for j in size] for i in size]
    inverse = [[sum(v[i][k] / sqrt(values[k]) * v[j][k] for k in size) for j in size] for i in size]
    beta = [sum(inverse[i][j] * with_outcome[j] for j in size) for i in size]
    weights = [sum(root[i][j] ** 2 * beta[j] ** 2 for j in size) for i in size]
    total = sum(weights)
    order = sorted(size, key=lambda i: -weights[i])
    first = [{'column': names[i], 'share': weights[i] / total} for i in order[:5]]
    return {'rSquared': total, 'first': first}


def rounded(one):
    if isinstance(one, float):
        return round(one, 6)
    if isinstance(one, dict):
        return {key: rounded(value) for key, value in one.items()}
    return [rounded(value) for value in one] if isinstance(one, list) else one


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else 'fixtures/airport-2017.csv'
    with open(path, newline='', encoding='utf-8') as file:
        people = list(csv.DictReader(file))
    scores = {c: (nps if c == 'NETPRO' else mean)(answers(people, c)) for c in TOUCHPOINTS + WHOLE}
    ranked = sorted(TOUCHPOINTS, key=lambda c: scores[c]['value'])
    some = people[: REPLAYED['people']]
    replayed = {'NETPRO': nps(answers(some, 'NETPRO'))}
    replayed.update({c: csat(answers(some, c)) for c in REPLAYED['csat']})
    found = {
        'scores': scores,
        'worst': ranked[0],
        'best': ranked[-1],
        'replayed': replayed,
        'drivers': {outcome: drivers(people, outcome) for outcome in ('NETPRO', 'Q7ALL')},
    }
    print(json.dumps(rounded(found), indent=2))


main()
