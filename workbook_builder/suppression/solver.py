"""Small integer programmes, solved by HiGHS: which rows to withhold, and worlds that no simple trial finds.

Nothing rests on what it returns: whole numbers are made of it and looked at again by those who ask. HiGHS has called
points optimal that were not feasible (scipy issue 24141), and a tolerance is no proof.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from workbook_builder.problems import Problem, ProblemsFound
from workbook_builder.suppression.system import NO_LIMIT, Sum

_SAME_EVERY_TIME = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_max_nodes": 20_000,  # not seconds: a slow machine must decide as a fast one does
}


@dataclass(frozen=True)
class Programme:
    """What to make smallest (`costs`), each unknown's bounds, whether it must be whole, the sums that must hold."""

    costs: Sequence[int]
    least: Sequence[int]
    most: Sequence[int]
    whole: Sequence[bool]
    sums: Sequence[Sum]


def solve(programme: Programme) -> list[float] | None:
    """A solution, the best that was found; None where there is none, or none was found.

    Raises `ProblemsFound` where HiGHS is not installed.
    """
    highspy = _highspy()
    solver = highspy.Highs.__base__()  # as of 1.16.0 Highs() itself prints a banner before it can be told not to
    for name, value in _SAME_EVERY_TIME.items():
        solver.setOptionValue(name, value)
    solver.passModel(_model(highspy, programme))
    solver.run()
    found = solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return list(solver.getSolution().col_value) if found else None


def _highspy() -> Any:
    try:
        import highspy
    except ImportError:
        remedy = 'pip install "workbook-builder[public]", or pip install highspy'
        needed = "highspy, which chooses the rows that a public edition withholds"
        raise ProblemsFound([Problem("highspy", "not installed", needed, remedy)]) from None
    return highspy


def _model(highspy: Any, programme: Programme) -> Any:
    infinity = highspy.kHighsInf
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(programme.costs), len(programme.sums)
    model.col_cost_ = [float(cost) for cost in programme.costs]
    model.col_lower_ = [float(bound) for bound in programme.least]
    model.col_upper_ = [float(bound) for bound in programme.most]
    model.integrality_ = [kinds[is_whole] for is_whole in programme.whole]
    model.row_lower_ = [-infinity if each.least <= -NO_LIMIT else float(each.least) for each in programme.sums]
    model.row_upper_ = [infinity if each.most >= NO_LIMIT else float(each.most) for each in programme.sums]
    terms = [each.terms for each in programme.sums]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = [0, *accumulate(map(len, terms))]
    model.a_matrix_.index_ = [n for each in terms for n, _ in each]
    model.a_matrix_.value_ = [float(coefficient) for each in terms for _, coefficient in each]
    return model
