"""The scheme `expected_range`: whether activity, of which no way is better, lies within, above or below a range."""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, AtLeast, AtMost, Known, Term
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step

_RANGE = Standard(
    "expected range",
    ("expected_from", "expected_to"),
    ("Expected from", "Expected to"),
    Rag.WITHIN,
)
_FROM, _TO = (Term(role) for role in _RANGE.roles)
_RULE = Rule(
    ("figure", *_RANGE.roles),
    (Step(Rag.WITHIN, (AtLeast(FIGURE, _FROM), AtMost(FIGURE, _TO))), Step(Rag.BELOW, (AtMost(FIGURE, _FROM),))),
    otherwise=Rag.ABOVE,
)


def _reason(rating: Rag, known: Known) -> str:
    return f"{_FROM.value(known):f} to {_TO.value(known):f} is expected"


def _fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """A range that ends before it begins."""
    lowest, highest = (known.get(role) for role in _RANGE.roles)
    if lowest is None or highest is None or lowest.shown <= highest.shown:
        return None
    return f"an expected range of {lowest.text} to {highest.text}", "the lower end first", "nothing lies within it"


EXPECTED_RANGE = Scheme(
    id="expected_range",
    rules=dict.fromkeys((None, *Polarity), _RULE),
    standards=(_RANGE,),
    asks="an expected range",
    remedy="`expected_from` and `expected_to`",
    reason=_reason,
    fault=_fault,
)
