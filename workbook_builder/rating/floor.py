"""The scheme `floor`: GREEN where the target is met, AMBER where only the floor standard is (guidance notes)."""

from __future__ import annotations

from workbook_builder.rating.expressions import FIGURE, TARGET, AtLeast, AtMost, Known, Term
from workbook_builder.rating.polarity import Polarity
from workbook_builder.rating.scheme import Fault, Rag, Rule, Scheme, Standard, Step

FLOOR_STANDARD = Standard("floor standard", ("floor",), ("Floor standard",), Rag.AMBER)
_FLOOR = Term("floor")
_NEEDS = ("figure", "target", "floor")
_HIGH = Rule(_NEEDS, (Step(Rag.GREEN, (AtLeast(FIGURE, TARGET),)), Step(Rag.AMBER, (AtLeast(FIGURE, _FLOOR),))))
_LOW = Rule(_NEEDS, (Step(Rag.GREEN, (AtMost(FIGURE, TARGET),)), Step(Rag.AMBER, (AtMost(FIGURE, _FLOOR),))))


def _reason(rating: Rag, known: Known) -> str:
    if rating is Rag.GREEN:
        return "the target is met"
    missed = "met" if rating is Rag.AMBER else "too"
    return f"the target is missed, the floor standard of {_FLOOR.value(known):f} {missed}"


def floor_fault(polarity: Polarity | None, known: Known) -> Fault | None:
    """A floor standard that is better than its target."""
    target, floor = known.get("target"), known.get("floor")
    if target is None or floor is None or polarity is None or polarity.is_met(target.shown, floor.shown):
        return None
    side = "above" if polarity.is_lowest_best else "below"
    expected = f"{side} the target of {target.text} (polarity {polarity.value})"
    return f"a floor standard of {floor.text}", expected, f"{abs(target.shown - floor.shown):f} on the wrong side"


FLOOR = Scheme(
    id="floor",
    rules={Polarity.H: _HIGH, Polarity.L: _LOW},
    standards=(FLOOR_STANDARD,),
    asks="a floor standard (H and L)",
    remedy="`floor`",
    reason=_reason,
    fault=floor_fault,
)
