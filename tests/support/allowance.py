"""The scheme `allowance`: GREEN where the target is met, AMBER within so many per cent of it. Added by a test."""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, TARGET, AtLeast, AtMost, Known, Term, WithShare
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step

_WITHIN = Term("within")
_NEEDS = ("figure", "target", "within")
_LEAST, _MOST = WithShare(TARGET, _WITHIN, -1), WithShare(TARGET, _WITHIN)


def _reason(rating: Rag, known: Known) -> str:
    return "the target is met" if rating is Rag.GREEN else f"the target is missed, {_WITHIN.value(known):f}% allowed"


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    within = known.get("within")
    if within is None or 0 < within.shown < 100:
        return None
    return f"an allowance of {within.text}%", "more than 0% and less than 100%", "nothing or all is AMBER"


ALLOWANCE = Scheme(
    id="allowance",
    rules={
        Polarity.H: Rule(
            _NEEDS, (Step(Rag.GREEN, (AtLeast(FIGURE, TARGET),)), Step(Rag.AMBER, (AtLeast(FIGURE, _LEAST),)))
        ),
        Polarity.L: Rule(
            _NEEDS, (Step(Rag.GREEN, (AtMost(FIGURE, TARGET),)), Step(Rag.AMBER, (AtMost(FIGURE, _MOST),)))
        ),
    },
    standards=(Standard("allowance", ("within",), ("Within %",), Rag.AMBER),),
    asks="an allowance in per cent",
    remedy="`within`",
    reason=_reason,
    fault=_fault,
)
