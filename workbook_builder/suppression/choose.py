"""Chooses the rows to withhold for the sake of others: the fewest and least important that are enough.

A small integer programme says which rows, given what each demand that is not met yet would need: changes of withheld
figures that leave every sum as it is. What it answers is looked at in whole numbers; a demand that is still not met
is added, or, where it was there, some other row is asked for. So it ends, and what it ends with is enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbook_builder.inputs.observations import Key
from workbook_builder.suppression.cases import Asked, Case, Exposed, Unknown, true_of
from workbook_builder.suppression.solver import Programme, solve
from workbook_builder.suppression.system import MOST_PEOPLE, NO_LIMIT, Sum

_ROUNDS = 100
_AT_ONCE = 12
"""Demands that are added in one round."""
_TRIED_ALONE = 6
"""Rows that are tried by themselves before a programme is asked."""


def choose(case: Case) -> tuple[frozenset[Key], tuple[Asked, ...]]:
    """The rows to withhold beside the forced ones, and the demands that nothing can meet.

    Raises `ProblemsFound` where a solver is needed and not installed.
    """
    asked = list(case.asked)
    if not (exposed := case.exposed((), asked)):
        return frozenset(), ()
    if (alone := _alone(case, asked)) is not None:
        return alone, ()
    if (withheld := _best(case, asked, exposed)) is not None:
        return _needed(case, asked, withheld), ()
    hopeless = [each for each, _ in case.exposed(case.rows, asked)]
    asked = [each for each in asked if each not in hopeless]
    withheld = _best(case, asked, case.exposed((), asked))
    if withheld is None:
        withheld = _one_by_one(case, asked)
    return _needed(case, asked, withheld), tuple(dict.fromkeys(hopeless))


def _alone(case: Case, asked: Sequence[Asked]) -> frozenset[Key] | None:
    """One of the least important rows, where one is enough: no set of rows weighs less. None where none was found."""
    least = min(case.weights.values(), default=0)
    first = [row for row in case.rows if case.weights[row] == least][:_TRIED_ALONE]
    return next((frozenset([row]) for row in first if not case.exposed((row,), asked)), None)


def _best(case: Case, asked: Sequence[Asked], exposed: Sequence[Exposed]) -> frozenset[Key] | None:
    """The rows that weigh least; None where the programme finds none."""
    withheld: frozenset[Key] = frozenset()
    needs: list[Exposed] = []
    cuts: list[frozenset[Key]] = []
    for _ in range(_ROUNDS):
        if not exposed:
            return withheld
        new = [each for each in exposed if each not in needs][:_AT_ONCE]
        needs += new
        if not new:
            cuts.append(withheld)
        found = solve(_programme(case, needs, cuts))
        if found is None:
            return None
        withheld = frozenset(row for row, value in zip(case.rows, found, strict=False) if value > 0.5)
        exposed = case.exposed(withheld, asked)
    return None


def _one_by_one(case: Case, asked: Sequence[Asked]) -> frozenset[Key]:
    """Rows in order of their weight until all is met: enough, though not the fewest."""
    withheld: frozenset[Key] = frozenset()
    for row in sorted(case.rows, key=lambda row: (case.weights[row], case.rows.index(row))):
        if not case.exposed(withheld, asked):
            break
        withheld |= {row}
    return withheld


def _needed(case: Case, asked: Sequence[Asked], withheld: frozenset[Key]) -> frozenset[Key]:
    """The rows without those that are not needed after all, the most important first."""
    for row in sorted(withheld, key=lambda row: (-case.weights[row], case.rows.index(row))):
        if not case.exposed(withheld - {row}, asked):
            withheld -= {row}
    return withheld


def _programme(case: Case, needs: Sequence[Exposed], cuts: Sequence[frozenset[Key]]) -> Programme:
    """Rows first (1: withheld), then for each need by how much each count is another than it is."""
    rows = case.rows
    column = {row: n for n, row in enumerate(rows)}
    least, most = [0] * len(rows), [1] * len(rows)
    sums: list[Sum] = []
    for asked, is_high in needs:
        _add_need(case, asked, is_high, column, least, most, sums)
    for short in cuts:
        sums.append(Sum(tuple((n, 1) for row, n in column.items() if row not in short), 1, NO_LIMIT))
    spread = 8 * (len(rows) + 1)
    costs = [case.weights[row] * spread + n for row, n in column.items()] + [0] * (len(least) - len(rows))
    return Programme(costs, least, most, [n < len(rows) for n in range(len(least))], sums)


def _add_need(
    case: Case,
    asked: Asked,
    is_high: bool,
    column: dict[Key, int],
    least: list[int],
    most: list[int],
    sums: list[Sum],
) -> None:
    """A world in which the need is met, as changes of what is true; rows that are printed cannot change."""
    first, reach = len(least), _reach(case, asked)
    truths = [unknown.truth for unknown in case.unknowns]
    for n, unknown in enumerate(case.unknowns, first):
        low, high = _change(unknown, unknown.hidden, reach)
        least.append(low)
        most.append(high)
        if unknown.row in column:
            low_printed, high_printed = _change(unknown, unknown.printed, reach)
            row = column[unknown.row]
            sums.append(Sum(((n, 1), (row, low_printed - low)), low_printed, NO_LIMIT))
            sums.append(Sum(((n, 1), (row, high_printed - high)), -NO_LIMIT, high_printed))
    for each in (*case.sums, asked.wanted(is_high)):
        true = true_of(tuple(term for term in each.terms if truths[term[0]] is not None), truths) or 0
        terms = tuple((first + n, coefficient) for n, coefficient in each.terms)
        limits = [limit if abs(limit) >= NO_LIMIT else limit - true for limit in (each.least, each.most)]
        sums.append(Sum(terms, *limits))


def _change(unknown: Unknown, bounds: tuple[int, int], reach: int) -> tuple[int, int]:
    """By how much a count can be another than it is, within reach; of one not stated what it can be."""
    low, high = bounds
    if unknown.truth is None:
        return low, min(high, MOST_PEOPLE)
    return max(low - unknown.truth, -reach), min(high - unknown.truth, reach)


def _reach(case: Case, asked: Asked) -> int:
    """Farther from what is true no count need be: narrower worlds only make the choice more careful."""
    true = true_of(asked.terms, [unknown.truth for unknown in case.unknowns])
    return 4 * (abs(asked.high) + abs(asked.low) + abs(true or 0)) + 4
