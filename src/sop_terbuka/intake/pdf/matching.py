"""Rows to columns, each at most once, at the least cost altogether."""

import math
from collections.abc import Sequence


def cheapest(costs: Sequence[Sequence[float]], none: float) -> dict[int, int]:
    """For each row its column, where having one costs less than `none`.

    The Hungarian method, with a column of its own for each row that stays without.
    """
    rows = len(costs)
    columns = len(costs[0]) if rows else 0
    if not rows:
        return {}
    far = 10.0 * none
    wide = columns + rows
    table = [
        [min(cost, far) for cost in row] + [none if n == m else far for m in range(rows)]
        for n, row in enumerate(costs)
    ]
    u, v = [0.0] * (rows + 1), [0.0] * (wide + 1)
    owner, way = [0] * (wide + 1), [0] * (wide + 1)
    for i in range(1, rows + 1):
        owner[0] = i
        j = 0
        least, used = [math.inf] * (wide + 1), [False] * (wide + 1)
        while True:
            used[j] = True
            row, step, following = owner[j], math.inf, 0
            for k in range(1, wide + 1):
                if used[k]:
                    continue
                cost = table[row - 1][k - 1] - u[row] - v[k]
                if cost < least[k]:
                    least[k], way[k] = cost, j
                if least[k] < step:
                    step, following = least[k], k
            for k in range(wide + 1):
                if used[k]:
                    u[owner[k]] += step
                    v[k] -= step
                else:
                    least[k] -= step
            j = following
            if owner[j] == 0:
                break
        while j:
            owner[j] = owner[way[j]]
            j = way[j]
    found = {}
    for k in range(1, columns + 1):
        if owner[k] and costs[owner[k] - 1][k - 1] < none:
            found[owner[k] - 1] = k - 1
    return found
