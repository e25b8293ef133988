"""The schemes `tolerance` and `tolerance_points`: AMBER within so many per cent, or points, of a missed target.

What is tolerated follows the target: when that is edited, AMBER begins elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from workbook_builder.rating.expressions import (
    FIGURE,
    TARGET,
    AtLeast,
    AtMost,
    Expression,
    Known,
    Term,
    WithPoints,
    WithShare,
)
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step

_PERCENT = Standard(
    "tolerance",
    ("tolerance",),
    ("Tolerance %",),
    Rag.AMBER,
    meaning="by how many per cent of the target it may be missed: a figure that misses it by no more is AMBER; "
    "`5` or `5%`",
    is_percent=True,
)
_POINTS = Standard(
    "tolerance in points",
    ("tolerance_points",),
    ("Tolerance in points",),
    Rag.AMBER,
    meaning="by how much the target may be missed, in the measure's own unit: a figure that misses it by no more is "
    "AMBER",
)


def _rule(reaches: type[AtLeast] | type[AtMost], limit: Expression, role: str) -> Rule:
    """GREEN where the target is reached, AMBER where the limit beside it is."""
    steps = Step(Rag.GREEN, (reaches(FIGURE, TARGET),)), Step(Rag.AMBER, (reaches(FIGURE, limit),))
    return Rule(("figure", "target", role), steps)


def _reason(role: str, unit: str) -> Callable[[Rag, Known], str]:
    def reason(rating: Rag, known: Known) -> str:
        if rating is Rag.GREEN:
            return "the target is met"
        tolerated = f"{Term(role).value(known):f}{unit}"
        by = "no more" if rating is Rag.AMBER else "more"
        return f"the target is missed by {by} than the {tolerated} tolerated"

    return reason


def _percent_fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """A tolerance of nothing, or of all."""
    stated = known.get("tolerance")
    if stated is None or 0 < stated.shown < 100:
        return None
    return f"a tolerance of {stated.text}%", "more than 0% and less than 100%", "nothing or all is AMBER"


def _points_fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """A tolerance of nothing."""
    stated = known.get("tolerance_points")
    if stated is None or stated.shown > 0:
        return None
    return f"a tolerance of {stated.text}", "more than 0", "nothing is AMBER"


_WITHIN, _BY = Term("tolerance"), Term("tolerance_points")
TOLERANCE = Scheme(
    id="tolerance",
    rules={
        Polarity.H: _rule(AtLeast, WithShare(TARGET, _WITHIN, -1), "tolerance"),
        Polarity.L: _rule(AtMost, WithShare(TARGET, _WITHIN), "tolerance"),
    },
    standards=(_PERCENT,),
    asks="a tolerance in per cent of the target",
    remedy="`tolerance`",
    reason=_reason("tolerance", "%"),
    fault=_percent_fault,
)
TOLERANCE_POINTS = Scheme(
    id="tolerance_points",
    rules={
        Polarity.H: _rule(AtLeast, WithPoints(TARGET, _BY, -1), "tolerance_points"),
        Polarity.L: _rule(AtMost, WithPoints(TARGET, _BY), "tolerance_points"),
    },
    standards=(_POINTS,),
    asks="a tolerance in points",
    remedy="`tolerance_points`",
    reason=_reason("tolerance_points", ""),
    fault=_points_fault,
)
